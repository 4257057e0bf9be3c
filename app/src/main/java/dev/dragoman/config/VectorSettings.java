package dev.dragoman.config;

import dev.dragoman.settings.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Vectors that the embedding tables begin with in place of random ones; tokens that a file lacks
 * begin as they would without it.
 *
 * @param source a file of vectors for source tokens, or for both sides where they share a table
 * @param target a file of vectors for target tokens
 * @param freeze whether training leaves the vectors that came from files alone; the others learn
 */
public record VectorSettings(
    @Setting(
            value = "Vectors that source tokens begin with; their size is the model's",
            file = true)
        Optional<String> source,
    @Setting(value = "Vectors that target tokens begin with", file = true) Optional<String> target,
    @Setting("Leave the vectors that came from a file as they are") boolean freeze) {

  /** Refuses to freeze what does not come from a file. */
  public VectorSettings {
    if (freeze && source.isEmpty() && target.isEmpty()) {
      throw new IllegalArgumentException(
          "freeze needs source or target vectors: only vectors that came from a file are frozen");
    }
  }

  /** No files. */
  public static VectorSettings defaults() {
    return new VectorSettings(Optional.empty(), Optional.empty(), false);
  }

  /** Every file that is named. */
  public List<String> files() {
    return Stream.of(source, target).flatMap(Optional::stream).toList();
  }
}
