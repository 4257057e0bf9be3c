package dev.dragoman.word2vec;

/** What predicts what: the two architectures of Mikolov et al. 2013 (arXiv:1301.3781). */
public enum Word2VecKind {
  /** Every word of the window predicts the centre word, one pair at a time. */
  SKIP_GRAM,

  /** The mean of the window's vectors predicts the centre word: several times faster, coarser. */
  CBOW
}
