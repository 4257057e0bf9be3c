package dev.dragoman.tensor;

import dev.dragoman.kernels.UpdateKernels;

/** Optimiser moves and dropout over tensors. */
public final class Updates {
  private Updates() {}

  /**
   * The constants of one Adam update, see {@link UpdateKernels#adam}.
   *
   * @param scale factor of the gradient
   * @param beta1 decay of the first moment
   * @param beta2 decay of the second moment
   * @param stepSize learning rate / (1 − β1^t)
   * @param inverseRootCorrection 1 / √(1 − β2^t)
   * @param epsilon added to the root
   * @param decay learning rate·weight decay; 0 for plain Adam
   */
  public record AdamStep(
      float scale,
      double beta1,
      double beta2,
      float stepSize,
      float inverseRootCorrection,
      float epsilon,
      float decay) {}

  /** Moves elements [from, to) of a contiguous parameter and of its moments. */
  public static void adam(
      Tensor parameter,
      Tensor gradient,
      Tensor firstMoment,
      Tensor secondMoment,
      int from,
      int to,
      AdamStep step) {
    UpdateKernels kernel = Backend.kernels().update();
    kernel.adam(
        parameter.data(),
        parameter.offset() + from,
        gradient.data(),
        gradient.offset() + from,
        firstMoment.data(),
        firstMoment.offset() + from,
        secondMoment.data(),
        secondMoment.offset() + from,
        to - from,
        step.scale(),
        step.beta1(),
        step.beta2(),
        step.stepSize(),
        step.inverseRootCorrection(),
        step.epsilon(),
        step.decay());
  }

  /**
   * Inverted dropout of a contiguous tensor; element i is kept or not by (key, counter + i) alone.
   */
  public static void dropoutInto(Tensor x, Tensor out, float rate, long key, long counter) {
    UpdateKernels kernel = Backend.kernels().update();
    Checks.sameShape("out", out, x.shape());
    requireContiguous(x, out);
    kernel.dropout(x.data(), x.offset(), out.data(), out.offset(), x.size(), rate, key, counter);
  }

  /** dX += dOut under the same mask and scale as {@link #dropoutInto}. */
  public static void addDropoutBackward(
      Tensor dOut, Tensor dX, float rate, long key, long counter) {
    UpdateKernels kernel = Backend.kernels().update();
    Checks.sameShape("dX", dX, dOut.shape());
    requireContiguous(dOut, dX);
    kernel.dropoutBackward(
        dOut.data(), dOut.offset(), dX.data(), dX.offset(), dX.size(), rate, key, counter);
  }

  private static void requireContiguous(Tensor x, Tensor out) {
    if (!x.isContiguous() || !out.isContiguous()) {
      throw new IllegalArgumentException(
          "dropout needs contiguous tensors, got views of " + x.shape());
    }
  }
}
