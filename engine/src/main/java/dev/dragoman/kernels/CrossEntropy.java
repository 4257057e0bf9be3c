package dev.dragoman.kernels;

/** The loss of one row of logits once its sums are known. */
final class CrossEntropy {
  private CrossEntropy() {}

  /** −(1−ε)·logp(target) − ε/V·Σ_v logp(v), where logp(v) = logit(v) − logSumExp. */
  static float loss(
      float logSumExp, float targetLogit, float logitSum, int n, float labelSmoothing) {
    float targetLoss = logSumExp - targetLogit;
    if (labelSmoothing == 0f) {
      return targetLoss;
    }
    float meanLoss = logSumExp - logitSum / n;
    return Math.fma(labelSmoothing, meanLoss, (1f - labelSmoothing) * targetLoss);
  }
}
