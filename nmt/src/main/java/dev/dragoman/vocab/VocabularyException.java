package dev.dragoman.vocab;

/** A vocabulary file that is not one; the message names file and line. */
public final class VocabularyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With one line that says which file and line, what was expected and what was found. */
  public VocabularyException(String message) {
    super(message);
  }
}
