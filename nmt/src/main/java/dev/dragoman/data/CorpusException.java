package dev.dragoman.data;

/**
 * A corpus that cannot be used; the message is one line that says which file, what and what to do.
 */
public final class CorpusException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With one line for the user. */
  public CorpusException(String message) {
    super(message);
  }

  /** With one line for the user and what was thrown below. */
  public CorpusException(String message, Throwable cause) {
    super(message, cause);
  }
}
