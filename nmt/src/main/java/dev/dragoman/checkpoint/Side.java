package dev.dragoman.checkpoint;

import dev.dragoman.text.TextSettings;
import dev.dragoman.vocab.Vocabulary;
import java.util.Objects;

/**
 * What turns the text of one language into ids and back.
 *
 * @param text how text becomes tokens
 * @param vocabulary which id each token has
 */
public record Side(TextSettings text, Vocabulary vocabulary) {

  /** Checks that both are there. */
  public Side {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(vocabulary, "vocabulary");
  }
}
