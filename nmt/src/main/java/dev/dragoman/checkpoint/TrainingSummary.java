package dev.dragoman.checkpoint;

import dev.dragoman.metrics.Perplexity;
import java.time.Instant;
import java.util.Optional;

/**
 * How the weights of a saved model came about, in a few numbers.
 *
 * @param seed what all randomness of the training came from
 * @param epochs how often the training text was gone through, the begun time included
 * @param updates optimiser moves made until these weights
 * @param validationLoss of these weights, in nats per target token; absent where none was measured
 * @param bleu BLEU of these weights on the validation text, 0 to 100; absent where none was
 *     measured
 * @param finished when the weights were saved; absent where two runs shall give the same bytes
 */
public record TrainingSummary(
    long seed,
    int epochs,
    long updates,
    Optional<Double> validationLoss,
    Optional<Double> bleu,
    Optional<Instant> finished) {

  /** Checks the ranges. */
  public TrainingSummary {
    if (epochs < 0 || updates < 0) {
      throw new IllegalArgumentException(
          "epochs and updates must be ≥ 0, got %d and %d".formatted(epochs, updates));
    }
    requireFinite("validationLoss", validationLoss);
    requireFinite("bleu", bleu);
  }

  private static void requireFinite(String name, Optional<Double> value) {
    if (value.isPresent() && !Double.isFinite(value.get())) {
      throw new IllegalArgumentException(
          "%s must be a finite number, got %s; leave it out".formatted(name, value.get()));
    }
  }

  /** Of a model whose weights are as they were drawn. */
  public static TrainingSummary untrained(long seed) {
    return new TrainingSummary(seed, 0, 0, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** e to the validation loss: among how many equally likely tokens the model hesitates. */
  public Optional<Double> perplexity() {
    return validationLoss.map(Perplexity::ofMeanLoss);
  }
}
