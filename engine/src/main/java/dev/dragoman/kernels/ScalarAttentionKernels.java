package dev.dragoman.kernels;

/** Attention of one query as plain loops. */
final class ScalarAttentionKernels implements AttentionKernels {
  private final ScalarElementKernels element = new ScalarElementKernels();

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
          ScalarSums.additiveEnergy(keys, key, query, queryOffset, v, vOffset, size);
    }
  }

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
    additiveEnergiesBackward(
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
        0,
        size);
  }

  /** From place {@code from} of the attention axis on; also finishes the vector version. */
  static void additiveEnergiesBackward(
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
      int from,
      int size) {
    for (int a = from; a < size; a++) {
      float dQ = dQuery[dQueryOffset + a];
      float dA = dV[dVOffset + a];
      for (int j = 0; j < positions; j++) {
        float dEnergy = dEnergies[dEnergiesOffset + j];
        float u = Exponentials.tanh(query[queryOffset + a] + keys[keysOffset + j * keysStride + a]);
        float inner = dEnergy * v[vOffset + a] * Math.fma(-u, u, 1f);
        dKeys[dKeysOffset + j * dKeysStride + a] += inner;
        dQ += inner;
        dA = Math.fma(dEnergy, u, dA);
      }
      dQuery[dQueryOffset + a] = dQ;
      dV[dVOffset + a] = dA;
    }
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
          element.dot(rows, rowsOffset + j * rowsStride, vector, vectorOffset, size);
    }
  }

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
    for (int i = 0; i < size; i++) {
      float s = 0f;
      for (int j = 0; j < positions; j++) {
        s = Math.fma(weights[weightsOffset + j], rows[rowsOffset + j * rowsStride + i], s);
      }
      out[outOffset + i] = s;
    }
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
