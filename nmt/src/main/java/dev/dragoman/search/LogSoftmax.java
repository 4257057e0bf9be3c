package dev.dragoman.search;

/**
 * The normaliser of log-softmax over one row of logits: log Σ exp(x).
 *
 * <p>Within a row log-softmax keeps the order of the logits, so the search ranks raw logits and
 * subtracts this one number from the few it keeps. Loops are plain Java with a fixed order of
 * summation and no library exp: the same bits on every machine, and the JIT compiler turns the exp
 * loop into vector instructions, which it cannot do with calls of {@link Math#exp}. Absolute error
 * below 1e-11.
 */
final class LogSoftmax {
  /** Below this, exp(x − max) no longer changes the sum in double precision. */
  private static final double LOWEST = -50;

  /** exp(x) = exp(x / 128)^128: seven squarings. */
  private static final double POWER = 128;

  /** The middle of [LOWEST, 0], around which the series is taken. */
  private static final double CENTRE = LOWEST / 2;

  private final LaneMaxima maxima;
  private final double[] exps;

  /**
   * @param vocabularySize V, length of the rows
   */
  LogSoftmax(int vocabularySize) {
    maxima = new LaneMaxima(vocabularySize);
    exps = new double[vocabularySize];
  }

  /**
   * log Σ exp(x) of a row; NaN if the row holds NaN or +∞, or nothing but −∞.
   *
   * @param logits [R, V]
   * @param offset where the row begins
   */
  double logSumExp(float[] logits, int offset) {
    maxima.read(logits, offset);
    double max = maxima.ofRow();
    expAll(logits, offset, max);
    return max + CENTRE + StrictMath.log(sum());
  }

  /** The maxima of the row that was last read. */
  LaneMaxima maxima() {
    return maxima;
  }

  /** exps[i] = exp(x_i − max − CENTRE), as the series of exp to its ninth power, then squared. */
  private void expAll(float[] logits, int offset, double max) {
    double[] out = exps; // a local array: the compiler then makes vector instructions of the loop
    for (int i = 0; i < out.length; i++) {
      double x = Math.max(logits[offset + i] - max, LOWEST);
      double z = (x - CENTRE) * (1 / POWER);
      double series = 1.0 / 362880; // 1/9!, then down to 1/0!
      series = series * z + 1.0 / 40320;
      series = series * z + 1.0 / 5040;
      series = series * z + 1.0 / 720;
      series = series * z + 1.0 / 120;
      series = series * z + 1.0 / 24;
      series = series * z + 1.0 / 6;
      series = series * z + 1.0 / 2;
      series = series * z + 1;
      series = series * z + 1;
      double power2 = series * series;
      double power4 = power2 * power2;
      double power8 = power4 * power4;
      double power16 = power8 * power8;
      double power32 = power16 * power16;
      double power64 = power32 * power32;
      out[i] = power64 * power64;
    }
  }

  /** Four running sums, so that one addition need not wait for the last; always in this order. */
  private double sum() {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 4 <= exps.length; i += 4) {
      a += exps[i];
      b += exps[i + 1];
      c += exps[i + 2];
      d += exps[i + 3];
    }
    for (; i < exps.length; i++) {
      a += exps[i];
    }
    return (a + b) + (c + d);
  }
}
