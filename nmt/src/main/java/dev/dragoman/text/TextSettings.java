package dev.dragoman.text;

import dev.dragoman.settings.Setting;
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
public record TextSettings(
    @Setting("Lower-case everything; translations lose their case too") boolean lowercase,
    @Setting("Drop accents: é becomes e") boolean foldAccents,
    @Setting("What a token is") Tokenization tokenizer) {

  /** Checks that the tokenizer is named. */
  public TextSettings {
    Objects.requireNonNull(tokenizer, "tokenizer");
  }

  /** Case and accents kept, words as tokens. */
  public static TextSettings defaults() {
    return new TextSettings(false, false, Tokenization.WORDS);
  }
}
