package dev.dragoman.word2vec;

import dev.dragoman.tensor.ChosenRows;

/**
 * One update: a vector h predicts a word, is judged on the word's targets, and both sides learn.
 *
 * <p>The loss is L = −Σₖ log σ(±oₖ·h), plus where the answer tₖ is 1; its derivatives are (σ(oₖ·h)
 * − tₖ)·oₖ by h and (σ(oₖ·h) − tₖ)·h by oₖ. Each thread has its own.
 */
final class Prediction {

  /** One prediction in so many has its loss computed, which takes logarithms. */
  private static final int LOSS_EVERY = 512;

  private final Objective objective;
  private final float[] output;
  private final int stride;
  private final Targets targets;
  private final float[] scores;
  private int untilLoss = 1;
  private double lossSum;
  private long lossCount;

  Prediction(Objective objective, Weights weights) {
    this.objective = objective;
    this.output = weights.output();
    this.stride = weights.stride();
    this.targets = new Targets(objective.mostTargets());
    this.scores = new float[objective.mostTargets()];
  }

  /**
   * Moves the output vectors down the gradient, and adds −learningRate · dL/dh to {@code dHidden},
   * which may be {@code hidden} itself.
   */
  void learn(
      int word,
      float[] hidden,
      int hiddenAt,
      float[] dHidden,
      int dHiddenAt,
      float learningRate,
      Randomness random) {
    objective.choose(word, stride, targets, random);
    int[] rows = targets.rows();
    int count = targets.count();
    ChosenRows.dots(hidden, hiddenAt, output, rows, count, stride, scores);
    if (--untilLoss == 0) {
      untilLoss = LOSS_EVERY;
      lossSum += loss();
      lossCount++;
    }
    float[] labels = targets.labels();
    for (int k = 0; k < count; k++) {
      scores[k] = (labels[k] - Sigmoid.of(scores[k])) * learningRate;
    }
    ChosenRows.learn(hidden, hiddenAt, dHidden, dHiddenAt, output, rows, scores, count, stride);
  }

  /** The mean loss of the predictions that were looked at since the last call, in nats. */
  double takeMeanLoss() {
    double mean = lossSum / lossCount;
    lossSum = 0;
    lossCount = 0;
    return mean;
  }

  private double loss() {
    double loss = 0;
    for (int k = 0; k < targets.count(); k++) {
      double agreement = targets.labels()[k] == 1f ? scores[k] : -scores[k];
      loss += Math.max(0, -agreement) + Math.log1p(Math.exp(-Math.abs(agreement)));
    }
    return loss;
  }
}
