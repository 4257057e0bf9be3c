package dev.dragoman.word2vec;

/** Chooses what the prediction of a word is judged by. Shared by all threads. */
sealed interface Objective permits NegativeSampling, HierarchicalSoftmax {

  /** The loss that the settings name, over these words. */
  static Objective of(Word2VecSettings settings, WordCounts words) {
    return switch (settings.loss()) {
      case NEGATIVE_SAMPLING -> new NegativeSampling(words, settings);
      case HIERARCHICAL_SOFTMAX -> new HierarchicalSoftmax(words);
    };
  }

  /** Rows of the output table. */
  int outputRows();

  /** Most targets of any prediction. */
  int mostTargets();

  /**
   * Overwrites the targets with those of a word.
   *
   * @param stride floats from the beginning of one output row to that of the next
   */
  void choose(int word, int stride, Targets targets, Randomness random);
}
