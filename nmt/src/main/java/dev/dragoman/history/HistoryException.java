package dev.dragoman.history;

/**
 * A history cannot be read or gone on with: the message is one line that names the file, says what
 * is wrong with it and what to do.
 */
public final class HistoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A complaint that is complete in itself. */
  public HistoryException(String message) {
    super(message);
  }

  /** A complaint with the failure that led to it. */
  public HistoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
