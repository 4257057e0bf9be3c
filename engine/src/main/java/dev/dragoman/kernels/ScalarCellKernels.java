package dev.dragoman.kernels;

import static dev.dragoman.kernels.Exponentials.sigmoid;

/** Recurrent cells as plain loops: for each row, one unit at a time. */
final class ScalarCellKernels implements CellKernels {
  @Override
  public void gru(
      float[] input,
      int inputOffset,
      int inputStride,
      float[] recurrent,
      int recurrentOffset,
      int recurrentStride,
      float[] previous,
      int previousOffset,
      int previousStride,
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] next,
      int nextOffset,
      int nextStride,
      int rows,
      int size) {
    for (int row = 0; row < rows; row++) {
      int i = inputOffset + row * inputStride;
      int h = recurrentOffset + row * recurrentStride;
      int p = previousOffset + row * previousStride;
      int g = gatesOffset + row * gatesStride;
      int to = nextOffset + row * nextStride;
      for (int u = 0; u < size; u++) {
        float r = sigmoid(input[i + u] + recurrent[h + u]);
        float z = sigmoid(input[i + size + u] + recurrent[h + size + u]);
        float inner = Math.fma(r, recurrent[h + 2 * size + u], input[i + 2 * size + u]);
        float n = Exponentials.tanh(inner);
        gates[g + u] = r;
        gates[g + size + u] = z;
        gates[g + 2 * size + u] = n;
        next[to + u] = Math.fma(z, previous[p + u] - n, n);
      }
    }
  }

  @Override
  public void gruBackward(
      float[] recurrent,
      int recurrentOffset,
      int recurrentStride,
      float[] previous,
      int previousOffset,
      int previousStride,
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] dNext,
      int dNextOffset,
      int dNextStride,
      float[] dInput,
      int dInputOffset,
      int dInputStride,
      float[] dRecurrent,
      int dRecurrentOffset,
      int dRecurrentStride,
      float[] dPrevious,
      int dPreviousOffset,
      int dPreviousStride,
      int rows,
      int size) {
    for (int row = 0; row < rows; row++) {
      gruUnitsBackward(
          recurrent,
          recurrentOffset + row * recurrentStride,
          previous,
          previousOffset + row * previousStride,
          gates,
          gatesOffset + row * gatesStride,
          dNext,
          dNextOffset + row * dNextStride,
          dInput,
          dInputOffset + row * dInputStride,
          dRecurrent,
          dRecurrentOffset + row * dRecurrentStride,
          dPrevious,
          dPreviousOffset + row * dPreviousStride,
          0,
          size);
    }
  }

  /**
   * Units {@code from} to the last of one row; also finishes the rows of the vector version. h' = n
   * + z·(h − n), then through tanh and the two sigmoids to what stood inside them.
   */
  static void gruUnitsBackward(
      float[] recurrent,
      int h,
      float[] previous,
      int p,
      float[] gates,
      int g,
      float[] dNext,
      int o,
      float[] dInput,
      int dI,
      float[] dRecurrent,
      int dH,
      float[] dPrevious,
      int dP,
      int from,
      int size) {
    for (int u = from; u < size; u++) {
      float r = gates[g + u];
      float z = gates[g + size + u];
      float n = gates[g + 2 * size + u];
      float d = dNext[o + u];
      float dN = d * (1f - z) * Math.fma(-n, n, 1f);
      float dZ = d * (previous[p + u] - n) * Math.fma(-z, z, z);
      float dR = dN * recurrent[h + 2 * size + u] * Math.fma(-r, r, r);
      dInput[dI + u] = dR;
      dInput[dI + size + u] = dZ;
      dInput[dI + 2 * size + u] = dN;
      dRecurrent[dH + u] = dR;
      dRecurrent[dH + size + u] = dZ;
      dRecurrent[dH + 2 * size + u] = dN * r;
      dPrevious[dP + u] = Math.fma(z, d, dPrevious[dP + u]);
    }
  }

  @Override
  public void lstm(
      float[] input,
      int inputOffset,
      int inputStride,
      float[] recurrent,
      int recurrentOffset,
      int recurrentStride,
      float[] previousCell,
      int previousCellOffset,
      int previousCellStride,
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] nextCell,
      int nextCellOffset,
      int nextCellStride,
      float[] next,
      int nextOffset,
      int nextStride,
      int rows,
      int size) {
    for (int row = 0; row < rows; row++) {
      int a = inputOffset + row * inputStride;
      int h = recurrentOffset + row * recurrentStride;
      int p = previousCellOffset + row * previousCellStride;
      int k = gatesOffset + row * gatesStride;
      int q = nextCellOffset + row * nextCellStride;
      int to = nextOffset + row * nextStride;
      for (int u = 0; u < size; u++) {
        float i = sigmoid(input[a + u] + recurrent[h + u]);
        float f = sigmoid(input[a + size + u] + recurrent[h + size + u]);
        float g = Exponentials.tanh(input[a + 2 * size + u] + recurrent[h + 2 * size + u]);
        float o = sigmoid(input[a + 3 * size + u] + recurrent[h + 3 * size + u]);
        float cell = Math.fma(f, previousCell[p + u], i * g);
        gates[k + u] = i;
        gates[k + size + u] = f;
        gates[k + 2 * size + u] = g;
        gates[k + 3 * size + u] = o;
        nextCell[q + u] = cell;
        next[to + u] = o * Exponentials.tanh(cell);
      }
    }
  }

  @Override
  public void lstmBackward(
      float[] previousCell,
      int previousCellOffset,
      int previousCellStride,
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] nextCell,
      int nextCellOffset,
      int nextCellStride,
      float[] dNext,
      int dNextOffset,
      int dNextStride,
      float[] dNextCell,
      int dNextCellOffset,
      int dNextCellStride,
      float[] dGates,
      int dGatesOffset,
      int dGatesStride,
      float[] dPreviousCell,
      int dPreviousCellOffset,
      int dPreviousCellStride,
      int rows,
      int size) {
    for (int row = 0; row < rows; row++) {
      lstmUnitsBackward(
          previousCell,
          previousCellOffset + row * previousCellStride,
          gates,
          gatesOffset + row * gatesStride,
          nextCell,
          nextCellOffset + row * nextCellStride,
          dNext,
          dNextOffset + row * dNextStride,
          dNextCell,
          dNextCellOffset + row * dNextCellStride,
          dGates,
          dGatesOffset + row * dGatesStride,
          dPreviousCell,
          dPreviousCellOffset + row * dPreviousCellStride,
          0,
          size);
    }
  }

  /**
   * Units {@code from} to the last of one row; also finishes the rows of the vector version. h' =
   * o·tanh(c') joins what came to c' from later steps; c' = f·c + i·g.
   */
  static void lstmUnitsBackward(
      float[] previousCell,
      int p,
      float[] gates,
      int k,
      float[] nextCell,
      int q,
      float[] dNext,
      int dH,
      float[] dNextCell,
      int dC,
      float[] dGates,
      int dG,
      float[] dPreviousCell,
      int dP,
      int from,
      int size) {
    for (int u = from; u < size; u++) {
      float i = gates[k + u];
      float f = gates[k + size + u];
      float g = gates[k + 2 * size + u];
      float o = gates[k + 3 * size + u];
      float t = Exponentials.tanh(nextCell[q + u]);
      float d = dNext[dH + u];
      float dCell = Math.fma(d * o, Math.fma(-t, t, 1f), dNextCell[dC + u]);
      dGates[dG + u] = dCell * g * Math.fma(-i, i, i);
      dGates[dG + size + u] = dCell * previousCell[p + u] * Math.fma(-f, f, f);
      dGates[dG + 2 * size + u] = dCell * i * Math.fma(-g, g, 1f);
      dGates[dG + 3 * size + u] = d * t * Math.fma(-o, o, o);
      dPreviousCell[dP + u] = Math.fma(dCell, f, dPreviousCell[dP + u]);
    }
  }
}
