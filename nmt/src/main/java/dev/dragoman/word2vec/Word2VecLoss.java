package dev.dragoman.word2vec;

/** How a prediction is judged without a softmax over the whole vocabulary. */
public enum Word2VecLoss {
  /**
   * Tell the true word from a few drawn ones: −log σ(o·h) − Σ log σ(−oₖ·h) (Mikolov et al. 2013,
   * arXiv:1310.4546).
   */
  NEGATIVE_SAMPLING,

  /**
   * Walk a Huffman tree to the word, one binary decision per inner node (Morin and Bengio 2005;
   * Mikolov et al. 2013, arXiv:1310.4546). No drawing; frequent words cost little.
   */
  HIERARCHICAL_SOFTMAX
}
