package dev.dragoman.layers;

import dev.dragoman.autograd.Elements;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The state of a recurrent cell: the hidden state h and, for an LSTM, the cell state c. Also used
 * for sequences of states, one entry of the first axis per step.
 *
 * @param hidden h [.., H]
 * @param cell c [.., H]; null for a GRU
 */
public record CellState(Value hidden, @Nullable Value cell) {

  /** A place for states, contents undefined. */
  public static CellState sequence(Tape tape, CellKind kind, String name, Shape shape) {
    return new CellState(
        tape.sequence(name, shape),
        kind == CellKind.LSTM ? tape.sequence(name + "Cell", shape) : null);
  }

  /** A place for states, all zeros. */
  public static CellState zeros(Tape tape, CellKind kind, String name, Shape shape) {
    return new CellState(
        tape.zeros(name, shape), kind == CellKind.LSTM ? tape.zeros(name + "Cell", shape) : null);
  }

  /** The cell state of an LSTM. */
  public Value requireCell() {
    Value c = cell;
    if (c == null) {
      throw new IllegalStateException("a GRU has no cell state");
    }
    return c;
  }

  /** View of entries [from, to) of the first axis. */
  public CellState slice(int from, int to) {
    return new CellState(hidden.slice(from, to), cell == null ? null : cell.slice(from, to));
  }

  /** View of entry i of the first axis. */
  public CellState select(int i) {
    return new CellState(hidden.select(i), cell == null ? null : cell.select(i));
  }

  /** Copies this state into a place of the same shape. */
  public void copyInto(Tape tape, CellState place) {
    Elements.copyInto(tape, hidden, place.hidden);
    if (cell != null) {
      Elements.copyInto(tape, cell, place.requireCell());
    }
  }
}
