package dev.dragoman.kernels;

import static dev.dragoman.kernels.Exponentials.LN2_HIGH;
import static dev.dragoman.kernels.Exponentials.LN2_LOW;
import static dev.dragoman.kernels.Exponentials.LOG2_E;
import static dev.dragoman.kernels.Exponentials.MANTISSA_BITS;
import static dev.dragoman.kernels.Exponentials.Q0;
import static dev.dragoman.kernels.Exponentials.Q1;
import static dev.dragoman.kernels.Exponentials.Q2;
import static dev.dragoman.kernels.Exponentials.Q3;
import static dev.dragoman.kernels.Exponentials.Q4;
import static dev.dragoman.kernels.Exponentials.ROUNDER;
import static dev.dragoman.kernels.Exponentials.SIGN;
import static dev.dragoman.kernels.Exponentials.TANH_ONE;
import static dev.dragoman.kernels.Species.LANES;
import static dev.dragoman.kernels.Species.SPECIES;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** Attention of one query in vectors; tanh runs inside the loops, nothing is stored between. */
final class VectorAttentionKernels implements AttentionKernels {
  private final VectorElementKernels element = new VectorElementKernels();

  @Override
  public void additiveEnergies(
      float[] keys,
      int keysOffset,
      int keysStride,
      float[] query,
      int queryOffset,
      float[] v,
      int vOffset,
      float[] energies,
      int energiesOffset,
      int positions,
      int size) {
    for (int j = 0; j < positions; j++) {
      int key = keysOffset + j * keysStride;
      energies[energiesOffset + j] =
          VectorSums.additiveEnergy(keys, key, query, queryOffset, v, vOffset, size);
    }
  }

