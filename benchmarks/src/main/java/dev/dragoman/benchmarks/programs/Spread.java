package dev.dragoman.benchmarks.programs;

import java.util.Arrays;
import java.util.Collection;

/** Measured values of one thing. */
final class Spread {
  private final double[] sorted;

  private Spread(double[] sorted) {
    this.sorted = sorted;
  }

  /** At least one value. */
  static Spread of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured: expected at least one value");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return new Spread(sorted);
  }

  /** The value below which this share of the others lies, as the peers' scripts take it. */
  private double at(int tenths) {
    return sorted[Math.min(sorted.length - 1, sorted.length * tenths / 10)];
  }

  double median() {
    return at(5);
  }

  double tenth() {
    return at(1);
  }

  double ninetieth() {
    return at(9);
  }

  double least() {
    return sorted[0];
  }

  double most() {
    return sorted[sorted.length - 1];
  }
}
