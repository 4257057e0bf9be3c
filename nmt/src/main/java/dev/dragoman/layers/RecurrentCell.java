package dev.dragoman.layers;

import dev.dragoman.autograd.CellStep;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.tensor.Tensor;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The weights of one recurrent cell in PyTorch's arrangement: G gates (GRU r, z, n; LSTM i, f, g,
 * o) stacked in the rows, one bias for the input part and one for the recurrent part.
 */
public final class RecurrentCell {
  private final CellKind kind;
  private final int size;
  private final Parameter inputWeights;
  private final Parameter recurrentWeights;
  private final Parameter inputBias;
  private final Parameter recurrentBias;

  /**
   * Draws the weights; biases are zero.
   *
   * @param name prefix of the parameters' names
   * @param inputSize length of an input row
   * @param size H, length of the state
   */
  public RecurrentCell(
      String name,
      CellKind kind,
      int inputSize,
      int size,
      Initialiser initialiser,
      RandomGenerator random) {
    this.kind = kind;
    this.size = size;
    int rows = gateColumns();
    this.inputWeights = new Parameter(name + ".inputWeights", Tensor.zeros(rows, inputSize));
    this.recurrentWeights = new Parameter(name + ".recurrentWeights", Tensor.zeros(rows, size));
    this.inputBias = new Parameter(name + ".inputBias", Tensor.zeros(rows));
    this.recurrentBias = new Parameter(name + ".recurrentBias", Tensor.zeros(rows));
    initialiser.fill(inputWeights.value(), random);
    initialiser.fill(recurrentWeights.value(), random);
  }

  /** GRU or LSTM. */
  public CellKind kind() {
    return kind;
  }

  /** H, length of the state. */
  public int size() {
    return size;
  }

  /** G·H: how many columns the input part and the recurrent part have. */
  public int gateColumns() {
    return kind.gates() * size;
  }

  /** [G·H, input]. */
  public Parameter inputWeights() {
    return inputWeights;
  }

  /** [G·H, H]. */
  public Parameter recurrentWeights() {
    return recurrentWeights;
  }

  /** [G·H]. */
  public Parameter inputBias() {
    return inputBias;
  }

  /** [G·H]. */
  public Parameter recurrentBias() {
    return recurrentBias;
  }

  /**
   * The pointwise part of a step: gates, then the next state.
   *
   * @param input input part [rows, G·H]
   * @param recurrent recurrent part [rows, G·H]
   * @param previous state before
   * @param next state after, overwritten
   */
  public void step(Tape tape, Value input, Value recurrent, CellState previous, CellState next) {
    switch (kind) {
      case GRU -> CellStep.gru(tape, input, recurrent, previous.hidden(), next.hidden());
      case LSTM ->
          CellStep.lstm(
              tape, input, recurrent, previous.requireCell(), next.requireCell(), next.hidden());
    }
  }

  /** Hands out the parameters. */
  public void forEachParameter(Consumer<Parameter> action) {
    List.of(inputWeights, recurrentWeights, inputBias, recurrentBias).forEach(action);
  }
}
