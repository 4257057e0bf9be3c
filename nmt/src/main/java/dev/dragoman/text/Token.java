package dev.dragoman.text;

import java.util.Objects;

/**
 * A token and the place it came from.
 *
 * @param text the token as the vocabulary knows it; may carry a joining mark that the text has not
 * @param begin index of its first {@code char} in the normalised text
 * @param end index after its last {@code char} in the normalised text; equal to {@code begin} for a
 *     mark that stands alone
 */
public record Token(String text, int begin, int end) {

  /** Checks that the span is one. */
  public Token {
    Objects.requireNonNull(text, "text");
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(
          "token '" + text + "': expected 0 <= begin <= end, got begin " + begin + ", end " + end);
    }
  }
}
