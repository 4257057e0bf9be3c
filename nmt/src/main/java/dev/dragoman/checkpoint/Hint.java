package dev.dragoman.checkpoint;

/** What to do about a file, as the end of a complaint. */
final class Hint {
  /** For a file that is not what was written. */
  static final String DAMAGED = "; copy the model folder again, or train the model again";

  private Hint() {}
}
