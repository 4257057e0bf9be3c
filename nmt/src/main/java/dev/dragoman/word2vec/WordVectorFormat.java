package dev.dragoman.word2vec;

/** How vectors lie in a file. */
public enum WordVectorFormat {
  /**
   * A line "V D", then V lines of a word and D numbers, separated by single blanks: the original
   * tool's and gensim's text format, and fastText's {@code .vec}. A blank at the end of a line, as
   * the original and fastText write it, is read over.
   */
  WORD2VEC_TEXT,

  /**
   * A line "V D", then V times a word, a blank and D floats of four bytes, little-endian, and a
   * line feed. Files without that line feed, as gensim writes them, are read too.
   */
  WORD2VEC_BINARY,

  /** {@link #WORD2VEC_TEXT} without its first line. A word may have blanks in it. */
  GLOVE
}
