package dev.dragoman.kernels;

/**
 * Pointwise parts of recurrent cells, one pass over rows while they are in cache. PyTorch's
 * formulas and gate order.
 *
 * <p>GRU (Cho et al. 2014, arXiv:1406.1078, in the variant that resets after the product), gates r,
 * z, n; i = input part [rows, 3H] with its bias, h = recurrent part [rows, 3H] with its bias:
 *
 * <pre>
 *   r  = sigmoid(i_r + h_r)        z  = sigmoid(i_z + h_z)
 *   n  = tanh(i_n + r·h_n)         h' = n + z·(h − n)
 * </pre>
 *
 * <p>LSTM (Hochreiter and Schmidhuber 1997), gates i, f, g, o:
 *
 * <pre>
 *   i = sigmoid, f = sigmoid, g = tanh, o = sigmoid of (input part + recurrent part)
 *   c' = f·c + i·g                 h' = o·tanh(c')
 * </pre>
 *
 * <p>Outputs that are overwritten must not overlap inputs.
 */
public interface CellKernels {
  /**
   * One GRU step.
   *
   * @param gates out [rows, 3H]: r, z, n, kept for the backward pass
   * @param next out [rows, H]: h'
   */
  void gru(
      float[] input,
      int inputOffset,
      int inputStride,
      float[] recurrent,
      int recurrentOffset,
      int recurrentStride,
      float[] previous,
      int previousOffset,
      int previousStride,
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] next,
      int nextOffset,
      int nextStride,
      int rows,
      int size);

  /**
   * Derivative of {@link #gru}: overwrites dInput and dRecurrent [rows, 3H], adds to dPrevious
   * [rows, H] (the direct path z·dNext only; the path through the recurrent product is the
   * caller's).
   */
  void gruBackward(
      float[] recurrent,
      int recurrentOffset,
      int recurrentStride,
      float[] previous,
      int previousOffset,
      int previousStride,
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] dNext,
      int dNextOffset,
      int dNextStride,
      float[] dInput,
      int dInputOffset,
      int dInputStride,
      float[] dRecurrent,
      int dRecurrentOffset,
      int dRecurrentStride,
      float[] dPrevious,
      int dPreviousOffset,
      int dPreviousStride,
      int rows,
      int size);

  /**
   * One LSTM step.
   *
   * @param gates out [rows, 4H]: i, f, g, o, kept for the backward pass
   * @param nextCell out [rows, H]: c'
   * @param next out [rows, H]: h'
   */
  void lstm(
      float[] input,
      int inputOffset,
      int inputStride,
      float[] recurrent,
      int recurrentOffset,
      int recurrentStride,
      float[] previousCell,
      int previousCellOffset,
      int previousCellStride,
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] nextCell,
      int nextCellOffset,
      int nextCellStride,
      float[] next,
      int nextOffset,
      int nextStride,
      int rows,
      int size);

  /**
   * Derivative of {@link #lstm}: overwrites dGates [rows, 4H] (the derivative of both the input and
   * the recurrent part), adds to dPreviousCell [rows, H]. dNextCell is read.
   */
  void lstmBackward(
      float[] previousCell,
      int previousCellOffset,
      int previousCellStride,
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] nextCell,
      int nextCellOffset,
      int nextCellStride,
      float[] dNext,
      int dNextOffset,
      int dNextStride,
      float[] dNextCell,
      int dNextCellOffset,
      int dNextCellStride,
      float[] dGates,
      int dGatesOffset,
      int dGatesStride,
      float[] dPreviousCell,
      int dPreviousCellOffset,
      int dPreviousCellStride,
      int rows,
      int size);
}
