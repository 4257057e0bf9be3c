package dev.dragoman.word2vec;

import java.util.Arrays;

/** {@link RowArithmetic} in plain loops: the definition of every result. */
final class PlainRowArithmetic implements RowArithmetic {

  @Override
  public void dots(
      float[] x, int xAt, float[] table, int[] rows, int count, int length, float[] scores) {
    for (int k = 0; k < count; k++) {
      scores[k] = dot(x, xAt, table, rows[k], length);
    }
  }

  @Override
  public void learn(
      float[] x,
      int xAt,
      float[] dX,
      int dXAt,
      float[] table,
      int[] rows,
      float[] factors,
      int count,
      int length) {
    for (int i = 0; i < length; i++) {
      float xi = x[xAt + i];
      float dXi = dX[dXAt + i];
      for (int k = 0; k < count; k++) {
        float row = table[rows[k] + i];
        dXi = Math.fma(factors[k], row, dXi);
        table[rows[k] + i] = Math.fma(factors[k], xi, row);
      }
      dX[dXAt + i] = dXi;
    }
  }

  @Override
  public void scaledSum(
      float[] table, int[] rows, int count, float scale, float[] out, int length) {
    Arrays.fill(out, 0, length, 0f);
    for (int k = 0; k < count; k++) {
      for (int i = 0; i < length; i++) {
        out[i] += table[rows[k] + i];
      }
    }
    for (int i = 0; i < length; i++) {
      out[i] *= scale;
    }
  }

  @Override
  public void addToRows(float[] x, float[] table, int[] rows, int count, int length) {
    for (int k = 0; k < count; k++) {
      for (int i = 0; i < length; i++) {
        table[rows[k] + i] += x[i];
      }
    }
  }

  /** Sixteen partial sums in registers: a sum in one variable would wait for every addition. */
  private static float dot(float[] x, int xAt, float[] y, int yAt, int length) {
    float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
    float s8 = 0, s9 = 0, s10 = 0, s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
    for (int i = 0; i < length; i += LANES) {
      int a = xAt + i;
      int b = yAt + i;
      s0 = Math.fma(x[a], y[b], s0);
      s1 = Math.fma(x[a + 1], y[b + 1], s1);
      s2 = Math.fma(x[a + 2], y[b + 2], s2);
      s3 = Math.fma(x[a + 3], y[b + 3], s3);
      s4 = Math.fma(x[a + 4], y[b + 4], s4);
      s5 = Math.fma(x[a + 5], y[b + 5], s5);
      s6 = Math.fma(x[a + 6], y[b + 6], s6);
      s7 = Math.fma(x[a + 7], y[b + 7], s7);
      s8 = Math.fma(x[a + 8], y[b + 8], s8);
      s9 = Math.fma(x[a + 9], y[b + 9], s9);
      s10 = Math.fma(x[a + 10], y[b + 10], s10);
      s11 = Math.fma(x[a + 11], y[b + 11], s11);
      s12 = Math.fma(x[a + 12], y[b + 12], s12);
      s13 = Math.fma(x[a + 13], y[b + 13], s13);
      s14 = Math.fma(x[a + 14], y[b + 14], s14);
      s15 = Math.fma(x[a + 15], y[b + 15], s15);
    }
    float even = ((s0 + s8) + (s4 + s12)) + ((s2 + s10) + (s6 + s14));
    float odd = ((s1 + s9) + (s5 + s13)) + ((s3 + s11) + (s7 + s15));
    return even + odd;
  }
}
