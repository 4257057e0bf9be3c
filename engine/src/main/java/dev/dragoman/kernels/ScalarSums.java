package dev.dragoman.kernels;

/**
 * Sums in the order that holds everywhere: the leading whole groups of {@link Lanes#COUNT} elements
 * keep one partial sum per place in the group, the partial sums are added as a tree of halves
 * (place i and i + 8, then i + 4, i + 2, i + 1), and the remaining elements follow one by one.
 *
 * <p>{@code tree(width, lane)} is the sum of all partial sums whose place is {@code lane} modulo
 * {@code width}.
 */
final class ScalarSums {
  private ScalarSums() {}

  /** End of the last whole group that begins at or after {@code offset}. */
  static int groupsEnd(int offset, int n) {
    return offset + n - n % Lanes.COUNT;
  }

  static float sum(float[] x, int xOffset, int n) {
    float s = sumTree(x, xOffset, n, 1, 0);
    for (int i = groupsEnd(xOffset, n); i < xOffset + n; i++) {
      s += x[i];
    }
    return s;
  }

  private static float sumTree(float[] x, int xOffset, int n, int width, int lane) {
    if (width < Lanes.COUNT) {
      return sumTree(x, xOffset, n, 2 * width, lane)
          + sumTree(x, xOffset, n, 2 * width, lane + width);
    }
    float s = 0f;
    for (int i = xOffset + lane; i < groupsEnd(xOffset, n); i += Lanes.COUNT) {
      s += x[i];
    }
    return s;
  }

  static float dot(float[] x, int xOffset, float[] y, int yOffset, int n) {
    float s = dotTree(x, xOffset, y, yOffset, n, 1, 0);
    for (int i = n - n % Lanes.COUNT; i < n; i++) {
      s = Math.fma(x[xOffset + i], y[yOffset + i], s);
    }
    return s;
  }

  private static float dotTree(
      float[] x, int xOffset, float[] y, int yOffset, int n, int width, int lane) {
    if (width < Lanes.COUNT) {
      return dotTree(x, xOffset, y, yOffset, n, 2 * width, lane)
          + dotTree(x, xOffset, y, yOffset, n, 2 * width, lane + width);
    }
    float s = 0f;
    for (int i = lane; i < n - n % Lanes.COUNT; i += Lanes.COUNT) {
      s = Math.fma(x[xOffset + i], y[yOffset + i], s);
    }
    return s;
  }

  static double sumOfSquares(float[] x, int xOffset, int n) {
    double s = squaresTree(x, xOffset, n, 1, 0);
    for (int i = groupsEnd(xOffset, n); i < xOffset + n; i++) {
      s += (double) x[i] * x[i];
    }
    return s;
  }

  private static double squaresTree(float[] x, int xOffset, int n, int width, int lane) {
    if (width < Lanes.COUNT) {
      return squaresTree(x, xOffset, n, 2 * width, lane)
          + squaresTree(x, xOffset, n, 2 * width, lane + width);
    }
    double s = 0.0;
    for (int i = xOffset + lane; i < groupsEnd(xOffset, n); i += Lanes.COUNT) {
      s += (double) x[i] * x[i];
    }
    return s;
  }

  /** Σ v·tanh(query + key). */
  static float additiveEnergy(
      float[] key, int keyOffset, float[] query, int queryOffset, float[] v, int vOffset, int n) {
    float s = energyTree(key, keyOffset, query, queryOffset, v, vOffset, n, 1, 0);
    for (int i = n - n % Lanes.COUNT; i < n; i++) {
      float u = Exponentials.tanh(query[queryOffset + i] + key[keyOffset + i]);
      s = Math.fma(v[vOffset + i], u, s);
    }
    return s;
  }

  private static float energyTree(
      float[] key,
      int keyOffset,
      float[] query,
      int queryOffset,
      float[] v,
      int vOffset,
      int n,
      int width,
      int lane) {
    if (width < Lanes.COUNT) {
      return energyTree(key, keyOffset, query, queryOffset, v, vOffset, n, 2 * width, lane)
          + energyTree(key, keyOffset, query, queryOffset, v, vOffset, n, 2 * width, lane + width);
    }
    float s = 0f;
    for (int i = lane; i < n - n % Lanes.COUNT; i += Lanes.COUNT) {
      float u = Exponentials.tanh(query[queryOffset + i] + key[keyOffset + i]);
      s = Math.fma(v[vOffset + i], u, s);
    }
    return s;
  }
}