  /**
   * Position by position: keys and their gradients pass in the order in which they lie in memory,
   * while query, v and their gradients stay in the first-level cache. The other order would keep
   * the latter in registers, but meets keys and their gradients at addresses a multiple of 4,096
   * bytes apart, where loads wait for stores that they have nothing to do with.
   */
  @Override
  public void additiveEnergiesBackward(
      float[] keys,
      int keysOffset,
      int keysStride,
      float[] query,
      int queryOffset,
      float[] v,
      int vOffset,
      float[] dEnergies,
      int dEnergiesOffset,
      float[] dKeys,
      int dKeysOffset,
      int dKeysStride,
      float[] dQuery,
      int dQueryOffset,
      float[] dV,
      int dVOffset,
      int positions,
      int size) {
    int end = SPECIES.loopBound(size);
    for (int j = 0; j < positions; j++) {
      FloatVector dEnergy = FloatVector.broadcast(SPECIES, dEnergies[dEnergiesOffset + j]);
      int key = keysOffset + j * keysStride;
      int dKey = dKeysOffset + j * dKeysStride;
      for (int a = 0; a < end; a += LANES) {
        FloatVector x =
            FloatVector.fromArray(SPECIES, query, queryOffset + a)
                .add(FloatVector.fromArray(SPECIES, keys, key + a));
        FloatVector magnitude = x.abs();
        FloatVector clamped =
            magnitude.blend(
                FloatVector.broadcast(SPECIES, TANH_ONE),
                magnitude.compare(GT, FloatVector.broadcast(SPECIES, TANH_ONE)));
        FloatVector y = clamped.add(clamped);
        FloatVector rounded =
            y.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, ROUNDER));
        FloatVector n = rounded.sub(FloatVector.broadcast(SPECIES, ROUNDER));
        FloatVector r =
            n.fma(
                FloatVector.broadcast(SPECIES, -LN2_LOW),
                n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), y));
        FloatVector q =
            FloatVector.broadcast(SPECIES, Q4).fma(r, FloatVector.broadcast(SPECIES, Q3));
        q = q.fma(r, FloatVector.broadcast(SPECIES, Q2));
        q = q.fma(r, FloatVector.broadcast(SPECIES, Q1));
        q = q.fma(r, FloatVector.broadcast(SPECIES, Q0));
        FloatVector p = r.mul(r).fma(q, r);
        FloatVector power =
            rounded.reinterpretAsInts().lanewise(LSHL, MANTISSA_BITS).reinterpretAsFloats();
        FloatVector d = power.fma(p, power.sub(FloatVector.broadcast(SPECIES, 1f)));
        IntVector t = d.div(d.add(FloatVector.broadcast(SPECIES, 2f))).reinterpretAsInts();
        FloatVector u = t.or(x.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();
        FloatVector slope = u.neg().fma(u, FloatVector.broadcast(SPECIES, 1f));
        FloatVector w = FloatVector.fromArray(SPECIES, v, vOffset + a);
        FloatVector inner = dEnergy.mul(w).mul(slope);
        FloatVector.fromArray(SPECIES, dKeys, dKey + a).add(inner).intoArray(dKeys, dKey + a);
        FloatVector dQ = FloatVector.fromArray(SPECIES, dQuery, dQueryOffset + a);
        dQ.add(inner).intoArray(dQuery, dQueryOffset + a);
        FloatVector dW = FloatVector.fromArray(SPECIES, dV, dVOffset + a);
        dEnergy.fma(u, dW).intoArray(dV, dVOffset + a);
      }
    }
    ScalarAttentionKernels.additiveEnergiesBackward(
        keys,
        keysOffset,
        keysStride,
        query,
        queryOffset,
        v,
        vOffset,
        dEnergies,
        dEnergiesOffset,
        dKeys,
        dKeysOffset,
        dKeysStride,
        dQuery,
        dQueryOffset,
        dV,
        dVOffset,
        positions,
        end,
        size);
  }

  @Override
  public void rowDots(
      float[] rows,
      int rowsOffset,
      int rowsStride,
      float[] vector,
      int vectorOffset,
      float[] out,
      int outOffset,
      int positions,
      int size) {
    for (int j = 0; j < positions; j++) {
      out[outOffset + j] =
          VectorSums.dot(rows, rowsOffset + j * rowsStride, vector, vectorOffset, size);
    }
  }

  /** Four vectors of the sum at a time stay in registers while the rows pass. */
  @Override
  public void weightedSum(
      float[] rows,
      int rowsOffset,
      int rowsStride,
      float[] weights,
      int weightsOffset,
      float[] out,
      int outOffset,
      int positions,
      int size) {
    int i = 0;
    for (; i + 4 * LANES <= size; i += 4 * LANES) {
      fourWeightedSums(
          rows, rowsOffset + i, rowsStride, weights, weightsOffset, out, outOffset + i, positions);
    }
    for (; i + LANES <= size; i += LANES) {
      FloatVector s = FloatVector.zero(SPECIES);
      for (int j = 0; j < positions; j++) {
        FloatVector w = FloatVector.broadcast(SPECIES, weights[weightsOffset + j]);
        s = w.fma(FloatVector.fromArray(SPECIES, rows, rowsOffset + j * rowsStride + i), s);
      }
      s.intoArray(out, outOffset + i);
    }
    for (; i < size; i++) {
      float s = 0f;
      for (int j = 0; j < positions; j++) {
        s = Math.fma(weights[weightsOffset + j], rows[rowsOffset + j * rowsStride + i], s);
      }
      out[outOffset + i] = s;
    }
  }

  private static void fourWeightedSums(
      float[] rows,
      int rowsOffset,
      int rowsStride,
      float[] weights,
      int weightsOffset,
      float[] out,
      int outOffset,
      int positions) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    for (int j = 0; j < positions; j++) {
      FloatVector w = FloatVector.broadcast(SPECIES, weights[weightsOffset + j]);
      int at = rowsOffset + j * rowsStride;
      s0 = w.fma(FloatVector.fromArray(SPECIES, rows, at), s0);
      s1 = w.fma(FloatVector.fromArray(SPECIES, rows, at + LANES), s1);
      s2 = w.fma(FloatVector.fromArray(SPECIES, rows, at + 2 * LANES), s2);
      s3 = w.fma(FloatVector.fromArray(SPECIES, rows, at + 3 * LANES), s3);
    }
    s0.intoArray(out, outOffset);
    s1.intoArray(out, outOffset + LANES);
    s2.intoArray(out, outOffset + 2 * LANES);
    s3.intoArray(out, outOffset + 3 * LANES);
  }

  @Override
  public void addOuter(
      float[] weights,
      int weightsOffset,
      float[] vector,
      int vectorOffset,
      float[] rows,
      int rowsOffset,
      int rowsStride,
      int positions,
      int size) {
    for (int j = 0; j < positions; j++) {
      element.addScaled(
          weights[weightsOffset + j],
          vector,
          vectorOffset,
          rows,
          rowsOffset + j * rowsStride,
          size);
    }
  }
}
