package dev.dragoman.word2vec;

/**
 * The inner loops of training: one vector against some rows of a table. Rows are named by the index
 * of their first float, and every length is a multiple of {@link #LANES}, the rest of a row being
 * zero; nothing is checked.
 *
 * <p>All sums run in an order that does not depend on the hardware: {@link #LANES} partial sums, added
 * as a tree of halves, with fused multiply-adds. Another implementation gives the same bits.
 */
interface RowArithmetic {

  /** Partial sums of a dot product, and what row lengths are rounded up to. */
  int LANES = 16;

  /** scores[k] = x · row k, for k in [0, count). */
  void dots(
      float[] x, int xAt, float[] table, int[] rows, int count, int length, float[] scores);

  /**
   * For every k in order: dX += factors[k] · row k, then row k += factors[k] · x, with x as it was
   * at the beginning. {@code dX} may be {@code x} itself.
   */
  void learn(
      float[] x,
      int xAt,
      float[] dX,
      int dXAt,
      float[] table,
      int[] rows,
      float[] factors,
      int count,
      int length);

  /** out = scale · Σ row k: the mean of the rows where the scale is 1 / count. */
  void scaledSum(
      float[] table, int[] rows, int count, float scale, float[] out, int length);

  /** Every row k += x, in order of k. */
  void addToRows(float[] x, float[] table, int[] rows, int count, int length);

  /** The fastest implementation of this machine. */
  static RowArithmetic best() {
    return new PlainRowArithmetic();
  }
}
