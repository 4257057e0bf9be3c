package dev.dragoman.word2vec;

/** How an analogy's answer is scored. */
public enum AnalogyMethod {
  /**
   * cos(x, Σ positive − Σ negative) over vectors of length 1 (Mikolov, Yih and Zweig 2013,
   * "Linguistic Regularities in Continuous Space Word Representations").
   */
  COS_ADD,

  /**
   * Π cos(x, positive) / (Π cos(x, negative) + 1e-6), every cosine moved to [0, 1] (Levy and
   * Goldberg 2014, "Linguistic Regularities in Sparse and Explicit Word Representations"): no one
   * large term decides alone. Differs from the paper, where 1e-3 stands for 1e-6, which is
   * gensim's.
   */
  COS_MUL
}
