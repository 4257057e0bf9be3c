package dev.dragoman.kernels;

import static dev.dragoman.kernels.Species.LANES;
import static dev.dragoman.kernels.Species.SPECIES;
import static dev.dragoman.kernels.VectorExponentials.sigmoid;
import static dev.dragoman.kernels.VectorExponentials.tanh;

import jdk.incubator.vector.FloatVector;

/** Recurrent cells: one vector of units at a time, everything of a unit in registers; the last units as scalars. */
final class VectorCellKernels implements CellKernels {
  private static final int WHOLE = -LANES;

  @Override
  public void gru(
      float[] input, int inputOffset, int inputStride,
      float[] recurrent, int recurrentOffset, int recurrentStride,
      float[] previous, int previousOffset, int previousStride,
      float[] gates, int gatesOffset, int gatesStride,
      float[] next, int nextOffset, int nextStride,
      int rows, int size) {
    int end = size & WHOLE;
    for (int row = 0; row < rows; row++) {
      int i = inputOffset + row * inputStride;
      int h = recurrentOffset + row * recurrentStride;
      int p = previousOffset + row * previousStride;
      int g = gatesOffset + row * gatesStride;
      int to = nextOffset + row * nextStride;
      for (int u = 0; u < end; u += LANES) {
        FloatVector r = sigmoid(load(input, i + u).add(load(recurrent, h + u)));
        FloatVector z = sigmoid(load(input, i + size + u).add(load(recurrent, h + size + u)));
        FloatVector inner = r.fma(load(recurrent, h + 2 * size + u), load(input, i + 2 * size + u));
        FloatVector n = tanh(inner);
        r.intoArray(gates, g + u);
        z.intoArray(gates, g + size + u);
        n.intoArray(gates, g + 2 * size + u);
        z.fma(load(previous, p + u).sub(n), n).intoArray(next, to + u);
      }
      ScalarCellKernels.gruUnits(
          input, i, recurrent, h, previous, p, gates, g, next, to, end, size);
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
    int end = size & WHOLE;
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
        FloatVector r = load(gates, g + u);
        FloatVector z = load(gates, g + size + u);
        FloatVector n = load(gates, g + 2 * size + u);
        FloatVector d = load(dNext, o + u);
        FloatVector dN = d.mul(one.sub(z)).mul(n.neg().fma(n, one));
        FloatVector dZ = d.mul(load(previous, p + u).sub(n)).mul(z.neg().fma(z, z));
        FloatVector dR = dN.mul(load(recurrent, h + 2 * size + u)).mul(r.neg().fma(r, r));
        dR.intoArray(dInput, dI + u);
        dZ.intoArray(dInput, dI + size + u);
        dN.intoArray(dInput, dI + 2 * size + u);
        dR.intoArray(dRecurrent, dH + u);
        dZ.intoArray(dRecurrent, dH + size + u);
        dN.mul(r).intoArray(dRecurrent, dH + 2 * size + u);
        z.fma(d, load(dPrevious, dP + u)).intoArray(dPrevious, dP + u);
      }
      ScalarCellKernels.gruUnitsBackward(
          recurrent, h, previous, p, gates, g, dNext, o, dInput, dI, dRecurrent, dH, dPrevious, dP, end, size);
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
    int end = size & WHOLE;
    for (int row = 0; row < rows; row++) {
      int a = inputOffset + row * inputStride;
      int h = recurrentOffset + row * recurrentStride;
      int p = previousCellOffset + row * previousCellStride;
      int k = gatesOffset + row * gatesStride;
      int q = nextCellOffset + row * nextCellStride;
      int to = nextOffset + row * nextStride;
      for (int u = 0; u < end; u += LANES) {
        FloatVector i = sigmoid(load(input, a + u).add(load(recurrent, h + u)));
        FloatVector f = sigmoid(load(input, a + size + u).add(load(recurrent, h + size + u)));
        FloatVector g = tanh(load(input, a + 2 * size + u).add(load(recurrent, h + 2 * size + u)));
        FloatVector o = sigmoid(load(input, a + 3 * size + u).add(load(recurrent, h + 3 * size + u)));
        FloatVector cell = f.fma(load(previousCell, p + u), i.mul(g));
        i.intoArray(gates, k + u);
        f.intoArray(gates, k + size + u);
        g.intoArray(gates, k + 2 * size + u);
        o.intoArray(gates, k + 3 * size + u);
        cell.intoArray(nextCell, q + u);
        o.mul(tanh(cell)).intoArray(next, to + u);
      }
      ScalarCellKernels.lstmUnits(
          input, a, recurrent, h, previousCell, p, gates, k, nextCell, q, next, to, end, size);
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
    int end = size & WHOLE;
    for (int row = 0; row < rows; row++) {
      int p = previousCellOffset + row * previousCellStride;
      int k = gatesOffset + row * gatesStride;
      int q = nextCellOffset + row * nextCellStride;
      int dH = dNextOffset + row * dNextStride;
      int dC = dNextCellOffset + row * dNextCellStride;
      int dG = dGatesOffset + row * dGatesStride;
      int dP = dPreviousCellOffset + row * dPreviousCellStride;
      for (int u = 0; u < end; u += LANES) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        FloatVector i = load(gates, k + u);
        FloatVector f = load(gates, k + size + u);
        FloatVector g = load(gates, k + 2 * size + u);
        FloatVector o = load(gates, k + 3 * size + u);
        FloatVector t = tanh(load(nextCell, q + u));
        FloatVector d = load(dNext, dH + u);
        FloatVector dCell = d.mul(o).fma(t.neg().fma(t, one), load(dNextCell, dC + u));
        dCell.mul(g).mul(i.neg().fma(i, i)).intoArray(dGates, dG + u);
        FloatVector dF = dCell.mul(load(previousCell, p + u)).mul(f.neg().fma(f, f));
        dF.intoArray(dGates, dG + size + u);
        dCell.mul(i).mul(g.neg().fma(g, one)).intoArray(dGates, dG + 2 * size + u);
        d.mul(t).mul(o.neg().fma(o, o)).intoArray(dGates, dG + 3 * size + u);
        dCell.fma(f, load(dPreviousCell, dP + u)).intoArray(dPreviousCell, dP + u);
      }
      ScalarCellKernels.lstmUnitsBackward(
          previousCell, p, gates, k, nextCell, q, dNext, dH, dNextCell, dC, dGates, dG,
          dPreviousCell, dP, end, size);
    }
  }

  private static FloatVector load(float[] x, int at) {
    return FloatVector.fromArray(SPECIES, x, at);
  }
}
