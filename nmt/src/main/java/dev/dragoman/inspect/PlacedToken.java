package dev.dragoman.inspect;

import dev.dragoman.vocab.Specials;
import dev.dragoman.vocab.Vocabulary;
import java.util.Objects;

/**
 * A token and where it stands in its text.
 *
 * @param token as the vocabulary knows it; may carry a joining mark that the text has not
 * @param text the characters of the text that it stands for; empty for an end-of-sentence token and
 *     for marks that stand alone
 * @param begin index of its first {@code char} in the text
 * @param end index after its last {@code char} in the text
 */
public record PlacedToken(String token, String text, int begin, int end) {

  /** Checks that the span is one and that the characters fill it. */
  public PlacedToken {
    Objects.requireNonNull(token, "token");
    if (begin < 0 || end < begin || text.length() != end - begin) {
      throw new IllegalArgumentException(
          "token '"
              + token
              + "': expected 0 <= begin <= end and as many characters between them, got begin "
              + begin
              + ", end "
              + end
              + " and '"
              + text
              + "'");
    }
  }

  static PlacedToken of(String token, String whole, int begin, int end) {
    return new PlacedToken(token, whole.substring(begin, end), begin, end);
  }

  /**
   * Whether a vocabulary lacks it, so that a model has {@code <unk>} in its place. The
   * end-of-sentence token behind a text is never lacking.
   */
  public boolean isUnknownTo(Vocabulary vocabulary) {
    boolean end = text.isEmpty() && token.equals(vocabulary.token(Specials.EOS));
    return !end && vocabulary.id(token) == Specials.UNK;
  }

  /** What people are shown: the characters of the text, or the token where it has none. */
  public String shown() {
    return text.isEmpty() ? token : text;
  }
}
