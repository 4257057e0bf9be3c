package dev.dragoman.checkpoint;

import dev.dragoman.settings.Setting;
import java.util.Optional;

/**
 * How far a training has come: with the weights and the optimiser's moments, all that it needs to
 * go on as if it had never stopped.
 *
 * @param updates optimiser moves made
 * @param epoch which epoch comes next or is under way, from 1
 * @param batch how many batches of that epoch were used
 * @param learningRate step size now
 * @param bestScore the best validation score so far; absent before the first validation
 * @param bestUpdate after how many updates that score was measured
 * @param patienceUsed validations since then
 * @param validationsOnPlateau validations without progress that count towards the next reduction of
 *     the learning rate
 */
public record Progress(
    @Setting(value = "Optimiser moves made", min = 0) long updates,
    @Setting(value = "The epoch that comes next or is under way", min = 1) int epoch,
    @Setting(value = "Batches of that epoch that were used", min = 0) int batch,
    @Setting(value = "Step size now", min = 0) double learningRate,
    @Setting(value = "Best validation score so far") Optional<Double> bestScore,
    @Setting(value = "After how many updates it was measured", min = 0) long bestUpdate,
    @Setting(value = "Validations since then", min = 0) int patienceUsed,
    @Setting(value = "Validations that count towards a smaller step", min = 0)
        int validationsOnPlateau) {

  /** Checks the ranges. */
  public Progress {
    if (updates < 0 || epoch < 1 || batch < 0 || bestUpdate < 0) {
      throw new IllegalArgumentException(
          "progress: updates, batch and bestUpdate begin at 0 and epoch at 1, got %d, %d, %d and %d"
              .formatted(updates, batch, bestUpdate, epoch));
    }
    if (patienceUsed < 0 || validationsOnPlateau < 0) {
      throw new IllegalArgumentException(
          "progress: validations are counted from 0, got %d and %d"
              .formatted(patienceUsed, validationsOnPlateau));
    }
    if (!Double.isFinite(learningRate) || !Double.isFinite(bestScore.orElse(0.0))) {
      throw new IllegalArgumentException(
          "progress: learningRate and bestScore must be finite, got %s and %s"
              .formatted(learningRate, bestScore));
    }
  }

  /** Before the first update. */
  public static Progress start(double learningRate) {
    return new Progress(0, 1, 0, learningRate, Optional.empty(), 0, 0, 0);
  }
}
