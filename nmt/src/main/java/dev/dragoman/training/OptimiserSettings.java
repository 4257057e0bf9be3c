package dev.dragoman.training;

import dev.dragoman.settings.Setting;

/**
 * How gradients move parameters.
 *
 * @param kind adam, adamw or sgd
 * @param learningRate step size, above 0
 * @param beta1 decay of Adam's first moment, in [0, 1)
 * @param beta2 decay of Adam's second moment, in [0, 1)
 * @param epsilon added to Adam's root, above 0
 * @param weightDecay AdamW's decay, ≥ 0
 * @param momentum SGD's momentum, in [0, 1)
 * @param clipNorm gradients whose global norm is above are scaled down to it; 0 for no clipping
 */
public record OptimiserSettings(
    @Setting("Rule of the updates") OptimiserKind kind,
    @Setting(value = "Step size", above = 0) float learningRate,
    @Setting(value = "Decay of Adam's first moment", min = 0, below = 1) float beta1,
    @Setting(value = "Decay of Adam's second moment", min = 0, below = 1) float beta2,
    @Setting(value = "Added to Adam's root", above = 0) float epsilon,
    @Setting(value = "AdamW's decay", min = 0) float weightDecay,
    @Setting(value = "SGD's momentum", min = 0, below = 1) float momentum,
    @Setting(
            value = "Gradients of a larger global norm are scaled down to it; 0 for never",
            min = 0)
        float clipNorm) {

  /** Checks the ranges. */
  public OptimiserSettings {
    require(learningRate > 0, "learning-rate must be above 0", learningRate);
    require(beta1 >= 0 && beta1 < 1, "beta1 must be in [0, 1)", beta1);
    require(beta2 >= 0 && beta2 < 1, "beta2 must be in [0, 1)", beta2);
    require(epsilon > 0, "epsilon must be above 0", epsilon);
    require(weightDecay >= 0, "weight-decay must be ≥ 0", weightDecay);
    require(momentum >= 0 && momentum < 1, "momentum must be in [0, 1)", momentum);
    require(clipNorm >= 0, "clip-norm must be ≥ 0", clipNorm);
  }

  private static void require(boolean holds, String rule, float got) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", got " + got);
    }
  }

  /** Adam with rate 0.001, β 0.9 and 0.999, clipped at norm 1. */
  public static OptimiserSettings defaults() {
    return new OptimiserSettings(OptimiserKind.ADAM, 1e-3f, 0.9f, 0.999f, 1e-8f, 0.01f, 0.9f, 1f);
  }

  /** The same with another kind and rate. */
  public OptimiserSettings with(OptimiserKind otherKind, float rate) {
    return new OptimiserSettings(
        otherKind, rate, beta1, beta2, epsilon, weightDecay, momentum, clipNorm);
  }
}
