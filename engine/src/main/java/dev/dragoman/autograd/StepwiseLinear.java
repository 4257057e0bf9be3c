package dev.dragoman.autograd;

import dev.dragoman.tensor.Rows;
import dev.dragoman.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * y = x·Wᵀ + b whose rows are computed step by step, as a recurrence needs it, while the gradient
 * of the weight comes from all steps at once in one matrix product.
 *
 * <p>The rows of all steps lie in one matrix of inputs and one of outputs. {@link #begin} writes
 * the weight's backward rule on the tape before the first step, so it is played after the last
 * step's, when all rows of dY are known.
 */
public final class StepwiseLinear {
  private final Tape tape;
  private final Value weight;
  private final @Nullable Value bias;
  private final Value inputs;
  private final Value outputs;
  private final boolean addsToOutputs;

  private StepwiseLinear(
      Tape tape,
      Value weight,
      @Nullable Value bias,
      Value inputs,
      Value outputs,
      boolean addsToOutputs) {
    LinearProduct.requireColumns(inputs, weight);
    this.tape = tape;
    this.weight = weight;
    this.bias = bias;
    this.inputs = matrix(inputs);
    this.outputs = matrix(outputs);
    this.addsToOutputs = addsToOutputs;
  }

  /**
   * Begins a product whose outputs are overwritten.
   *
   * @param weight [N, K]
   * @param bias [N], or null for none
   * @param inputs rows [P, K] of all steps (any leading axes), filled by others before their step
   * @param outputs rows [P, N] of all steps
   */
  public static StepwiseLinear begin(
      Tape tape, Value weight, @Nullable Value bias, Value inputs, Value outputs) {
    return begin(new StepwiseLinear(tape, weight, bias, inputs, outputs, false));
  }

  /** Begins a product that is added to what the outputs hold already; no bias. */
  public static StepwiseLinear beginAdding(Tape tape, Value weight, Value inputs, Value outputs) {
    return begin(new StepwiseLinear(tape, weight, null, inputs, outputs, true));
  }

  private static StepwiseLinear begin(StepwiseLinear linear) {
    if (linear.outputs.needsGradient()) {
      linear.tape.record(linear::weightBackward);
    }
    return linear;
  }

  private void weightBackward() {
    Tensor dY = outputs.gradient();
    LinearProduct.addWeightGradient(tape, dY, inputs.tensor(), weight);
    Value b = bias;
    if (b != null && b.needsGradient()) {
      Rows.addColumnSums(dY, b.receivingGradient());
    }
  }

  /** Computes rows [from, to) of the outputs from the same rows of the inputs. */
  public void step(int from, int to) {
    Value x = inputs.slice(from, to);
    Value y = outputs.slice(from, to);
    LinearProduct.multiply(tape, x, weight, y.tensor(), !addsToOutputs);
    if (bias != null) {
      LinearProduct.addBias(bias, y.tensor());
    }
    if (y.needsGradient()) {
      tape.record(() -> LinearProduct.addInputGradient(tape, y.gradient(), weight, x));
    }
  }

  /** Rows of all steps, seen as one matrix. */
  private static Value matrix(Value rows) {
    return rows.reshape(rows.tensor().rows(), rows.tensor().columns());
  }
}
