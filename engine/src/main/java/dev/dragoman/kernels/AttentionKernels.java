package dev.dragoman.kernels;

/** Attention of one query over the S source positions of one sentence. */
public interface AttentionKernels {
  /**
   * Energies of additive attention (Bahdanau et al. 2015, arXiv:1409.0473): e_j = v·tanh(query +
   * key_j).
   *
   * @param keys [S, A], row stride {@code keysStride}
   * @param query [A]
   * @param v [A]
   * @param energies out [S]
   */
  void additiveEnergies(
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
      int size);

  /**
   * Derivative of {@link #additiveEnergies}; tanh is computed again rather than kept. With u_j =
   * tanh(query + key_j): dKey_j += dEnergy_j·v·(1 − u_j²), dQuery += Σ_j of the same, dV += Σ_j
   * dEnergy_j·u_j.
   */
  void additiveEnergiesBackward(
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
      int size);

  /** out[j] = row_j·vector for each of S rows (dot energies; also dα_j = h_j·dContext). */
  void rowDots(
      float[] rows,
      int rowsOffset,
      int rowsStride,
      float[] vector,
      int vectorOffset,
      float[] out,
      int outOffset,
      int positions,
      int size);

  /** out = Σ_j weight_j·row_j, in order of j (the context vector). Overwrites. */
  void weightedSum(
      float[] rows,
      int rowsOffset,
      int rowsStride,
      float[] weights,
      int weightsOffset,
      float[] out,
      int outOffset,
      int positions,
      int size);

  /**
   * row_j += weight_j·vector for each j (the derivative of both of the above with respect to the
   * rows).
   */
  void addOuter(
      float[] weights,
      int weightsOffset,
      float[] vector,
      int vectorOffset,
      float[] rows,
      int rowsOffset,
      int rowsStride,
      int positions,
      int size);
}
