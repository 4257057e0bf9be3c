package dev.dragoman.autograd;

import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A tensor on a tape: its values, the gradient of the loss with respect to them, and the operation
 * it came from. Views (columns, slices, reshapes) share both values and gradient with the whole.
 */
public final class Value {
  private final Tape tape;
  private final String from;
  private final Tensor tensor;
  private final boolean needsGradient;
  private final @Nullable Parameter parameter;
  private final @Nullable Value whole;
  private @Nullable Tensor gradient;
  private boolean valuesAreFree;

  Value(
      Tape tape,
      String from,
      Tensor tensor,
      boolean needsGradient,
      @Nullable Parameter parameter,
      @Nullable Value whole) {
    this.tape = tape;
    this.from = from;
    this.tensor = tensor;
    this.needsGradient = needsGradient;
    this.parameter = parameter;
    this.whole = whole;
  }

  /** The values. */
  public Tensor tensor() {
    return tensor;
  }

  /** The shape of the values. */
  public Shape shape() {
    return tensor.shape();
  }

  /** The operation it came from, or the parameter's name. */
  public String from() {
    return from;
  }

  /** Whether the backward pass computes a gradient for it. */
  public boolean needsGradient() {
    return needsGradient;
  }

  /** The parameter whose values these are (or some columns of it), if any. */
  @Nullable Parameter parameter() {
    return parameter;
  }

  Tape tape() {
    return tape;
  }

  /** The gradient of the loss with respect to the values, zero until a backward pass adds to it. */
  public Tensor gradient() {
    Tensor known = gradient;
    if (known == null) {
      known = tape.gradientFor(this);
      gradient = known;
    }
    return known;
  }

  /**
   * The gradient, for a backward rule that may add to any row of it: a parameter that tracks its
   * rows learns that all of them were touched.
   */
  Tensor receivingGradient() {
    Parameter p = parameter;
    if (p != null) {
      tape.gradients().of(p).touchAll();
    }
    return gradient();
  }

  @Nullable Value whole() {
    return whole;
  }

  /** Says that no backward rule reads the values, so that they may be overwritten. */
  void valuesAreFree() {
    valuesAreFree = true;
  }

  /**
   * Whether the gradient may take the memory of the values: nobody reads them and no gradient was
   * asked for yet.
   */
  boolean mayLoseItsValues() {
    Value all = whole;
    if (all != null) {
      return gradient == null && all.tensor.size() == tensor.size() && all.mayLoseItsValues();
    }
    return valuesAreFree && gradient == null;
  }

  /** Lets the gradient take the memory of the values. */
  void gradientInPlace() {
    gradient = tensor;
    if (whole != null) {
      whole.gradientInPlace();
    }
  }

  private Value view(Tensor part) {
    return new Value(tape, from, part, needsGradient, parameter, this);
  }

  /** View of columns [from, to) of the last axis. */
  public Value columns(int fromColumn, int toColumn) {
    return view(tensor.columns(fromColumn, toColumn));
  }

  /** View of entries [from, to) of the first axis. */
  public Value slice(int fromEntry, int toEntry) {
    return view(tensor.slice(fromEntry, toEntry));
  }

  /** View of entry i of the first axis. */
  public Value select(int i) {
    return view(tensor.select(i));
  }

  /** The same elements under another shape. */
  public Value reshape(int... axes) {
    return view(tensor.reshape(axes));
  }

  /** The sum of all elements, shape []. */
  public Value sum() {
    return Elements.sum(tape, this);
  }

  /** Plays the backward rules of its tape, beginning here; the value must have one element. */
  public void backward() {
    tape.backward(this);
  }

  /** The single element of a scalar. */
  public float item() {
    if (tensor.size() != 1) {
      throw new IllegalStateException("item() needs one element, got shape " + shape());
    }
    return tensor.data()[tensor.offset()];
  }

  /** Like the textbook: values shortened, shape, and the operation it came from. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("tensor(");
    tensor.appendValues(text);
    return text.append(", shape=")
        .append(shape())
        .append(", from=")
        .append(from)
        .append(')')
        .toString();
  }
}
