package dev.dragoman.autograd;

import dev.dragoman.tensor.Products;
import dev.dragoman.tensor.Rows;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** y = x·Wᵀ + b over all rows of x. */
public final class LinearProduct {
  private LinearProduct() {}

  /**
   * y [.., N] = x [.., K]·Wᵀ + b.
   *
   * @param weight [N, K]
   * @param bias [N], or null for none
   */
  public static Value of(Tape tape, Value x, Value weight, @Nullable Value bias) {
    return ofParts(tape, List.of(x), weight, bias);
  }

  /**
   * y [.., N] = [x₁; x₂; …]·Wᵀ + b without ever laying the parts side by side: each part meets its
   * own columns of W.
   *
   * @param parts [.., K₁], [.., K₂], …, equal numbers of rows; the first gives the leading axes of
   *     y
   * @param weight [N, K₁ + K₂ + …]
   * @param bias [N], or null for none
   */
  public static Value ofParts(Tape tape, List<Value> parts, Value weight, @Nullable Value bias) {
    requireParts(parts, weight);
    int[] axes = parts.getFirst().shape().axes();
    axes[axes.length - 1] = weight.tensor().rows();
    boolean needs =
        weight.needsGradient()
            || (bias != null && bias.needsGradient())
            || parts.stream().anyMatch(Value::needsGradient);
    Value y = tape.result("Linear", Shape.of(axes), needs);
    y.valuesAreFree();
    int column = 0;
    for (Value part : parts) {
      int width = part.tensor().columns();
      Value columns = parts.size() == 1 ? weight : weight.columns(column, column + width);
      multiply(tape, part, columns, y.tensor(), column == 0);
      recordBackward(tape, part, columns, y);
      column += width;
    }
    if (bias != null) {
      addBias(tape, bias, y);
    }
    return y;
  }

  /**
   * As {@link #of} without recording, into memory of the caller's.
   *
   * @param out [rows, N], overwritten
   */
  public static void into(Tape tape, Value x, Value weight, @Nullable Value bias, Tensor out) {
    requireColumns(x, weight);
    multiply(tape, x, weight, out, true);
    if (bias != null) {
      addBias(bias, out);
    }
  }

  private static void requireParts(List<Value> parts, Value weight) {
    Value first = parts.getFirst();
    if (parts.size() == 1) {
      requireColumns(first, weight);
      return;
    }
    int columns = 0;
    for (Value part : parts) {
      columns += part.tensor().columns();
      if (part.tensor().rows() != first.tensor().rows()) {
        throw new IllegalArgumentException(
            "x: expected all parts to have as many rows as the first, %s, got %s"
                .formatted(first.shape(), part.shape()));
      }
    }
    if (columns != weight.tensor().columns()) {
      throw new IllegalArgumentException(
          "x: expected K=%d columns for weight %s, got parts of %s"
              .formatted(
                  weight.tensor().columns(),
                  weight.shape(),
                  parts.stream()
                      .map(part -> "" + part.tensor().columns())
                      .collect(Collectors.joining(" + "))));
    }
  }

  static void requireColumns(Value x, Value weight) {
    if (x.tensor().columns() != weight.tensor().columns()) {
      throw new IllegalArgumentException(
          "x: expected K=%d columns for weight %s, got %s"
              .formatted(weight.tensor().columns(), weight.shape(), x.shape()));
    }
  }

  /** Adds b to every row of y. */
  static void addBias(Value bias, Tensor y) {
    if (bias.tensor().size() != y.columns()) {
      throw new IllegalArgumentException(
          "bias: expected [N=%d], got %s".formatted(y.columns(), bias.shape()));
    }
    Rows.addToRows(bias.tensor(), y);
  }

  private static void recordBackward(Tape tape, Value x, Value weight, Value y) {
    if (!y.needsGradient()) {
      return;
    }
    tape.record(() -> {
      addInputGradient(tape, y.gradient(), weight, x);
      addWeightGradient(tape, y.gradient(), x.tensor(), weight);
    });
  }

  private static void addBias(Tape tape, Value bias, Value y) {
    addBias(bias, y.tensor());
    if (bias.needsGradient()) {
      tape.record(() -> Rows.addColumnSums(y.gradient(), bias.receivingGradient()));
    }
  }

  /** y = or += x·Wᵀ. */
  static void multiply(Tape tape, Value x, Value weight, Tensor y, boolean overwrite) {
    Parameter parameter = weight.parameter();
    Tensor w = weight.tensor();
    if (parameter == null) {
      if (overwrite) {
        Products.multiplyByTransposeInto(x.tensor(), w, y, tape.workspace());
      } else {
        Products.addMultiplyByTranspose(x.tensor(), w, y, tape.workspace());
      }
    } else if (overwrite) {
      Products.multiplyInto(x.tensor(), tape.packs().transpose(parameter, w), y);
    } else {
      Products.addMultiply(x.tensor(), tape.packs().transpose(parameter, w), y);
    }
  }

  /** dX += dY·W. */
  static void addInputGradient(Tape tape, Tensor dY, Value weight, Value x) {
    if (!x.needsGradient()) {
      return;
    }
    Parameter parameter = weight.parameter();
    if (parameter == null) {
      Products.addMultiply(dY, weight.tensor(), x.receivingGradient(), tape.workspace());
    } else {
      Products.addMultiply(
          dY, tape.packs().asItIs(parameter, weight.tensor()), x.receivingGradient());
    }
  }

  /** dW += dYᵀ·X: one product over all rows. */
  static void addWeightGradient(Tape tape, Tensor dY, Tensor x, Value weight) {
    if (weight.needsGradient()) {
      Products.addTransposeMultiply(dY, x, weight.receivingGradient(), tape.workspace());
    }
  }
}
