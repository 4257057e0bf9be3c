package dev.dragoman.training;

/**
 * A training cannot go on, by no fault of the program: its numbers have left the finite ones. The
 * message is one line that says at which update and what to do.
 */
public final class TrainingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A complaint that is complete in itself. */
  public TrainingException(String message) {
    super(message);
  }
}
