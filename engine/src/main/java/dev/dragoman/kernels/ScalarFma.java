package dev.dragoman.kernels;

/** Eight independent chains of scalar multiply-adds. */
final class ScalarFma {
  /** Multiply-adds of a round. */
  static final int PER_ROUND = 8;

  private ScalarFma() {}

  static float run(int rounds, float start) {
    float s0 = start;
    float s1 = start + 1f;
    float s2 = start + 2f;
    float s3 = start + 3f;
    float s4 = start + 4f;
    float s5 = start + 5f;
    float s6 = start + 6f;
    float s7 = start + 7f;
    for (int i = 0; i < rounds; i++) {
      s0 = Math.fma(s0, 0.5f, 0.25f);
      s1 = Math.fma(s1, 0.5f, 0.25f);
      s2 = Math.fma(s2, 0.5f, 0.25f);
      s3 = Math.fma(s3, 0.5f, 0.25f);
      s4 = Math.fma(s4, 0.5f, 0.25f);
      s5 = Math.fma(s5, 0.5f, 0.25f);
      s6 = Math.fma(s6, 0.5f, 0.25f);
      s7 = Math.fma(s7, 0.5f, 0.25f);
    }
    return s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7;
  }
}
