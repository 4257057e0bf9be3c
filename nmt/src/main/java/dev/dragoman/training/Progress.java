package dev.dragoman.training;

/**
 * Where a run stands: with the weights and the optimiser's moments all that is needed to go on exactly.
 *
 * @param updates updates made
 * @param epoch epoch that is running, from 1
 * @param batchInEpoch batches of this epoch that were done
 * @param bestScore best value of the criterion so far, greater is better; −∞ before the first validation
 * @param bestUpdate update at which it was reached
 * @param validationsWithoutImprovement since then
 * @param plateauFactor what the plateau schedule has multiplied the rate by
 * @param plateauValidations its validations without improvement
 */
public record Progress(
    long updates,
    int epoch,
    int batchInEpoch,
    double bestScore,
    long bestUpdate,
    int validationsWithoutImprovement,
    float plateauFactor,
    int plateauValidations) {

  /** Before the first update. */
  public static Progress start() {
    return new Progress(0, 1, 0, Double.NEGATIVE_INFINITY, 0, 0, 1, 0);
  }
}
