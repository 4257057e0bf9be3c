package dev.dragoman.word2vec;

/** What becomes of a question with a word that has no vector. */
public enum UnknownWords {
  /** It is left out, and counted as left out. */
  SKIP,

  /** It counts as a wrong answer, or as similarity 0. */
  COUNT_AS_WRONG
}
