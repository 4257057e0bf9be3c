package dev.dragoman.inspect;

import dev.dragoman.word2vec.SimilarSpelling;
import java.util.List;

/**
 * A token was asked for that a table has no row for; the message suggests tokens of similar
 * spelling.
 */
public final class UnknownTokenException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> suggestions;

  /**
   * About one token.
   *
   * @param table how messages call the table
   * @param suggestions tokens of similar spelling, perhaps none
   */
  public UnknownTokenException(String token, String table, List<String> suggestions) {
    super("'" + token + "' is not in " + table + SimilarSpelling.question(suggestions));
    this.suggestions = List.copyOf(suggestions);
  }

  /** Tokens of similar spelling, perhaps none. */
  public List<String> suggestions() {
    return suggestions;
  }
}
