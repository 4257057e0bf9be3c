package dev.dragoman.training;

/** Sums of squares over rows, in eight sums side by side so that they need not wait for another. */
final class RowSquares {
  private static final int SUMS = 8;

  private RowSquares() {}

  /** Σ a². */
  static double of(float[] a, int from, int size) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int i = from;
    for (int end = from + size - size % SUMS; i < end; i += SUMS) {
      s0 += a[i] * a[i];
      s1 += a[i + 1] * a[i + 1];
      s2 += a[i + 2] * a[i + 2];
      s3 += a[i + 3] * a[i + 3];
      s4 += a[i + 4] * a[i + 4];
      s5 += a[i + 5] * a[i + 5];
      s6 += a[i + 6] * a[i + 6];
      s7 += a[i + 7] * a[i + 7];
    }
    for (; i < from + size; i++) {
      s0 += a[i] * a[i];
    }
    return (double) s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7;
  }

  /** Σ (a − b)². */
  static double ofDifference(float[] a, int fromA, float[] b, int fromB, int size) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int whole = size - size % 4;
    for (int i = 0; i < whole; i += 4) {
      float d0 = a[fromA + i] - b[fromB + i];
      float d1 = a[fromA + i + 1] - b[fromB + i + 1];
      float d2 = a[fromA + i + 2] - b[fromB + i + 2];
      float d3 = a[fromA + i + 3] - b[fromB + i + 3];
      s0 += d0 * d0;
      s1 += d1 * d1;
      s2 += d2 * d2;
      s3 += d3 * d3;
    }
    for (int i = whole; i < size; i++) {
      float d = a[fromA + i] - b[fromB + i];
      s0 += d * d;
    }
    return (double) s0 + s1 + s2 + s3;
  }
}
