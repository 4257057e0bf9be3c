package dev.dragoman.word2vec;

/**
 * Every word of the window by itself predicts the centre word.
 *
 * <p>The paper has the centre predict its neighbours; over a text these are the same pairs, and the
 * original tool and gensim train in this direction too.
 */
final class SkipGram implements Architecture {

  private final float[] input;
  private final int stride;
  private final Prediction prediction;

  SkipGram(Weights weights, Prediction prediction) {
    this.input = weights.input();
    this.stride = weights.stride();
    this.prediction = prediction;
  }

  @Override
  public void learn(
      int[] sentence, int from, int centre, int to, float learningRate, Randomness random) {
    for (int i = from; i < to; i++) {
      if (i != centre) {
        int row = sentence[i] * stride;
        prediction.learn(sentence[centre], input, row, input, row, learningRate, random);
      }
    }
  }
}
