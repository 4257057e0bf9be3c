package dev.dragoman.benchmarks;

import java.util.Random;

/** Operands of benchmarks: uniform in [−1, 1), the same in every run. */
final class Numbers {
  private Numbers() {}

  static float[] uniform(long seed, int n) {
    Random random = new Random(seed);
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextFloat() * 2f - 1f;
    }
    return x;
  }
}
