package dev.dragoman.projection;

import dev.dragoman.tensor.Workers;

/**
 * The affinities of t-SNE: to each row its neighbours have probabilities p_{j|i} ∝ exp(−β·d²), β
 * chosen for each row so that their perplexity, 2 to the entropy in bits, is the one that is asked
 * for (van der Maaten and Hinton 2008, section 2). β is found by bisection.
 */
final class Perplexity {
  private static final int MOST_STEPS = 200;
  private static final double CLOSE = 1e-7;
  private static final int ROWS_PER_TASK = 256;

  private Perplexity() {}

  /** Symmetric, the sum of all 1: p_ij = (p_{j|i} + p_{i|j}) / 2N. */
  static SparseRows affinities(NearestNeighbours neighbours, double perplexity, Workers workers) {
    int n = neighbours.size();
    double[] given = conditional(neighbours, perplexity, workers);
    return SparseRows.symmetric(neighbours, given, (a, b) -> (a + b) / (2 * n));
  }

  /** p_{j|i} [N·k], each row's sum 1. */
  static double[] conditional(NearestNeighbours neighbours, double perplexity, Workers workers) {
    int k = neighbours.k();
    double[] given = new double[neighbours.size() * k];
    workers.forEach(
        Math.ceilDiv(neighbours.size(), ROWS_PER_TASK),
        task -> {
          double[] squares = new double[k];
          int end = Math.min(neighbours.size(), (task + 1) * ROWS_PER_TASK);
          for (int row = task * ROWS_PER_TASK; row < end; row++) {
            for (int i = 0; i < k; i++) {
              squares[i] = neighbours.distance(row, i) * neighbours.distance(row, i);
            }
            calibrate(squares, Math.log(perplexity), given, row * k);
          }
        });
    return given;
  }

  /**
   * Where even the flattest or the steepest curve misses the perplexity, as among equal rows, the
   * nearest to it counts.
   */
  private static void calibrate(double[] squares, double entropy, double[] out, int at) {
    double mean = 0;
    for (double square : squares) {
      mean += square / squares.length;
    }
    double beta = mean > 0 ? 1 / mean : 1;
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    for (int step = 0; step < MOST_STEPS; step++) {
      double difference = entropy(squares, beta, out, at) - entropy;
      if (Math.abs(difference) < CLOSE) {
        return;
      }
      if (difference > 0) {
        low = beta;
        beta = high == Double.POSITIVE_INFINITY ? beta * 2 : (low + high) / 2;
      } else {
        high = beta;
        beta = (low + high) / 2;
      }
      if (beta == 0 || beta == Double.POSITIVE_INFINITY || (beta == low && beta == high)) {
        return;
      }
    }
  }

  /** Writes the probabilities and gives their entropy in nats. */
  private static double entropy(double[] squares, double beta, double[] out, int at) {
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < squares.length; i++) {
      double above = squares[i] - squares[0];
      double weight = Math.exp(-beta * above);
      out[at + i] = weight;
      sum += weight;
      weighted += weight > 0 ? weight * beta * above : 0;
    }
    for (int i = 0; i < squares.length; i++) {
      out[at + i] /= sum;
    }
    return Math.log(sum) + weighted / sum;
  }
}
