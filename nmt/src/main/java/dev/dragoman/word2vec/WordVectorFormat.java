package dev.dragoman.word2vec;

/** How vectors lie in a file, or in a folder. */
public enum WordVectorFormat {
  /**
   * A line "V D", then V lines of a word and D numbers, separated by single blanks: gensim's text
   * format. A blank at the end of a line, as the original tool and fastText write it, is read over.
   */
  WORD2VEC_TEXT,

  /**
   * A line "V D", then V times a word, a blank and D floats of four bytes, little-endian, and a
   * line feed. Files without that line feed, as gensim writes them, are read too.
   */
  WORD2VEC_BINARY,

  /** {@link #WORD2VEC_TEXT} without its first line. A word may have blanks in it. */
  GLOVE,

  /**
   * fastText's {@code .vec}: {@link #WORD2VEC_TEXT} with a blank at the end of every line but the
   * first, as the original word2vec tool writes its text, too.
   */
  FASTTEXT,

  /**
   * NumPy's {@code .npy} of version 1.0: the matrix [V, D] as little-endian float32. The words lie
   * beside it, one a line, in a file whose name ends in {@code .tokens.txt} for {@code .npy}.
   */
  NUMPY,

  /**
   * A folder for TensorBoard's projector: {@code tensors.tsv}, {@code metadata.tsv}, {@code
   * projector_config.pbtxt} for TensorBoard and {@code projector_config.json} for the projector
   * that stands alone.
   */
  PROJECTOR
}
