package dev.dragoman.kernels;

import static dev.dragoman.kernels.Species.LANES;
import static dev.dragoman.kernels.Species.SPECIES;

import jdk.incubator.vector.FloatVector;

/** {@link ChosenRowKernels} in vectors. */
final class VectorChosenRowKernels implements ChosenRowKernels {

  /** Rows whose sums run side by side: enough of them to hide the latency of an addition. */
  private static final int ROWS_AT_ONCE = 3;

  /** Vectors of x and of dX that stay in registers while all rows pass. */
  private static final int VECTORS_AT_ONCE = 4;

  @Override
  public void dots(
      float[] x, int xOffset, float[] table, int[] rows, int count, int n, float[] scores) {
    int k = 0;
    for (; k + ROWS_AT_ONCE <= count; k += ROWS_AT_ONCE) {
      threeDots(x, xOffset, table, rows, k, n, scores);
    }
    for (; k < count; k++) {
      scores[k] = VectorSums.dot(x, xOffset, table, rows[k], n);
    }
  }

  /** The sums of each row go round in a ring, as in {@link VectorSums}. */
  private static void threeDots(
      float[] x, int xOffset, float[] table, int[] rows, int k, int n, float[] scores) {
    int rowA = rows[k];
    int rowB = rows[k + 1];
    int rowC = rows[k + 2];
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector a0 = zero;
    FloatVector a1 = zero;
    FloatVector a2 = zero;
    FloatVector a3 = zero;
    FloatVector b0 = zero;
    FloatVector b1 = zero;
    FloatVector b2 = zero;
    FloatVector b3 = zero;
    FloatVector c0 = zero;
    FloatVector c1 = zero;
    FloatVector c2 = zero;
    FloatVector c3 = zero;
    int end = n - n % Lanes.COUNT;
    for (int i = 0; i < end; i += LANES) {
      FloatVector xi = FloatVector.fromArray(SPECIES, x, xOffset + i);
      FloatVector a = xi.fma(FloatVector.fromArray(SPECIES, table, rowA + i), a0);
      a0 = LANES < 16 ? a1 : a;
      a1 = LANES < 8 ? a2 : a;
      a2 = a3;
      a3 = a;
      FloatVector b = xi.fma(FloatVector.fromArray(SPECIES, table, rowB + i), b0);
      b0 = LANES < 16 ? b1 : b;
      b1 = LANES < 8 ? b2 : b;
      b2 = b3;
      b3 = b;
      FloatVector c = xi.fma(FloatVector.fromArray(SPECIES, table, rowC + i), c0);
      c0 = LANES < 16 ? c1 : c;
      c1 = LANES < 8 ? c2 : c;
      c2 = c3;
      c3 = c;
    }
    scores[k] = withRest(VectorSums.tree(a0, a1, a2, a3), x, xOffset, table, rowA, end, n);
    scores[k + 1] = withRest(VectorSums.tree(b0, b1, b2, b3), x, xOffset, table, rowB, end, n);
    scores[k + 2] = withRest(VectorSums.tree(c0, c1, c2, c3), x, xOffset, table, rowC, end, n);
  }

  private static float withRest(
      float sum, float[] x, int xOffset, float[] table, int row, int from, int n) {
    float s = sum;
    for (int i = from; i < n; i++) {
      s = Math.fma(x[xOffset + i], table[row + i], s);
    }
    return s;
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
    int i = 0;
    for (; i + VECTORS_AT_ONCE * LANES <= n; i += VECTORS_AT_ONCE * LANES) {
      learnFourVectors(x, xOffset + i, dX, dXOffset + i, table, i, rows, factors, count);
    }
    for (; i + LANES <= n; i += LANES) {
      FloatVector xi = FloatVector.fromArray(SPECIES, x, xOffset + i);
      FloatVector d = FloatVector.fromArray(SPECIES, dX, dXOffset + i);
      for (int k = 0; k < count; k++) {
        FloatVector factor = FloatVector.broadcast(SPECIES, factors[k]);
        FloatVector row = FloatVector.fromArray(SPECIES, table, rows[k] + i);
        d = factor.fma(row, d);
        factor.fma(xi, row).intoArray(table, rows[k] + i);
      }
      d.intoArray(dX, dXOffset + i);
    }
    for (; i < n; i++) {
      float xi = x[xOffset + i];
      float d = dX[dXOffset + i];
      for (int k = 0; k < count; k++) {
        float row = table[rows[k] + i];
        d = Math.fma(factors[k], row, d);
        table[rows[k] + i] = Math.fma(factors[k], xi, row);
      }
      dX[dXOffset + i] = d;
    }
  }

