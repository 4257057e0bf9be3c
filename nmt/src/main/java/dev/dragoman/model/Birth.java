package dev.dragoman.model;

import dev.dragoman.layers.Initialiser;
import java.util.random.RandomGenerator;

/**
 * How the weights of a new model come about; biases are always born zero.
 *
 * @param embeddings for the embedding tables
 * @param matrices for all other matrices
 * @param random what the initialisers draw from
 */
record Birth(Initialiser embeddings, Initialiser matrices, RandomGenerator random) {

  /** Drawn as the settings say. */
  static Birth drawn(ModelSettings settings, RandomGenerator random) {
    return new Birth(
        new Initialiser.Normal(0, settings.embeddingDeviation()),
        settings.weights().initialiser(),
        random);
  }

  /**
   * All zero, to be overwritten: drawing the weights of a large model takes longer than loading
   * them.
   */
  static Birth zeros() {
    Initialiser zero = new Initialiser.Constant(0);
    return new Birth(zero, zero, Birth::nothingToDraw);
  }

  private static long nothingToDraw() {
    throw new IllegalStateException("a model of known weights draws no numbers");
  }
}
