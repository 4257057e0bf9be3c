package dev.dragoman.tensor;

import dev.dragoman.kernels.CellKernels;

/** Pointwise parts of recurrent cells over rows; the formulas are in {@link CellKernels}. */
public final class Cells {
  private Cells() {}

  /**
   * One GRU step.
   *
   * @param input [rows, 3H], gates r, z, n, with bias
   * @param recurrent [rows, 3H], with bias
   * @param previous [rows, H]
   * @param gates out [rows, 3H], kept for {@link #gruBackward}
   * @param next out [rows, H]
   */
  public static void gru(
      Tensor input, Tensor recurrent, Tensor previous, Tensor gates, Tensor next) {
    CellKernels kernel = Backend.kernels().cell();
    int size = next.columns();
    Checks.sameShape("previous", previous, next.shape());
    checkGates("input", input, next, 3 * size, "3H");
    checkGates("recurrent", recurrent, next, 3 * size, "3H");
    checkGates("gates", gates, next, 3 * size, "3H");
    kernel.gru(
        input.data(),
        input.offset(),
        input.rowStride(),
        recurrent.data(),
        recurrent.offset(),
        recurrent.rowStride(),
        previous.data(),
        previous.offset(),
        previous.rowStride(),
        gates.data(),
        gates.offset(),
        gates.rowStride(),
        next.data(),
        next.offset(),
        next.rowStride(),
        next.rows(),
        size);
  }

  /**
   * Derivative of {@link #gru}: overwrites dInput and dRecurrent, adds to dPrevious (its direct
   * path z·dNext).
   */
  public static void gruBackward(
      Tensor recurrent,
      Tensor previous,
      Tensor gates,
      Tensor dNext,
      Tensor dInput,
      Tensor dRecurrent,
      Tensor dPrevious) {
    CellKernels kernel = Backend.kernels().cell();
    int size = dNext.columns();
    checkGates("dInput", dInput, dNext, 3 * size, "3H");
    checkGates("dRecurrent", dRecurrent, dNext, 3 * size, "3H");
    Checks.sameShape("dPrevious", dPrevious, dNext.shape());
    kernel.gruBackward(
        recurrent.data(),
        recurrent.offset(),
        recurrent.rowStride(),
        previous.data(),
        previous.offset(),
        previous.rowStride(),
        gates.data(),
        gates.offset(),
        gates.rowStride(),
        dNext.data(),
        dNext.offset(),
        dNext.rowStride(),
        dInput.data(),
        dInput.offset(),
        dInput.rowStride(),
        dRecurrent.data(),
        dRecurrent.offset(),
        dRecurrent.rowStride(),
        dPrevious.data(),
        dPrevious.offset(),
        dPrevious.rowStride(),
        dNext.rows(),
        size);
  }

  /**
   * One LSTM step.
   *
   * @param input [rows, 4H], gates i, f, g, o, with bias
   * @param recurrent [rows, 4H], with bias
   * @param previousCell [rows, H]
   * @param gates out [rows, 4H], kept for {@link #lstmBackward}
   * @param nextCell out [rows, H]
   * @param next out [rows, H]
   */
  public static void lstm(
      Tensor input,
      Tensor recurrent,
      Tensor previousCell,
      Tensor gates,
      Tensor nextCell,
      Tensor next) {
    CellKernels kernel = Backend.kernels().cell();
    int size = next.columns();
    Checks.sameShape("previousCell", previousCell, next.shape());
    Checks.sameShape("nextCell", nextCell, next.shape());
    checkGates("input", input, next, 4 * size, "4H");
    checkGates("recurrent", recurrent, next, 4 * size, "4H");
    checkGates("gates", gates, next, 4 * size, "4H");
    kernel.lstm(
        input.data(),
        input.offset(),
        input.rowStride(),
        recurrent.data(),
        recurrent.offset(),
        recurrent.rowStride(),
        previousCell.data(),
        previousCell.offset(),
        previousCell.rowStride(),
        gates.data(),
        gates.offset(),
        gates.rowStride(),
        nextCell.data(),
        nextCell.offset(),
        nextCell.rowStride(),
        next.data(),
        next.offset(),
        next.rowStride(),
        next.rows(),
        size);
  }

  /**
   * Derivative of {@link #lstm}: overwrites dGates (of both the input and the recurrent part), adds
   * to dPreviousCell.
   */
  public static void lstmBackward(
      Tensor previousCell,
      Tensor gates,
      Tensor nextCell,
      Tensor dNext,
      Tensor dNextCell,
      Tensor dGates,
      Tensor dPreviousCell) {
    CellKernels kernel = Backend.kernels().cell();
    int size = dNext.columns();
    checkGates("dGates", dGates, dNext, 4 * size, "4H");
    Checks.sameShape("dPreviousCell", dPreviousCell, dNext.shape());
    kernel.lstmBackward(
        previousCell.data(),
        previousCell.offset(),
        previousCell.rowStride(),
        gates.data(),
        gates.offset(),
        gates.rowStride(),
        nextCell.data(),
        nextCell.offset(),
        nextCell.rowStride(),
        dNext.data(),
        dNext.offset(),
        dNext.rowStride(),
        dNextCell.data(),
        dNextCell.offset(),
        dNextCell.rowStride(),
        dGates.data(),
        dGates.offset(),
        dGates.rowStride(),
        dPreviousCell.data(),
        dPreviousCell.offset(),
        dPreviousCell.rowStride(),
        dNext.rows(),
        size);
  }

  private static void checkGates(
      String name, Tensor gates, Tensor state, int columns, String letter) {
    Checks.columns(name, gates, columns, letter);
    Checks.rows(name, gates, state.rows(), "B");
  }
}
