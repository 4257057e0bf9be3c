package dev.dragoman.data;

import java.util.Objects;

/**
 * A sentence and its translation, as they stand in the corpus.
 *
 * @param source what is translated
 * @param target what it is translated into
 */
public record SentencePair(String source, String target) {

  /** Checks that both are there. */
  public SentencePair {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(target, "target");
  }
}
