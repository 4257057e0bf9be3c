package dev.dragoman.kernels;

import static dev.dragoman.kernels.Species.LANES;
import static dev.dragoman.kernels.Species.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Recurrent cells, row by row in several short loops over the row, which stays in the first-level
 * cache: sums into the place of the gates, activations there, then the state ({@link
 * VectorExponentials} says why the activations have loops of their own).
 */
final class VectorCellKernels implements CellKernels {
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
      int g = gatesOffset + row * gatesStride;
      sum(input, i, recurrent, h, gates, g, 2 * size);
      VectorExponentials.sigmoid(gates, g, gates, g, 2 * size);
      candidate(input, i + 2 * size, recurrent, h + 2 * size, gates, g, 2 * size, size);
      VectorExponentials.tanh(gates, g + 2 * size, gates, g + 2 * size, size);
      state(
          previous,
          previousOffset + row * previousStride,
          gates,
          g,
          next,
          nextOffset + row * nextStride,
          size);
    }
  }

  private static void sum(
      float[] x, int xOffset, float[] y, int yOffset, float[] out, int outOffset, int n) {
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      FloatVector right = FloatVector.fromArray(SPECIES, y, yOffset + i);
      FloatVector.fromArray(SPECIES, x, xOffset + i).add(right).intoArray(out, outOffset + i);
    }
    for (int i = end; i < n; i++) {
      out[outOffset + i] = x[xOffset + i] + y[yOffset + i];
    }
  }

  /** What goes into tanh: i_n + r·h_n, {@code place} floats behind r. */
  private static void candidate(
      float[] input, int i, float[] recurrent, int h, float[] gates, int g, int place, int size) {
    int end = SPECIES.loopBound(size);
    for (int u = 0; u < end; u += LANES) {
      FloatVector inner = FloatVector.fromArray(SPECIES, input, i + u);
      FloatVector memory = FloatVector.fromArray(SPECIES, recurrent, h + u);
      FloatVector r = FloatVector.fromArray(SPECIES, gates, g + u);
      r.fma(memory, inner).intoArray(gates, g + place + u);
    }
    for (int u = end; u < size; u++) {
      gates[g + place + u] = Math.fma(gates[g + u], recurrent[h + u], input[i + u]);
    }
  }

  /** h' = n + z·(h − n). */
  private static void state(
      float[] previous, int p, float[] gates, int g, float[] next, int to, int size) {
    int end = SPECIES.loopBound(size);
    for (int u = 0; u < end; u += LANES) {
      FloatVector z = FloatVector.fromArray(SPECIES, gates, g + size + u);
      FloatVector n = FloatVector.fromArray(SPECIES, gates, g + 2 * size + u);
      FloatVector before = FloatVector.fromArray(SPECIES, previous, p + u);
      z.fma(before.sub(n), n).intoArray(next, to + u);
    }
    for (int u = end; u < size; u++) {
      float n = gates[g + 2 * size + u];
      next[to + u] = Math.fma(gates[g + size + u], previous[p + u] - n, n);
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
    int end = SPECIES.loopBound(size);
    for (int row = 0; row < rows; row++) {
      int h = recurrentOffset + row * recurrentStride;
      int p = previousOffset + row * previousStride;
      int g = gatesOffset + row * gatesStride;
      int o = dNextOffset + row * dNextStride;
      int dI = dInputOffset + row * dInputStride;
      int dH = dRecurrentOffset + row * dRecurrentStride;
      int dP = dPreviousOffset + row * dPreviousStride;
      for (int u = 0; u < end; u += LANES) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        FloatVector r = FloatVector.fromArray(SPECIES, gates, g + u);
        FloatVector z = FloatVector.fromArray(SPECIES, gates, g + size + u);
        FloatVector n = FloatVector.fromArray(SPECIES, gates, g + 2 * size + u);
        FloatVector d = FloatVector.fromArray(SPECIES, dNext, o + u);
        FloatVector dN = d.mul(one.sub(z)).mul(n.neg().fma(n, one));
        FloatVector dZ =
            d.mul(FloatVector.fromArray(SPECIES, previous, p + u).sub(n)).mul(z.neg().fma(z, z));
        FloatVector dR =
            dN.mul(FloatVector.fromArray(SPECIES, recurrent, h + 2 * size + u))
                .mul(r.neg().fma(r, r));
        dR.intoArray(dInput, dI + u);
        dZ.intoArray(dInput, dI + size + u);
        dN.intoArray(dInput, dI + 2 * size + u);
        dR.intoArray(dRecurrent, dH + u);
        dZ.intoArray(dRecurrent, dH + size + u);
        dN.mul(r).intoArray(dRecurrent, dH + 2 * size + u);
        z.fma(d, FloatVector.fromArray(SPECIES, dPrevious, dP + u)).intoArray(dPrevious, dP + u);
      }
      ScalarCellKernels.gruUnitsBackward(
          recurrent,
          h,
          previous,
          p,
          gates,
          g,
          dNext,
          o,
          dInput,
          dI,
          dRecurrent,
          dH,
          dPrevious,
          dP,
          end,
          size);
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
      int k = gatesOffset + row * gatesStride;
      int q = nextCellOffset + row * nextCellStride;
      int to = nextOffset + row * nextStride;
      sum(
          input,
          inputOffset + row * inputStride,
          recurrent,
          recurrentOffset + row * recurrentStride,
          gates,
          k,
          4 * size);
      VectorExponentials.sigmoid(gates, k, gates, k, 2 * size);
      VectorExponentials.tanh(gates, k + 2 * size, gates, k + 2 * size, size);
      VectorExponentials.sigmoid(gates, k + 3 * size, gates, k + 3 * size, size);
      cell(
          previousCell, previousCellOffset + row * previousCellStride, gates, k, nextCell, q, size);
      VectorExponentials.tanh(nextCell, q, next, to, size);
      product(gates, k + 3 * size, next, to, size);
    }
  }

  /** c' = f·c + i·g. */
  private static void cell(
      float[] previousCell, int p, float[] gates, int k, float[] nextCell, int q, int size) {
    int end = SPECIES.loopBound(size);
    for (int u = 0; u < end; u += LANES) {
      FloatVector i = FloatVector.fromArray(SPECIES, gates, k + u);
      FloatVector f = FloatVector.fromArray(SPECIES, gates, k + size + u);
      FloatVector g = FloatVector.fromArray(SPECIES, gates, k + 2 * size + u);
      FloatVector before = FloatVector.fromArray(SPECIES, previousCell, p + u);
      f.fma(before, i.mul(g)).intoArray(nextCell, q + u);
    }
    for (int u = end; u < size; u++) {
      float added = gates[k + u] * gates[k + 2 * size + u];
      nextCell[q + u] = Math.fma(gates[k + size + u], previousCell[p + u], added);
    }
  }

  private static void product(float[] x, int xOffset, float[] out, int outOffset, int n) {
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      FloatVector right = FloatVector.fromArray(SPECIES, out, outOffset + i);
      FloatVector.fromArray(SPECIES, x, xOffset + i).mul(right).intoArray(out, outOffset + i);
    }
    for (int i = end; i < n; i++) {
      out[outOffset + i] = x[xOffset + i] * out[outOffset + i];
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
    int end = SPECIES.loopBound(size);
    for (int row = 0; row < rows; row++) {
      int p = previousCellOffset + row * previousCellStride;
      int k = gatesOffset + row * gatesStride;
      int q = nextCellOffset + row * nextCellStride;
      int dH = dNextOffset + row * dNextStride;
      int dC = dNextCellOffset + row * dNextCellStride;
      int dG = dGatesOffset + row * dGatesStride;
      int dP = dPreviousCellOffset + row * dPreviousCellStride;
      VectorExponentials.tanh(nextCell, q, dGates, dG, end);
      cellBackward(
          previousCell,
          p,
          gates,
          k,
          dNext,
          dH,
          dNextCell,
          dC,
          dGates,
          dG,
          dPreviousCell,
          dP,
          end,
          size);
      ScalarCellKernels.lstmUnitsBackward(
          previousCell,
          p,
          gates,
          k,
          nextCell,
          q,
          dNext,
          dH,
          dNextCell,
          dC,
          dGates,
          dG,
          dPreviousCell,
          dP,
          end,
          size);
    }
  }

  /**
   * Through h' = o·tanh(c') and c' = f·c + i·g; tanh(c') waits in the place of the input gate's
   * derivative.
   */
  private static void cellBackward(
      float[] previousCell,
      int p,
      float[] gates,
      int k,
      float[] dNext,
      int dH,
      float[] dNextCell,
      int dC,
      float[] dGates,
      int dG,
      float[] dPreviousCell,
      int dP,
      int end,
      int size) {
    for (int u = 0; u < end; u += LANES) {
      FloatVector one = FloatVector.broadcast(SPECIES, 1f);
      FloatVector i = FloatVector.fromArray(SPECIES, gates, k + u);
      FloatVector f = FloatVector.fromArray(SPECIES, gates, k + size + u);
      FloatVector g = FloatVector.fromArray(SPECIES, gates, k + 2 * size + u);
      FloatVector o = FloatVector.fromArray(SPECIES, gates, k + 3 * size + u);
      FloatVector t = FloatVector.fromArray(SPECIES, dGates, dG + u);
      FloatVector d = FloatVector.fromArray(SPECIES, dNext, dH + u);
      FloatVector later = FloatVector.fromArray(SPECIES, dNextCell, dC + u);
      FloatVector before = FloatVector.fromArray(SPECIES, previousCell, p + u);
      FloatVector dCell = d.mul(o).fma(t.neg().fma(t, one), later);
      dCell.mul(g).mul(i.neg().fma(i, i)).intoArray(dGates, dG + u);
      dCell.mul(before).mul(f.neg().fma(f, f)).intoArray(dGates, dG + size + u);
      dCell.mul(i).mul(g.neg().fma(g, one)).intoArray(dGates, dG + 2 * size + u);
      d.mul(t).mul(o.neg().fma(o, o)).intoArray(dGates, dG + 3 * size + u);
      FloatVector sum = FloatVector.fromArray(SPECIES, dPreviousCell, dP + u);
      dCell.fma(f, sum).intoArray(dPreviousCell, dP + u);
    }
  }
}
