package dev.dragoman.kernels;

import java.util.Arrays;

/** {@link ChosenRowKernels} in plain loops. */
final class ScalarChosenRowKernels implements ChosenRowKernels {

  @Override
  public void dots(
      float[] x, int xOffset, float[] table, int[] rows, int count, int n, float[] scores) {
    for (int k = 0; k < count; k++) {
      scores[k] = ScalarSums.dot(x, xOffset, table, rows[k], n);
    }
  }

  @Override
  public void learn(
      float[] x,
      int xOffset,
      float[] dX,
      int dXOffset,
      float[] table,
      int[] rows,
      float[] factors,
      int count,
      int n) {
    for (int i = 0; i < n; i++) {
      float xi = x[xOffset + i];
      float dXi = dX[dXOffset + i];
      for (int k = 0; k < count; k++) {
        float row = table[rows[k] + i];
        dXi = Math.fma(factors[k], row, dXi);
        table[rows[k] + i] = Math.fma(factors[k], xi, row);
      }
      dX[dXOffset + i] = dXi;
    }
  }

  @Override
  public void scaledSum(float[] table, int[] rows, int count, float scale, float[] out, int n) {
    Arrays.fill(out, 0, n, 0f);
    for (int k = 0; k < count; k++) {
      for (int i = 0; i < n; i++) {
        out[i] += table[rows[k] + i];
      }
    }
    for (int i = 0; i < n; i++) {
      out[i] *= scale;
    }
  }

  @Override
  public void addToRows(float[] x, float[] table, int[] rows, int count, int n) {
    for (int k = 0; k < count; k++) {
      for (int i = 0; i < n; i++) {
        table[rows[k] + i] += x[i];
      }
    }
  }
}
