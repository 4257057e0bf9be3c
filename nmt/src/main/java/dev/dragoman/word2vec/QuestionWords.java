package dev.dragoman.word2vec;

/**
 * Whether the words of an analogy's question may be its answer. They are usually left out, since
 * the nearest word to king − man + woman is most often king itself.
 */
public enum QuestionWords {
  /** They may not be the answer. */
  LEFT_OUT,

  /** They may be the answer. */
  LEFT_IN
}
