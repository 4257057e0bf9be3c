package dev.dragoman.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What there is to know about one key, for help, documents and comments.
 *
 * @param key the dotted name, {@code training.max-updates}
 * @param type what a value looks like: "whole number", "additive|dot"
 * @param defaultValue the default as TOML, absent where a variant needs the key to be given
 * @param description one line without a full stop, may be empty
 * @param unit what a number counts, may be empty
 * @param range the numbers allowed in words, empty where all are
 * @param appliesTo the kinds of the section that have the key ("kind adam"), empty where all have
 * @param choices the only values possible, empty where there are too many to list
 * @param isSwitch whether it is true or false
 * @param isFile whether it names a file to read
 */
public record SettingKey(
    String key,
    String type,
    Optional<String> defaultValue,
    String description,
    String unit,
    String range,
    String appliesTo,
    List<String> choices,
    boolean isSwitch,
    boolean isFile) {

  /** Keeps its own copy of the choices. */
  public SettingKey {
    choices = List.copyOf(choices);
  }

  /**
   * Description, kinds, unit, range and choices on one line, as a comment above the key says it.
   */
  public String remark() {
    String details = String.join("; ", details());
    if (details.isEmpty()) {
      return description;
    }
    return description.isEmpty() ? details : description + " (" + details + ")";
  }

  private List<String> details() {
    List<String> details = new ArrayList<>();
    addUnlessEmpty(details, appliesTo);
    addUnlessEmpty(details, unit);
    addUnlessEmpty(details, range);
    addUnlessEmpty(details, isSwitch ? "" : String.join(", ", choices));
    return details;
  }

  private static void addUnlessEmpty(List<String> details, String detail) {
    if (!detail.isEmpty()) {
      details.add(detail);
    }
  }
}
