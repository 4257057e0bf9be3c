package dev.dragoman.word2vec;

/** Whether words of a question file match words of other case. */
public enum LetterCase {
  /** Words match in upper case; of several that do, the most frequent one counts. */
  IGNORED,

  /** Words match as they are written. */
  KEPT
}
