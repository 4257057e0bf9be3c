package dev.dragoman.projection;

/**
 * How t-SNE works.
 *
 * @param perplexity about how many neighbours a row has, at least 1; fewer where there are not
 *     three times as many rows
 * @param theta how coarsely far points are seen, 0 to 0.7; 0: exactly
 * @param exaggerated steps at the beginning in which neighbours attract one another more strongly
 * @param steps steps after those
 * @param refiningSteps steps of a layout that begins at another snapshot's
 */
public record TSneSettings(
    double perplexity, double theta, int exaggerated, int steps, int refiningSteps) {

  /** Checks the ranges. */
  public TSneSettings {
    if (!(perplexity >= 1) || perplexity == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("perplexity: expected at least 1, got " + perplexity);
    }
    if (!(theta >= 0 && theta <= 0.7)) {
      throw new IllegalArgumentException("theta: expected 0 to 0.7, got " + theta);
    }
    if (exaggerated < 0 || steps < 0 || refiningSteps < 0) {
      throw new IllegalArgumentException(
          "steps: expected at least 0, got " + exaggerated + ", " + steps + ", " + refiningSteps);
    }
  }

  /** Perplexity 30, θ 0.5, 250 + 500 steps, 100 from one snapshot to another. */
  public static TSneSettings defaults() {
    return new TSneSettings(30, 0.5, 250, 500, 100);
  }
}
