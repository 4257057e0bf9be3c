package dev.dragoman.autograd;

import dev.dragoman.tensor.Elementwise;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Updates;
import java.util.List;

/** Element-wise operations, sums and concatenation. */
public final class Elements {
  private Elements() {}

  /** out = tanh(x). */
  public static Value tanh(Tape tape, Value x) {
    Value out = tape.result("Tanh", x.shape(), x.needsGradient());
    Elementwise.tanhInto(x.tensor(), out.tensor());
    if (out.needsGradient()) {
      tape.record(
          () -> Elementwise.addTanhBackward(out.tensor(), out.gradient(), x.receivingGradient()));
    }
    return out;
  }

  /** out = sigmoid(x). */
  public static Value sigmoid(Tape tape, Value x) {
    Value out = tape.result("Sigmoid", x.shape(), x.needsGradient());
    Elementwise.sigmoidInto(x.tensor(), out.tensor());
    if (out.needsGradient()) {
      tape.record(() ->
          Elementwise.addSigmoidBackward(out.tensor(), out.gradient(), x.receivingGradient()));
    }
    return out;
  }

  /** out = x + y. */
  public static Value add(Tape tape, Value x, Value y) {
    requireSameShape(x, y);
    Value out = tape.result("Add", x.shape(), x.needsGradient() || y.needsGradient());
    out.tensor().copyFrom(x.tensor());
    Elementwise.add(y.tensor(), out.tensor());
    tape.record(() -> {
      if (x.needsGradient()) {
        Elementwise.add(out.gradient(), x.receivingGradient());
      }
      if (y.needsGradient()) {
        Elementwise.add(out.gradient(), y.receivingGradient());
      }
    });
    return out;
  }

  /** out = x·y, element by element. */
  public static Value multiply(Tape tape, Value x, Value y) {
    requireSameShape(x, y);
    Value out = tape.result("Multiply", x.shape(), x.needsGradient() || y.needsGradient());
    Elementwise.multiplyInto(x.tensor(), y.tensor(), out.tensor());
    tape.record(() -> {
      if (x.needsGradient()) {
        Elementwise.addMultiply(out.gradient(), y.tensor(), x.receivingGradient());
      }
      if (y.needsGradient()) {
        Elementwise.addMultiply(out.gradient(), x.tensor(), y.receivingGradient());
      }
    });
    return out;
  }

  private static void requireSameShape(Value x, Value y) {
    if (!y.shape().equals(x.shape())) {
      throw new IllegalArgumentException(
          "y: expected the shape of x, %s, got %s".formatted(x.shape(), y.shape()));
    }
  }

  /** Copies x into a place of the same shape, e.g. an entry of a sequence. */
  public static void copyInto(Tape tape, Value x, Value place) {
    if (!x.shape().equals(place.shape())) {
      throw new IllegalArgumentException(
          "x: expected the shape of its place, %s, got %s".formatted(place.shape(), x.shape()));
    }
    place.tensor().copyFrom(x.tensor());
    if (x.needsGradient() && place.needsGradient()) {
      tape.record(() -> Elementwise.add(place.gradient(), x.receivingGradient()));
    }
  }

  /** The sum of all elements, shape []. */
  public static Value sum(Tape tape, Value x) {
    Value out = tape.result("Sum", Shape.of(), x.needsGradient());
    out.tensor().fill((float) Elementwise.sum(x.tensor()));
    if (out.needsGradient()) {
      tape.record(() -> {
        var ones = tape.workspace().allocate(x.shape());
        ones.fill(out.gradient().get());
        Elementwise.add(ones, x.receivingGradient());
      });
    }
    return out;
  }

  /** The parts side by side along the last axis; equal leading axes. */
  public static Value concatenate(Tape tape, List<Value> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts: expected at least one, got none");
    }
    int[] axes = parts.getFirst().shape().axes();
    axes[axes.length - 1] = parts.stream().mapToInt(p -> p.tensor().columns()).sum();
    Value out =
        tape.result("Concatenate", Shape.of(axes), parts.stream().anyMatch(Value::needsGradient));
    int column = 0;
    for (int i = 0; i < parts.size(); i++) {
      Value part = parts.get(i);
      requireLeadingAxes(i, part, parts.getFirst());
      int width = part.tensor().columns();
      Value place = out.columns(column, column + width);
      place.tensor().copyFrom(part.tensor());
      if (part.needsGradient()) {
        tape.record(() -> Elementwise.add(place.gradient(), part.receivingGradient()));
      }
      column += width;
    }
    return out;
  }

  private static void requireLeadingAxes(int i, Value part, Value first) {
    int[] axes = first.shape().axes();
    axes[axes.length - 1] = part.tensor().columns();
    if (!part.shape().equals(Shape.of(axes))) {
      throw new IllegalArgumentException(
          "parts[%d]: expected the leading axes of parts[0], %s, got %s"
              .formatted(i, first.shape(), part.shape()));
    }
  }

  /**
   * Inverted dropout (Srivastava et al. 2014): each element is dropped with probability {@code
   * rate}, the others are divided by 1 − rate. The mask is a function of (key, position), computed
   * again in the backward pass.
   *
   * @param rate in [0, 1); 0 gives x itself
   * @param key what makes this mask different from others
   */
  public static Value dropout(Tape tape, Value x, float rate, long key) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("dropout: rate must be in [0, 1), got " + rate);
    }
    if (rate == 0) {
      return x;
    }
    Value out = tape.result("Dropout", x.shape(), x.needsGradient());
    Updates.dropoutInto(x.tensor(), out.tensor(), rate, key, 0);
    if (out.needsGradient()) {
      tape.record(
          () -> Updates.addDropoutBackward(out.gradient(), x.receivingGradient(), rate, key, 0));
    }
    return out;
  }
}
