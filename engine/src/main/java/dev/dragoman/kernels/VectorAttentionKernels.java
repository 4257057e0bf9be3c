package dev.dragoman.kernels;

import static dev.dragoman.kernels.Species.LANES;
import static dev.dragoman.kernels.Species.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Attention of one query in vectors; tanh runs inside the loops, nothing is stored between. */
final class VectorAttentionKernels implements AttentionKernels {
  private final VectorElementKernels element = new VectorElementKernels();

  @Override
  public void additiveEnergies(
      float[] keys, int keysOffset, int keysStride, float[] query, int queryOffset, float[] v, int vOffset,
      float[] energies, int energiesOffset, int positions, int size) {
    for (int j = 0; j < positions; j++) {
      int key = keysOffset + j * keysStride;
      energies[energiesOffset + j] =
          VectorSums.additiveEnergy(keys, key, query, queryOffset, v, vOffset, size);
    }
  }

  /** One vector of the attention axis at a time: query, v and their gradients stay in registers over all positions. */
  @Override
  public void additiveEnergiesBackward(
      float[] keys, int keysOffset, int keysStride, float[] query, int queryOffset, float[] v, int vOffset,
      float[] dEnergies, int dEnergiesOffset,
      float[] dKeys, int dKeysOffset, int dKeysStride, float[] dQuery, int dQueryOffset, float[] dV, int dVOffset,
      int positions, int size) {
    int end = SPECIES.loopBound(size);
    for (int a = 0; a < end; a += LANES) {
      FloatVector q = load(query, queryOffset + a);
      FloatVector w = load(v, vOffset + a);
      FloatVector dQ = load(dQuery, dQueryOffset + a);
      FloatVector dW = load(dV, dVOffset + a);
      for (int j = 0; j < positions; j++) {
        FloatVector dEnergy = FloatVector.broadcast(SPECIES, dEnergies[dEnergiesOffset + j]);
        FloatVector u = VectorExponentials.tanh(q.add(load(keys, keysOffset + j * keysStride + a)));
        FloatVector slope = u.neg().fma(u, FloatVector.broadcast(SPECIES, 1f));
        FloatVector inner = dEnergy.mul(w).mul(slope);
        int at = dKeysOffset + j * dKeysStride + a;
        load(dKeys, at).add(inner).intoArray(dKeys, at);
        dQ = dQ.add(inner);
        dW = dEnergy.fma(u, dW);
      }
      dQ.intoArray(dQuery, dQueryOffset + a);
      dW.intoArray(dV, dVOffset + a);
    }
    ScalarAttentionKernels.additiveEnergiesBackward(
        keys, keysOffset, keysStride, query, queryOffset, v, vOffset, dEnergies, dEnergiesOffset,
        dKeys, dKeysOffset, dKeysStride, dQuery, dQueryOffset, dV, dVOffset, positions, end, size);
  }

  @Override
  public void rowDots(
      float[] rows, int rowsOffset, int rowsStride, float[] vector, int vectorOffset,
      float[] out, int outOffset, int positions, int size) {
    for (int j = 0; j < positions; j++) {
      out[outOffset + j] = VectorSums.dot(rows, rowsOffset + j * rowsStride, vector, vectorOffset, size);
    }
  }

  /** Four vectors of the sum at a time stay in registers while the rows pass. */
  @Override
  public void weightedSum(
      float[] rows, int rowsOffset, int rowsStride, float[] weights, int weightsOffset,
      float[] out, int outOffset, int positions, int size) {
    int i = 0;
    for (; i + 4 * LANES <= size; i += 4 * LANES) {
      fourWeightedSums(
          rows, rowsOffset + i, rowsStride, weights, weightsOffset, out, outOffset + i, positions);
    }
    for (; i + LANES <= size; i += LANES) {
      FloatVector s = FloatVector.zero(SPECIES);
      for (int j = 0; j < positions; j++) {
        FloatVector w = FloatVector.broadcast(SPECIES, weights[weightsOffset + j]);
        s = w.fma(load(rows, rowsOffset + j * rowsStride + i), s);
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
      float[] rows, int rowsOffset, int rowsStride, float[] weights, int weightsOffset,
      float[] out, int outOffset, int positions) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    for (int j = 0; j < positions; j++) {
      FloatVector w = FloatVector.broadcast(SPECIES, weights[weightsOffset + j]);
      int at = rowsOffset + j * rowsStride;
      s0 = w.fma(load(rows, at), s0);
      s1 = w.fma(load(rows, at + LANES), s1);
      s2 = w.fma(load(rows, at + 2 * LANES), s2);
      s3 = w.fma(load(rows, at + 3 * LANES), s3);
    }
    s0.intoArray(out, outOffset);
    s1.intoArray(out, outOffset + LANES);
    s2.intoArray(out, outOffset + 2 * LANES);
    s3.intoArray(out, outOffset + 3 * LANES);
  }

  @Override
  public void addOuter(
      float[] weights, int weightsOffset, float[] vector, int vectorOffset,
      float[] rows, int rowsOffset, int rowsStride, int positions, int size) {
    for (int j = 0; j < positions; j++) {
      element.addScaled(
          weights[weightsOffset + j], vector, vectorOffset, rows, rowsOffset + j * rowsStride, size);
    }
  }

  private static FloatVector load(float[] x, int at) {
    return FloatVector.fromArray(SPECIES, x, at);
  }
}
