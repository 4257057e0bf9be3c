package dev.dragoman.tensor;

import dev.dragoman.kernels.AttentionKernels;
import dev.dragoman.kernels.RowKernels;

/**
 * Attention of a batch of R queries, each over the real source positions of its own sentence.
 * Positions at or after a sentence's length are padding: their weight is zero and nothing of them
 * is read.
 *
 * <p>Row r asks about sentence {@code sentences[r]} of B; in training R = B and each row has its
 * own sentence, in beam search several rows share one. The backward rules add to places that rows
 * must not share while threads run, so one thread plays them.
 */
public final class Attending {
  private Attending() {}

  /**
   * Energies of additive attention (Bahdanau et al. 2015, arXiv:1409.0473): e_bj = v·tanh(query_b +
   * key_bj).
   *
   * @param keys [B, S, A]
   * @param query [R, A]
   * @param v [A]
   * @param sentences which sentence each row asks about [R]
   * @param lengths real source positions of each sentence [B]
   * @param energies out [R, S]
   */
  public static void additiveEnergiesInto(
      Tensor keys, Tensor query, Tensor v, int[] sentences, int[] lengths, Tensor energies) {
    AttentionKernels kernel = Backend.kernels().attention();
    int positions = check("keys", keys, "query", query, sentences, lengths, "energies", energies);
    Checks.length("v", v.size(), keys.columns(), "A");
    for (int r = 0; r < sentences.length; r++) {
      int b = sentences[r];
      kernel.additiveEnergies(
          keys.data(),
          keys.rowOffset(b * positions),
          keys.rowStride(),
          query.data(),
          query.rowOffset(r),
          v.data(),
          v.offset(),
          energies.data(),
          energies.rowOffset(r),
          lengths[b],
          keys.columns());
    }
  }

  /** Derivative of {@link #additiveEnergiesInto}: adds to dKeys, dQuery and dV. */
  public static void additiveEnergiesBackward(
      Tensor keys,
      Tensor query,
      Tensor v,
      int[] sentences,
      int[] lengths,
      Tensor dEnergies,
      Tensor dKeys,
      Tensor dQuery,
      Tensor dV) {
    AttentionKernels kernel = Backend.kernels().attention();
    int positions = check("keys", keys, "query", query, sentences, lengths, "dEnergies", dEnergies);
    for (int r = 0; r < sentences.length; r++) {
      int b = sentences[r];
      kernel.additiveEnergiesBackward(
          keys.data(),
          keys.rowOffset(b * positions),
          keys.rowStride(),
          query.data(),
          query.rowOffset(r),
          v.data(),
          v.offset(),
          dEnergies.data(),
          dEnergies.rowOffset(r),
          dKeys.data(),
          dKeys.rowOffset(b * positions),
          dKeys.rowStride(),
          dQuery.data(),
          dQuery.rowOffset(r),
          dV.data(),
          dV.offset(),
          lengths[b],
          keys.columns());
    }
  }

  /**
   * out_bj = rows_bj·vector_b: dot energies, or dα_bj = h_bj·dc_b. rows [B, S, M], vector [R, M],
   * out [R, S].
   */
  public static void dotsInto(
      Tensor rows, Tensor vector, int[] sentences, int[] lengths, Tensor out) {
    AttentionKernels kernel = Backend.kernels().attention();
    int positions = check("keys", rows, "query", vector, sentences, lengths, "energies", out);
    for (int r = 0; r < sentences.length; r++) {
      int b = sentences[r];
      kernel.rowDots(
          rows.data(),
          rows.rowOffset(b * positions),
          rows.rowStride(),
          vector.data(),
          vector.rowOffset(r),
          out.data(),
          out.rowOffset(r),
          lengths[b],
          rows.columns());
    }
  }

  /**
   * weights = softmax of the energies over the real positions, zero at padding. Both [R, S]; may be
   * the same.
   */
  public static void maskedSoftmaxInto(
      Tensor energies, int[] sentences, int[] lengths, Tensor weights) {
    RowKernels row = Backend.kernels().row();
    Checks.sameShape("weights", weights, energies.shape());
    for (int r = 0; r < sentences.length; r++) {
      int b = sentences[r];
      int at = weights.rowOffset(r);
      row.softmax(energies.data(), energies.rowOffset(r), weights.data(), at, lengths[b]);
      java.util.Arrays.fill(weights.data(), at + lengths[b], at + weights.columns(), 0f);
    }
  }

  /** dEnergies += α·(dα − Σ α·dα) over the real positions. All [R, S]. */
  public static void addMaskedSoftmaxBackward(
      Tensor weights, Tensor dWeights, int[] sentences, int[] lengths, Tensor dEnergies) {
    RowKernels row = Backend.kernels().row();
    for (int r = 0; r < sentences.length; r++) {
      int b = sentences[r];
      row.softmaxBackward(
          weights.data(),
          weights.rowOffset(r),
          dWeights.data(),
          dWeights.rowOffset(r),
          dEnergies.data(),
          dEnergies.rowOffset(r),
          lengths[b]);
    }
  }

  /**
   * out_b = Σ_j weights_bj·rows_bj: the context vectors. rows [B, S, M], weights [R, S], out [R,
   * M].
   */
  public static void weightedSumInto(
      Tensor rows, Tensor weights, int[] sentences, int[] lengths, Tensor out) {
    AttentionKernels kernel = Backend.kernels().attention();
    int positions = check("rows", rows, "out", out, sentences, lengths, "weights", weights);
    for (int r = 0; r < sentences.length; r++) {
      int b = sentences[r];
      kernel.weightedSum(
          rows.data(),
          rows.rowOffset(b * positions),
          rows.rowStride(),
          weights.data(),
          weights.rowOffset(r),
          out.data(),
          out.rowOffset(r),
          lengths[b],
          rows.columns());
    }
  }

  /** rows_bj += weights_bj·vector_b. rows [B, S, M], weights [R, S], vector [R, M]. */
  public static void addOuter(
      Tensor weights, Tensor vector, int[] sentences, int[] lengths, Tensor rows) {
    AttentionKernels kernel = Backend.kernels().attention();
    int positions = check("rows", rows, "vector", vector, sentences, lengths, "weights", weights);
    for (int r = 0; r < sentences.length; r++) {
      int b = sentences[r];
      kernel.addOuter(
          weights.data(),
          weights.rowOffset(r),
          vector.data(),
          vector.rowOffset(r),
          rows.data(),
          rows.rowOffset(b * positions),
          rows.rowStride(),
          lengths[b],
          rows.columns());
    }
  }

  /** Checks rows [B, S, M], vectors [R, M] and weights [R, S]; gives S. */
  private static int check(
      String rowsName,
      Tensor rows,
      String vectorsName,
      Tensor vectors,
      int[] sentences,
      int[] lengths,
      String weightsName,
      Tensor weights) {
    Checks.rows(vectorsName, vectors, sentences.length, "R");
    Checks.columns(vectorsName, vectors, rows.columns(), "M");
    Checks.rows(weightsName, weights, sentences.length, "R");
    int positions = weights.columns();
    Checks.rows(rowsName, rows, lengths.length * positions, "B·S");
    return positions;
  }
}