  private static void learnFourVectors(
      float[] x,
      int xAt,
      float[] dX,
      int dXAt,
      float[] table,
      int column,
      int[] rows,
      float[] factors,
      int count) {
    FloatVector x0 = FloatVector.fromArray(SPECIES, x, xAt);
    FloatVector x1 = FloatVector.fromArray(SPECIES, x, xAt + LANES);
    FloatVector x2 = FloatVector.fromArray(SPECIES, x, xAt + 2 * LANES);
    FloatVector x3 = FloatVector.fromArray(SPECIES, x, xAt + 3 * LANES);
    FloatVector d0 = FloatVector.fromArray(SPECIES, dX, dXAt);
    FloatVector d1 = FloatVector.fromArray(SPECIES, dX, dXAt + LANES);
    FloatVector d2 = FloatVector.fromArray(SPECIES, dX, dXAt + 2 * LANES);
    FloatVector d3 = FloatVector.fromArray(SPECIES, dX, dXAt + 3 * LANES);
    for (int k = 0; k < count; k++) {
      FloatVector factor = FloatVector.broadcast(SPECIES, factors[k]);
      int at = rows[k] + column;
      FloatVector row0 = FloatVector.fromArray(SPECIES, table, at);
      FloatVector row1 = FloatVector.fromArray(SPECIES, table, at + LANES);
      FloatVector row2 = FloatVector.fromArray(SPECIES, table, at + 2 * LANES);
      FloatVector row3 = FloatVector.fromArray(SPECIES, table, at + 3 * LANES);
      d0 = factor.fma(row0, d0);
      d1 = factor.fma(row1, d1);
      d2 = factor.fma(row2, d2);
      d3 = factor.fma(row3, d3);
      factor.fma(x0, row0).intoArray(table, at);
      factor.fma(x1, row1).intoArray(table, at + LANES);
      factor.fma(x2, row2).intoArray(table, at + 2 * LANES);
      factor.fma(x3, row3).intoArray(table, at + 3 * LANES);
    }
    d0.intoArray(dX, dXAt);
    d1.intoArray(dX, dXAt + LANES);
    d2.intoArray(dX, dXAt + 2 * LANES);
    d3.intoArray(dX, dXAt + 3 * LANES);
  }

  @Override
  public void scaledSum(float[] table, int[] rows, int count, float scale, float[] out, int n) {
    int i = 0;
    for (; i + LANES <= n; i += LANES) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int k = 0; k < count; k++) {
        sum = sum.add(FloatVector.fromArray(SPECIES, table, rows[k] + i));
      }
      sum.mul(scale).intoArray(out, i);
    }
    for (; i < n; i++) {
      float sum = 0f;
      for (int k = 0; k < count; k++) {
        sum += table[rows[k] + i];
      }
      out[i] = sum * scale;
    }
  }

  @Override
  public void addToRows(float[] x, float[] table, int[] rows, int count, int n) {
    for (int k = 0; k < count; k++) {
      int row = rows[k];
      int i = 0;
      for (; i + LANES <= n; i += LANES) {
        FloatVector.fromArray(SPECIES, table, row + i)
            .add(FloatVector.fromArray(SPECIES, x, i))
            .intoArray(table, row + i);
      }
      for (; i < n; i++) {
        table[row + i] += x[i];
      }
    }
  }
}
