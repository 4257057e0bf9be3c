package dev.dragoman.layers;

import dev.dragoman.autograd.Elements;
import dev.dragoman.autograd.LinearProduct;
import dev.dragoman.autograd.Noise;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.RowSelection;
import dev.dragoman.autograd.StepwiseLinear;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One or more recurrent layers, one- or bidirectional, over the real positions of a batch; padding
 * is skipped, not computed and masked.
 */
public final class RecurrentStack {
  private final List<Layer> layers = new ArrayList<>();
  private final Dropout betweenLayers;

  /** One layer, reading one way or both. */
  private record Layer(RecurrentCell forward, @Nullable RecurrentCell backward) {
    List<RecurrentCell> cells() {
      return backward == null ? List.of(forward) : List.of(forward, backward);
    }

    Output read(Tape tape, List<Value> parts, SequenceLayout layout) {
      CellState ahead = readForward(tape, forward, parts.getFirst(), layout);
      CellState last = pick(tape, ahead, layout.lastRows());
      if (backward == null) {
        return new Output(ahead.hidden(), List.of(List.of(last)));
      }
      CellState back = readBackward(tape, backward, parts.getLast(), layout);
      return new Output(
          Elements.concatenate(tape, List.of(ahead.hidden(), back.hidden())),
          List.of(List.of(last, pick(tape, back, layout.firstRows()))));
    }
  }

  /** Whether a layer also reads from the end to the beginning. */
  public enum Direction {
    /** From the first position to the last. */
    FORWARD,
    /** Both ways; the two states stand side by side, forward first. */
    BIDIRECTIONAL
  }

  /**
   * What comes out.
   *
   * @param states [P, M] packed as the layout says, M = H or 2H
   * @param finalStates for each layer, for each direction: the state [B, H] after the last position
   *     read, sentences in the batch's order
   */
  public record Output(Value states, List<List<CellState>> finalStates) {}

  /**
   * Draws the weights. Names: {@code name.forward.…}, {@code name.backward.…}; layer l ≥ 2 {@code
   * name.layer2.forward.…}.
   *
   * @param inputSize E
   * @param size H per direction
   * @param layerCount L ≥ 1
   * @param dropout between layers
   */
  public RecurrentStack(
      String name,
      CellKind kind,
      Direction direction,
      int inputSize,
      int size,
      int layerCount,
      float dropout,
      Initialiser initialiser,
      RandomGenerator random) {
    if (layerCount < 1) {
      throw new IllegalArgumentException(name + ": needs at least one layer, got " + layerCount);
    }
    boolean both = direction == Direction.BIDIRECTIONAL;
    betweenLayers = new Dropout(dropout);
    for (int layer = 0; layer < layerCount; layer++) {
      String prefix = layer == 0 ? name : name + ".layer" + (layer + 1);
      int width = layer == 0 ? inputSize : both ? 2 * size : size;
      layers.add(
          new Layer(
              new RecurrentCell(prefix + ".forward", kind, width, size, initialiser, random),
              both
                  ? new RecurrentCell(prefix + ".backward", kind, width, size, initialiser, random)
                  : null));
    }
  }

  /** Hands out the parameters, layer by layer. */
  public void forEachParameter(Consumer<Parameter> action) {
    for (Layer layer : layers) {
      layer.forward.forEachParameter(action);
      if (layer.backward != null) {
        layer.backward.forEachParameter(action);
      }
    }
  }

  /**
   * Reads a padded batch.
   *
   * @param x [B, S, E]
   * @param lengths [B], in any order
   * @return states [B, S, M], zero at padding, and the final states
   */
  public Output applyPadded(Tape tape, Value x, int[] lengths, @Nullable Noise noise) {
    if (x.shape().rank() != 3) {
      throw new IllegalArgumentException("x: expected [B, S, E], got " + x.shape());
    }
    if (lengths.length != x.shape().axis(0)) {
      throw new IllegalArgumentException(
          "lengths: expected B=%d entries for x %s, got %d"
              .formatted(x.shape().axis(0), x.shape(), lengths.length));
    }
    int positions = x.shape().axis(1);
    SequenceLayout layout = SequenceLayout.of(lengths, positions);
    Output packed = apply(tape, RowSelection.of(tape, x, layout.paddedRows()), layout, noise);
    return new Output(unpack(tape, packed.states(), layout), packed.finalStates());
  }

  /** [P, M] packed → [B, S, M], zero at padding. */
  public static Value unpack(Tape tape, Value packed, SequenceLayout layout) {
    Shape shape = Shape.of(layout.sentences(), layout.positions(), packed.tensor().columns());
    return RowSelection.scatter(tape, packed, layout.paddedRows(), shape);
  }

