package dev.dragoman.kernels;

/**
 * One vector against a few chosen rows of a table, which may lie anywhere in it: the inner loops of
 * word2vec. A row is named by the index of its first float in the table.
 */
public interface ChosenRowKernels {

  /** scores[k] = x · row k for k in [0, count), each sum in the fixed order of {@link Lanes}. */
  void dots(float[] x, int xOffset, float[] table, int[] rows, int count, int n, float[] scores);

  /**
   * A table and a vector that learn from each other. For every k in order: dX += factors[k]·row k,
   * then row k += factors[k]·x, with x as it was at the beginning; one fused multiply-add each.
   * {@code dX} may be x itself. A row that is chosen twice moves twice.
   */
  void learn(
      float[] x,
      int xOffset,
      float[] dX,
      int dXOffset,
      float[] table,
      int[] rows,
      float[] factors,
      int count,
      int n);

  /**
   * out[0, n) = scale·Σ_k row k, in order of k: the mean of the rows where the scale is 1/count.
   */
  void scaledSum(float[] table, int[] rows, int count, float scale, float[] out, int n);

  /** Every row k += x[0, n), in order of k. */
  void addToRows(float[] x, float[] table, int[] rows, int count, int n);
}
