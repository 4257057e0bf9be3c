package dev.dragoman.autograd;

import dev.dragoman.tensor.Rows;

/** Softmax of each row. */
public final class SoftmaxOf {
  private SoftmaxOf() {}

  /** out = e^x / Σ e^x along the last axis. */
  public static Value rows(Tape tape, Value x) {
    Value out = tape.result("Softmax", x.shape(), x.needsGradient());
    Rows.softmaxInto(x.tensor(), out.tensor());
    if (out.needsGradient()) {
      tape.record(
          () -> Rows.addSoftmaxBackward(out.tensor(), out.gradient(), x.receivingGradient()));
    }
    return out;
  }
}
