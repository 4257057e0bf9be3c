package dev.dragoman.kernels;

/** Operations on rows of matrices: gather, scatter, column sums, softmax. */
public interface RowKernels {
  /** out row r = table row ids[r], for {@code rows} rows of {@code columns} floats. */
  void gather(
      float[] table,
      int tableOffset,
      int tableStride,
      int[] ids,
      int idsOffset,
      float[] out,
      int outOffset,
      int outStride,
      int rows,
      int columns);

  /** dTable row ids[r] += dOut row r, in order of r. */
  void scatterAdd(
      float[] dOut,
      int dOutOffset,
      int dOutStride,
      int[] ids,
      int idsOffset,
      float[] dTable,
      int dTableOffset,
      int dTableStride,
      int rows,
      int columns);

  /** out[j] += Σ_i x(i, j), in order of i. */
  void addColumnSums(
      float[] x, int xOffset, int xStride, float[] out, int outOffset, int rows, int columns);

  /** Each row of out += the vector, e.g. a bias. */
  void addToRows(
      float[] vector,
      int vectorOffset,
      float[] out,
      int outOffset,
      int outStride,
      int rows,
      int columns);

  /**
   * Softmax of one row of n ≥ 1 floats: e^(x−max) / Σ; −∞ gives 0; all −∞ or any NaN gives NaN.
   * {@code out} may be x.
   */
  void softmax(float[] x, int xOffset, float[] out, int outOffset, int n);

  /** dX += out·(dOut − Σ out·dOut): the derivative of {@code out = softmax(x)}. */
  void softmaxBackward(
      float[] out, int outOffset, float[] dOut, int dOutOffset, float[] dX, int dXOffset, int n);

  /** max + ln Σ e^(x−max) of one row. */
  float logSumExp(float[] x, int xOffset, int n);

  /**
   * Cross-entropy of one row of logits [V] against a target id, and its derivative in the same
   * place.
   *
   * <p>loss = −(1−ε)·logp(target) − ε/V·Σ_v logp(v) with label smoothing ε; afterwards {@code
   * logits} holds {@code weight·(softmax − (1−ε)·1{target} − ε/V)}.
   *
   * @param weight factor of the gradient, e.g. 1/N
   * @return the loss of this row in nats, not multiplied by {@code weight}
   */
  float crossEntropyInPlace(
      float[] logits, int offset, int n, int target, float labelSmoothing, float weight);
}