  /** The cells of the first layer: forward and, where it reads both ways, backward. */
  public List<RecurrentCell> firstCells() {
    return layers.getFirst().cells();
  }

  /**
   * Reads a packed batch.
   *
   * @param x [P, E], rows as the layout says
   * @param noise for dropout between layers; null outside training
   */
  public Output apply(Tape tape, Value x, SequenceLayout layout, @Nullable Noise noise) {
    return applyToParts(tape, inputParts(tape, layers.getFirst(), x), layout, noise);
  }

  /**
   * Reads a packed batch whose products with the first layer's input weights are known.
   *
   * @param parts W x + b [P, G·H] of each of the {@linkplain #firstCells first cells}, rows as the
   *     layout says
   * @param noise for dropout between layers; null outside training
   */
  public Output applyToParts(
      Tape tape, List<Value> parts, SequenceLayout layout, @Nullable Noise noise) {
    Output read = layers.getFirst().read(tape, parts, layout);
    List<List<CellState>> finals = new ArrayList<>(read.finalStates());
    Value states = read.states();
    for (Layer layer : layers.subList(1, layers.size())) {
      Value input = betweenLayers.apply(tape, states, noise);
      read = layer.read(tape, inputParts(tape, layer, input), layout);
      finals.addAll(read.finalStates());
      states = read.states();
    }
    return new Output(states, finals);
  }

  private static List<Value> inputParts(Tape tape, Layer layer, Value x) {
    List<Value> parts = new ArrayList<>();
    for (RecurrentCell cell : layer.cells()) {
      parts.add(
          LinearProduct.of(tape, x, tape.use(cell.inputWeights()), tape.use(cell.inputBias())));
    }
    return parts;
  }

  private static CellState pick(Tape tape, CellState states, dev.dragoman.tensor.Ids rows) {
    Value cell = states.cell();
    return new CellState(
        RowSelection.of(tape, states.hidden(), rows),
        cell == null ? null : RowSelection.of(tape, cell, rows));
  }

  private static CellState readForward(
      Tape tape, RecurrentCell cell, Value inputParts, SequenceLayout layout) {
    Reading reading = Reading.begin(tape, cell, inputParts, layout);
    for (int t = 0; t < layout.steps(); t++) {
      int from = layout.firstRow(t);
      int running = layout.running(t);
      if (t > 0) {
        reading.carry(layout.firstRow(t - 1), from, running);
      }
      reading.step(from, from + running);
    }
    return reading.states;
  }

  private static CellState readBackward(
      Tape tape, RecurrentCell cell, Value inputParts, SequenceLayout layout) {
    Reading reading = Reading.begin(tape, cell, inputParts, layout);
    for (int t = layout.steps() - 1; t >= 0; t--) {
      int from = layout.firstRow(t);
      if (t + 1 < layout.steps()) {
        reading.carry(layout.firstRow(t + 1), from, layout.running(t + 1));
      }
      reading.step(from, from + layout.running(t));
    }
    return reading.states;
  }

  /** One direction of one layer: input parts of all steps in one product, then step by step. */
  private record Reading(
      Tape tape,
      RecurrentCell cell,
      Value inputParts,
      Value recurrentParts,
      CellState previous,
      CellState states,
      StepwiseLinear recurrence) {

    static Reading begin(Tape tape, RecurrentCell cell, Value inputParts, SequenceLayout layout) {
      int rows = layout.rows();
      Value recurrentParts = tape.sequence("RecurrentParts", Shape.of(rows, cell.gateColumns()));
      CellState previous =
          CellState.zeros(tape, cell.kind(), "PreviousStates", Shape.of(rows, cell.size()));
      CellState states =
          CellState.sequence(tape, cell.kind(), "States", Shape.of(rows, cell.size()));
      StepwiseLinear recurrence =
          StepwiseLinear.begin(
              tape,
              tape.use(cell.recurrentWeights()),
              tape.use(cell.recurrentBias()),
              previous.hidden(),
              recurrentParts);
      return new Reading(tape, cell, inputParts, recurrentParts, previous, states, recurrence);
    }

    /**
     * The states of {@code count} rows of the step read before become the previous states of a
     * step's first rows.
     */
    void carry(int fromRow, int toRow, int count) {
      states.slice(fromRow, fromRow + count).copyInto(tape, previous.slice(toRow, toRow + count));
    }

    void step(int from, int to) {
      recurrence.step(from, to);
      cell.step(
          tape,
          inputParts.slice(from, to),
          recurrentParts.slice(from, to),
          previous.slice(from, to),
          states.slice(from, to));
    }
  }
}
