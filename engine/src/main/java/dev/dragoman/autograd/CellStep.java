package dev.dragoman.autograd;

import dev.dragoman.tensor.Cells;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;

/**
 * The pointwise part of one recurrent step; the matrix products before it are others' work. The
 * input and the recurrent part belong to this step alone: their gradients are overwritten.
 */
public final class CellStep {
  private CellStep() {}

  /**
   * One GRU step, see {@link Cells#gru}.
   *
   * @param input [rows, 3H]
   * @param recurrent [rows, 3H]
   * @param previous [rows, H]
   * @param next [rows, H], overwritten: an entry of a sequence
   */
  public static void gru(Tape tape, Value input, Value recurrent, Value previous, Value next) {
    Tensor gates =
        tape.workspace().allocate(Shape.of(next.tensor().rows(), 3 * next.tensor().columns()));
    Cells.gru(input.tensor(), recurrent.tensor(), previous.tensor(), gates, next.tensor());
    if (next.needsGradient()) {
      tape.record(() ->
          Cells.gruBackward(
              recurrent.tensor(),
              previous.tensor(),
              gates,
              next.gradient(),
              gradientToOverwrite(tape, input),
              gradientToOverwrite(tape, recurrent),
              gradientOrScratch(tape, previous)));
    }
  }

  /**
   * One LSTM step, see {@link Cells#lstm}. The gates are sums of the input and the recurrent part,
   * so both parts receive the same gradient.
   *
   * @param input [rows, 4H]
   * @param recurrent [rows, 4H]
   * @param previousCell [rows, H]
   * @param nextCell [rows, H], overwritten
   * @param next [rows, H], overwritten
   */
  public static void lstm(
      Tape tape, Value input, Value recurrent, Value previousCell, Value nextCell, Value next) {
    Tensor gates =
        tape.workspace().allocate(Shape.of(next.tensor().rows(), 4 * next.tensor().columns()));
    Cells.lstm(
        input.tensor(),
        recurrent.tensor(),
        previousCell.tensor(),
        gates,
        nextCell.tensor(),
        next.tensor());
    if (next.needsGradient()) {
      tape.record(() -> {
        Tensor dGates = gradientToOverwrite(tape, recurrent);
        Cells.lstmBackward(
            previousCell.tensor(),
            gates,
            nextCell.tensor(),
            next.gradient(),
            nextCell.gradient(),
            dGates,
            gradientOrScratch(tape, previousCell));
        if (input.needsGradient()) {
          input.receivingGradient().copyFrom(dGates);
        }
      });
    }
  }

  private static Tensor gradientToOverwrite(Tape tape, Value value) {
    return value.needsGradient()
        ? value.receivingGradient()
        : tape.workspace().allocate(value.shape());
  }

  private static Tensor gradientOrScratch(Tape tape, Value value) {
    return value.needsGradient()
        ? value.receivingGradient()
        : tape.workspace().zeros(value.shape());
  }
}
