package dev.dragoman.word2vec;

/**
 * A text, vector file or question file that cannot be used; the message is one line that says which
 * file and line, what was expected and what was found.
 */
public final class Word2VecException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With one line for the user. */
  public Word2VecException(String message) {
    super(message);
  }

  /** With one line for the user and what was thrown below. */
  public Word2VecException(String message, Throwable cause) {
    super(message, cause);
  }
}
