package dev.dragoman.training;

import dev.dragoman.settings.Setting;

/**
 * How a model is trained.
 *
 * @param seed where all randomness comes from: weights, order of sentences, dropout
 * @param epochs how often the corpus is read at most, ≥ 1
 * @param maxUpdates updates at most; 0 for no bound
 * @param validateEvery updates between validations; 0 for one at the end of each epoch
 * @param patience validations without improvement before training stops; 0 for never
 * @param criterion loss or bleu: what makes a model the best so far
 * @param bleuSentences how many validation sentences are translated for BLEU; 0 for none
 * @param labelSmoothing ε in [0, 1): share of the target spread over the vocabulary (Szegedy et al.
 *     2016, arXiv:1512.00567)
 * @param shards parts that each batch is cut into, one thread each; part of what makes a run
 *     reproducible, ≥ 1
 * @param threads threads that train; 0 for one per processor. Results do not depend on it
 * @param optimiser optimiser and clipping
 * @param schedule learning-rate schedule
 */
public record TrainingSettings(
    @Setting("Where all randomness comes from") long seed,
    @Setting(value = "How often the corpus is read at most", min = 1) int epochs,
    @Setting(value = "Updates at most; 0 for no bound", min = 0) long maxUpdates,
    @Setting(value = "Updates between validations; 0 for one per epoch", min = 0) int validateEvery,
    @Setting(value = "Validations without improvement before training stops; 0 for never", min = 0)
        int patience,
    @Setting("What makes a model the best so far") Criterion criterion,
    @Setting(value = "Validation sentences translated for BLEU; 0 for none", min = 0)
        int bleuSentences,
    @Setting(value = "Share of the target spread over the vocabulary", min = 0, below = 1)
        float labelSmoothing,
    @Setting(value = "Parts a batch is cut into; part of what makes a run reproducible", min = 1)
        int shards,
    @Setting(
            value = "Threads that train; 0 for one per processor; results stay the same",
            min = 0,
            max = 1024)
        int threads,
    @Setting("How gradients move parameters") OptimiserSettings optimiser,
    @Setting("How the learning rate changes") ScheduleSettings schedule) {

  /** Checks the ranges. */
  public TrainingSettings {
    require(epochs >= 1, "epochs must be at least 1", epochs);
    require(maxUpdates >= 0, "max-updates must be ≥ 0", maxUpdates);
    require(validateEvery >= 0, "validate-every must be ≥ 0", validateEvery);
    require(patience >= 0, "patience must be ≥ 0", patience);
    require(bleuSentences >= 0, "bleu-sentences must be ≥ 0", bleuSentences);
    require(
        labelSmoothing >= 0 && labelSmoothing < 1,
        "label-smoothing must be in [0, 1)",
        labelSmoothing);
    require(shards >= 1, "shards must be at least 1", shards);
    require(threads >= 0, "threads must be ≥ 0", threads);
    if (criterion == Criterion.BLEU && bleuSentences == 0) {
      throw new IllegalArgumentException("criterion bleu needs bleu-sentences above 0");
    }
  }

  private static void require(boolean holds, String rule, Number got) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", got " + got);
    }
  }

  /** Ten epochs of Adam, validated after each, stopped after three without improvement. */
  public static TrainingSettings defaults() {
    return new TrainingSettings(
        1,
        10,
        0,
        0,
        3,
        Criterion.LOSS,
        200,
        0f,
        2,
        0,
        OptimiserSettings.defaults(),
        ScheduleSettings.defaults());
  }

  /** The number of threads to use on this machine. */
  public int threadCount() {
    return threads > 0 ? threads : Math.max(1, Runtime.getRuntime().availableProcessors());
  }
}
