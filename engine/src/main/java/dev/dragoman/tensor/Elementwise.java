package dev.dragoman.tensor;

/**
 * Element-wise operations on tensors of equal shape; {@code …Into} overwrites {@code out}, {@code
 * add…} adds to it.
 */
public final class Elementwise {
  private Elementwise() {}

  /** One operation on a contiguous range of two arrays. */
  @FunctionalInterface
  private interface Unary {
    void apply(float[] x, int xOffset, float[] out, int outOffset, int n);
  }

  /** One operation on a contiguous range of three arrays. */
  @FunctionalInterface
  private interface Binary {
    void apply(float[] x, int xOffset, float[] y, int yOffset, float[] out, int outOffset, int n);
  }

  private static void each(Tensor x, Tensor out, Unary operation) {
    Checks.sameShape("out", out, x.shape());
    if (x.isContiguous() && out.isContiguous()) {
      operation.apply(x.data(), x.offset(), out.data(), out.offset(), x.size());
      return;
    }
    for (int row = 0; row < x.rows(); row++) {
      operation.apply(x.data(), x.rowOffset(row), out.data(), out.rowOffset(row), x.columns());
    }
  }

  private static void each(Tensor x, Tensor y, Tensor out, Binary operation) {
    Checks.sameShape("second operand", y, x.shape());
    Checks.sameShape("out", out, x.shape());
    if (x.isContiguous() && y.isContiguous() && out.isContiguous()) {
      operation.apply(
          x.data(), x.offset(), y.data(), y.offset(), out.data(), out.offset(), x.size());
      return;
    }
    for (int row = 0; row < x.rows(); row++) {
      operation.apply(
          x.data(),
          x.rowOffset(row),
          y.data(),
          y.rowOffset(row),
          out.data(),
          out.rowOffset(row),
          x.columns());
    }
  }

  /** out = tanh(x). */
  public static void tanhInto(Tensor x, Tensor out) {
    each(x, out, Backend.kernels().element()::tanh);
  }

  /** dX += dOut·(1 − out²), where out = tanh(x). */
  public static void addTanhBackward(Tensor out, Tensor dOut, Tensor dX) {
    each(out, dOut, dX, Backend.kernels().element()::tanhBackward);
  }

  /** out = sigmoid(x). */
  public static void sigmoidInto(Tensor x, Tensor out) {
    each(x, out, Backend.kernels().element()::sigmoid);
  }

  /** dX += dOut·out·(1 − out), where out = sigmoid(x). */
  public static void addSigmoidBackward(Tensor out, Tensor dOut, Tensor dX) {
    each(out, dOut, dX, Backend.kernels().element()::sigmoidBackward);
  }

  /** out = e^x. */
  public static void expInto(Tensor x, Tensor out) {
    each(x, out, Backend.kernels().element()::exp);
  }

  /** out += x. */
  public static void add(Tensor x, Tensor out) {
    each(x, out, Backend.kernels().element()::add);
  }

  /** out += scale·x. */
  public static void addScaled(float scale, Tensor x, Tensor out) {
    each(
        x, out, (a, ao, o, oo, n) -> Backend.kernels().element().addScaled(scale, a, ao, o, oo, n));
  }

  /** out = scale·x. */
  public static void scaleInto(float scale, Tensor x, Tensor out) {
    each(x, out, (a, ao, o, oo, n) -> Backend.kernels().element().scale(scale, a, ao, o, oo, n));
  }

  /** out = x·y. */
  public static void multiplyInto(Tensor x, Tensor y, Tensor out) {
    each(x, y, out, Backend.kernels().element()::multiply);
  }

  /** out += x·y. */
  public static void addMultiply(Tensor x, Tensor y, Tensor out) {
    each(x, y, out, Backend.kernels().element()::multiplyAdd);
  }

  /** Σ x, in double over the rows. */
  public static double sum(Tensor x) {
    double sum = 0;
    for (int row = 0; row < x.rows(); row++) {
      sum += Backend.kernels().element().sum(x.data(), x.rowOffset(row), x.columns());
    }
    return sum;
  }

  /** Σ x². */
  public static double sumOfSquares(Tensor x) {
    if (x.isContiguous()) {
      return Backend.kernels().element().sumOfSquares(x.data(), x.offset(), x.size());
    }
    double sum = 0;
    for (int row = 0; row < x.rows(); row++) {
      sum += Backend.kernels().element().sumOfSquares(x.data(), x.rowOffset(row), x.columns());
    }
    return sum;
  }

  /** x·y of two vectors or equally shaped tensors, row by row. */
  public static double dot(Tensor x, Tensor y) {
    Checks.sameShape("second operand", y, x.shape());
    double sum = 0;
    for (int row = 0; row < x.rows(); row++) {
      sum +=
          Backend.kernels()
              .element()
              .dot(x.data(), x.rowOffset(row), y.data(), y.rowOffset(row), x.columns());
    }
    return sum;
  }
}
