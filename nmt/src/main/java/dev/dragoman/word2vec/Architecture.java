package dev.dragoman.word2vec;

/** How the words of a window and their centre learn from each other. Each thread has its own. */
sealed interface Architecture permits SkipGram, Cbow {

  /** The architecture that the settings name. */
  static Architecture of(Word2VecSettings settings, Weights weights, Prediction prediction) {
    return switch (settings.kind()) {
      case SKIP_GRAM -> new SkipGram(weights, prediction);
      case CBOW -> new Cbow(weights, prediction, settings.window());
    };
  }

  /**
   * Learns from one window: words [from, to) of the sentence, the one at {@code centre} being
   * predicted by the others.
   */
  void learn(int[] sentence, int from, int centre, int to, float learningRate, Randomness random);
}
