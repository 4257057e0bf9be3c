package dev.dragoman.kernels;

import static dev.dragoman.kernels.Exponentials.sigmoid;

/** Recurrent cells as plain loops: one unit of one row at a time. */
final class ScalarCellKernels implements CellKernels {
  @Override
  public void gru(
      float[] input, int inputOffset, int inputStride,
      float[] recurrent, int recurrentOffset, int recurrentStride,
      float[] previous, int previousOffset, int previousStride,
      float[] gates, int gatesOffset, int gatesStride,
      float[] next, int nextOffset, int nextStride,
      int rows, int size) {
    for (int row = 0; row < rows; row++) {
      for (int u = 0; u < size; u++) {
        int i = inputOffset + row * inputStride + u;
        int h = recurrentOffset + row * recurrentStride + u;
        int g = gatesOffset + row * gatesStride + u;
        float r = sigmoid(input[i] + recurrent[h]);
        float z = sigmoid(input[i + size] + recurrent[h + size]);
        float n = Exponentials.tanh(Math.fma(r, recurrent[h + 2 * size], input[i + 2 * size]));
        float before = previous[previousOffset + row * previousStride + u];
        gates[g] = r;
        gates[g + size] = z;
        gates[g + 2 * size] = n;
        next[nextOffset + row * nextStride + u] = Math.fma(z, before - n, n);
      }
    }
  }

  @Override
  public void gruBackward(
      float[] recurrent, int recurrentOffset, int recurrentStride,
      float[] previous, int previousOffset, int previousStride,
      float[] gates, int gatesOffset, int gatesStride,
      float[] dNext, int dNextOffset, int dNextStride,
      float[] dInput, int dInputOffset, int dInputStride,
      float[] dRecurrent, int dRecurrentOffset, int dRecurrentStride,
      float[] dPrevious, int dPreviousOffset, int dPreviousStride,
      int rows, int size) {
    for (int row = 0; row < rows; row++) {
      for (int u = 0; u < size; u++) {
        int g = gatesOffset + row * gatesStride + u;
        float r = gates[g];
        float z = gates[g + size];
        float n = gates[g + 2 * size];
        float before = previous[previousOffset + row * previousStride + u];
        float recurrentN = recurrent[recurrentOffset + row * recurrentStride + u + 2 * size];
        float d = dNext[dNextOffset + row * dNextStride + u];
        // h' = n + z·(h − n), then through tanh and the two sigmoids to what stood inside them.
        float dN = d * (1f - z) * Math.fma(-n, n, 1f);
        float dZ = d * (before - n) * Math.fma(-z, z, z);
        float dR = dN * recurrentN * Math.fma(-r, r, r);
        int i = dInputOffset + row * dInputStride + u;
        dInput[i] = dR;
        dInput[i + size] = dZ;
        dInput[i + 2 * size] = dN;
        int h = dRecurrentOffset + row * dRecurrentStride + u;
        dRecurrent[h] = dR;
        dRecurrent[h + size] = dZ;
        dRecurrent[h + 2 * size] = dN * r;
        int p = dPreviousOffset + row * dPreviousStride + u;
        dPrevious[p] = Math.fma(z, d, dPrevious[p]);
      }
    }
  }

  @Override
  public void lstm(
      float[] input, int inputOffset, int inputStride,
      float[] recurrent, int recurrentOffset, int recurrentStride,
      float[] previousCell, int previousCellOffset, int previousCellStride,
      float[] gates, int gatesOffset, int gatesStride,
      float[] nextCell, int nextCellOffset, int nextCellStride,
      float[] next, int nextOffset, int nextStride,
      int rows, int size) {
    for (int row = 0; row < rows; row++) {
      for (int u = 0; u < size; u++) {
        int a = inputOffset + row * inputStride + u;
        int h = recurrentOffset + row * recurrentStride + u;
        int k = gatesOffset + row * gatesStride + u;
        float i = sigmoid(input[a] + recurrent[h]);
        float f = sigmoid(input[a + size] + recurrent[h + size]);
        float g = Exponentials.tanh(input[a + 2 * size] + recurrent[h + 2 * size]);
        float o = sigmoid(input[a + 3 * size] + recurrent[h + 3 * size]);
        float before = previousCell[previousCellOffset + row * previousCellStride + u];
        float cell = Math.fma(f, before, i * g);
        gates[k] = i;
        gates[k + size] = f;
        gates[k + 2 * size] = g;
        gates[k + 3 * size] = o;
        nextCell[nextCellOffset + row * nextCellStride + u] = cell;
        next[nextOffset + row * nextStride + u] = o * Exponentials.tanh(cell);
      }
    }
  }

  @Override
  public void lstmBackward(
      float[] previousCell, int previousCellOffset, int previousCellStride,
      float[] gates, int gatesOffset, int gatesStride,
      float[] nextCell, int nextCellOffset, int nextCellStride,
      float[] dNext, int dNextOffset, int dNextStride,
      float[] dNextCell, int dNextCellOffset, int dNextCellStride,
      float[] dGates, int dGatesOffset, int dGatesStride,
      float[] dPreviousCell, int dPreviousCellOffset, int dPreviousCellStride,
      int rows, int size) {
    for (int row = 0; row < rows; row++) {
      for (int u = 0; u < size; u++) {
        int k = gatesOffset + row * gatesStride + u;
        float i = gates[k];
        float f = gates[k + size];
        float g = gates[k + 2 * size];
        float o = gates[k + 3 * size];
        float before = previousCell[previousCellOffset + row * previousCellStride + u];
        float t = Exponentials.tanh(nextCell[nextCellOffset + row * nextCellStride + u]);
        float d = dNext[dNextOffset + row * dNextStride + u];
        float dLater = dNextCell[dNextCellOffset + row * dNextCellStride + u];
        // h' = o·tanh(c') joins what came to c' from later steps.
        float dCell = Math.fma(d * o, Math.fma(-t, t, 1f), dLater);
        int q = dGatesOffset + row * dGatesStride + u;
        dGates[q] = dCell * g * Math.fma(-i, i, i);
        dGates[q + size] = dCell * before * Math.fma(-f, f, f);
        dGates[q + 2 * size] = dCell * i * Math.fma(-g, g, 1f);
        dGates[q + 3 * size] = d * t * Math.fma(-o, o, o);
        int p = dPreviousCellOffset + row * dPreviousCellStride + u;
        dPreviousCell[p] = Math.fma(dCell, f, dPreviousCell[p]);
      }
    }
  }
}
