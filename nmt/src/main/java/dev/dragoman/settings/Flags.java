package dev.dragoman.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Settings given on the command line, which override a file's: dotted key and the text after it.
 *
 * @param given in the order of the command line
 */
public record Flags(List<Flag> given) {
  /**
   * One setting on the command line.
   *
   * @param label the flag as it was written, for errors: {@code --epochs}
   * @param key the key that it sets: {@code training.epochs}
   * @param text the value as it was written
   */
  public record Flag(String label, String key, String text) {}

  /** Keeps its own copy. */
  public Flags {
    given = List.copyOf(given);
  }

  /** No flags at all. */
  public static Flags none() {
    return new Flags(List.of());
  }

  /** Dotted keys and their texts, each under the flag {@code --key}. */
  public static Flags of(Map<String, String> textByKey) {
    List<Flag> flags = new ArrayList<>();
    textByKey.forEach((key, text) -> flags.add(new Flag("--" + key, key, text)));
    return new Flags(flags);
  }

  /** These flags and one more. */
  public Flags with(String label, String key, String text) {
    List<Flag> more = new ArrayList<>(given);
    more.add(new Flag(label, key, text));
    return new Flags(more);
  }
}
