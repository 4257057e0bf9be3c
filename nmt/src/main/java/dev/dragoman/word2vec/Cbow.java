package dev.dragoman.word2vec;

import dev.dragoman.tensor.ChosenRows;
import java.util.Arrays;

/**
 * The mean of the window's vectors predicts the centre word.
 *
 * <p>Differs from the derivative: every word of the window receives the whole gradient of the mean,
 * not its share of it, as in the original tool and gensim. Irsoy, Benton and Stratos 2020
 * (arXiv:2012.15332) discuss the difference.
 */
final class Cbow implements Architecture {

  private final float[] input;
  private final int stride;
  private final Prediction prediction;
  private final int[] rows;
  private final float[] mean;
  private final float[] dMean;

  Cbow(Weights weights, Prediction prediction, int window) {
    this.input = weights.input();
    this.stride = weights.stride();
    this.prediction = prediction;
    this.rows = new int[2 * window];
    this.mean = new float[stride];
    this.dMean = new float[stride];
  }

  @Override
  public void learn(
      int[] sentence, int from, int centre, int to, float learningRate, Randomness random) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (i != centre) {
        rows[count++] = sentence[i] * stride;
      }
    }
    if (count == 0) {
      return;
    }
    ChosenRows.scaledSumInto(input, rows, count, 1f / count, mean, stride);
    Arrays.fill(dMean, 0f);
    prediction.learn(sentence[centre], mean, 0, dMean, 0, learningRate, random);
    ChosenRows.addToRows(dMean, input, rows, count, stride);
  }
}
