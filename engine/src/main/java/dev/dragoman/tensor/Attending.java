package dev.dragoman.tensor;

import dev.dragoman.kernels.AttentionKernels;
import dev.dragoman.kernels.RowKernels;

/**
 * Attention of a batch of B queries, each over the real source positions of its own sentence. Positions at or after a
 * sentence's length are padding: their weight is zero and nothing of them is read.
 */
public final class Attending {
  private static final AttentionKernels KERNEL = Backend.KERNELS.attention();
  private static final RowKernels ROW = Backend.KERNELS.row();

  private Attending() {}

  /**
   * Energies of additive attention (Bahdanau et al. 2015, arXiv:1409.0473): e_bj = v·tanh(query_b + key_bj).
   *
   * @param keys [B, S, A]
   * @param query [B, A]
   * @param v [A]
   * @param lengths [B]
   * @param energies out [B, S]
   */
  public static void additiveEnergiesInto(Tensor keys, Tensor query, Tensor v, int[] lengths, Tensor energies) {
    int positions = check(keys, query, lengths, energies);
    for (int b = 0; b < lengths.length; b++) {
      KERNEL.additiveEnergies(
          keys.data(), keys.rowOffset(b * positions), keys.rowStride(),
          query.data(), query.rowOffset(b), v.data(), v.offset(),
          energies.data(), energies.rowOffset(b), lengths[b], keys.columns());
    }
  }

  /** Derivative of {@link #additiveEnergiesInto}: adds to dKeys, dQuery and dV. */
  public static void additiveEnergiesBackward(
      Tensor keys, Tensor query, Tensor v, int[] lengths, Tensor dEnergies, Tensor dKeys, Tensor dQuery, Tensor dV) {
    int positions = check(keys, query, lengths, dEnergies);
    for (int b = 0; b < lengths.length; b++) {
      KERNEL.additiveEnergiesBackward(
          keys.data(), keys.rowOffset(b * positions), keys.rowStride(),
          query.data(), query.rowOffset(b), v.data(), v.offset(),
          dEnergies.data(), dEnergies.rowOffset(b),
          dKeys.data(), dKeys.rowOffset(b * positions), dKeys.rowStride(),
          dQuery.data(), dQuery.rowOffset(b), dV.data(), dV.offset(), lengths[b], keys.columns());
    }
  }

  /** out_bj = rows_bj·vector_b: dot energies, or dα_bj = h_bj·dc_b. rows [B, S, M], vector [B, M], out [B, S]. */
  public static void dotsInto(Tensor rows, Tensor vector, int[] lengths, Tensor out) {
    int positions = check(rows, vector, lengths, out);
    for (int b = 0; b < lengths.length; b++) {
      KERNEL.rowDots(
          rows.data(), rows.rowOffset(b * positions), rows.rowStride(), vector.data(), vector.rowOffset(b),
          out.data(), out.rowOffset(b), lengths[b], rows.columns());
    }
  }

  /** weights = softmax of the energies over the real positions, zero at padding. Both [B, S]; may be the same. */
  public static void maskedSoftmaxInto(Tensor energies, int[] lengths, Tensor weights) {
    Checks.sameShape("weights", weights, energies.shape());
    for (int b = 0; b < lengths.length; b++) {
      int at = weights.rowOffset(b);
      ROW.softmax(energies.data(), energies.rowOffset(b), weights.data(), at, lengths[b]);
      java.util.Arrays.fill(weights.data(), at + lengths[b], at + weights.columns(), 0f);
    }
  }

  /** dEnergies += α·(dα − Σ α·dα) over the real positions. All [B, S]. */
  public static void addMaskedSoftmaxBackward(Tensor weights, Tensor dWeights, int[] lengths, Tensor dEnergies) {
    for (int b = 0; b < lengths.length; b++) {
      ROW.softmaxBackward(
          weights.data(), weights.rowOffset(b), dWeights.data(), dWeights.rowOffset(b),
          dEnergies.data(), dEnergies.rowOffset(b), lengths[b]);
    }
  }

  /** out_b = Σ_j weights_bj·rows_bj: the context vectors. rows [B, S, M], weights [B, S], out [B, M]. */
  public static void weightedSumInto(Tensor rows, Tensor weights, int[] lengths, Tensor out) {
    int positions = check(rows, out, lengths, weights);
    for (int b = 0; b < lengths.length; b++) {
      KERNEL.weightedSum(
          rows.data(), rows.rowOffset(b * positions), rows.rowStride(), weights.data(), weights.rowOffset(b),
          out.data(), out.rowOffset(b), lengths[b], rows.columns());
    }
  }

  /** rows_bj += weights_bj·vector_b. rows [B, S, M], weights [B, S], vector [B, M]. */
  public static void addOuter(Tensor weights, Tensor vector, int[] lengths, Tensor rows) {
    int positions = check(rows, vector, lengths, weights);
    for (int b = 0; b < lengths.length; b++) {
      KERNEL.addOuter(
          weights.data(), weights.rowOffset(b), vector.data(), vector.rowOffset(b),
          rows.data(), rows.rowOffset(b * positions), rows.rowStride(), lengths[b], rows.columns());
    }
  }

  private static int check(Tensor rows, Tensor vector, int[] lengths, Tensor weights) {
    int sentences = lengths.length;
    Checks.rows("query or context", vector, sentences, "B");
    Checks.columns("query or context", vector, rows.columns(), "M");
    Checks.rows("attention weights", weights, sentences, "B");
    int positions = weights.columns();
    Checks.rows("source rows", rows, sentences * positions, "B·S");
    return positions;
  }
}
