package dev.dragoman.text;

import java.util.Objects;

/**
 * How text becomes tokens.
 *
 * @param lowercase whether everything is lower-cased; the case of a translation is then lost too
 * @param foldAccents whether accents are dropped (é becomes e): canonical decomposition,
 *     non-spacing marks removed, composed again; letters such as ø, ß or œ stay, since they are no
 *     base letter with a mark
 * @param tokenizer what a token is
 */
public record TextSettings(boolean lowercase, boolean foldAccents, Tokenization tokenizer) {

  /** Checks that the tokenizer is named. */
  public TextSettings {
    Objects.requireNonNull(tokenizer, "tokenizer");
  }

  /** Case and accents kept, words as tokens. */
  public static TextSettings defaults() {
    return new TextSettings(false, false, Tokenization.WORDS);
  }
}
