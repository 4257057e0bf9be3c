package dev.dragoman.kernels;

/**
 * Element by element over contiguous ranges of {@code n} floats; {@code out} may be one of the
 * inputs.
 */
public interface ElementKernels {
  /** out = tanh(x); relative error ≤ 2e-6; tanh(±∞) = ±1, NaN stays. */
  void tanh(float[] x, int xOffset, float[] out, int outOffset, int n);

  /** out = 1 / (1 + e^−x); relative error ≤ 2e-6. */
  void sigmoid(float[] x, int xOffset, float[] out, int outOffset, int n);

  /**
   * out = e^x; relative error ≤ 2e-6 where the result is a normal float; 0 below, ∞ above, NaN
   * stays.
   */
  void exp(float[] x, int xOffset, float[] out, int outOffset, int n);

  /** out = ln x; relative error ≤ 2e-6 (absolute near x = 1); −∞ at 0, NaN below. */
  void log(float[] x, int xOffset, float[] out, int outOffset, int n);

  /** dX += dOut·(1 − out²): the derivative of {@code out = tanh(x)}. */
  void tanhBackward(
      float[] out, int outOffset, float[] dOut, int dOutOffset, float[] dX, int dXOffset, int n);

  /** dX += dOut·out·(1 − out): the derivative of {@code out = sigmoid(x)}. */
  void sigmoidBackward(
      float[] out, int outOffset, float[] dOut, int dOutOffset, float[] dX, int dXOffset, int n);

  /** out += x. */
  void add(float[] x, int xOffset, float[] out, int outOffset, int n);

  /** out += scale·x, one fused multiply-add each. */
  void addScaled(float scale, float[] x, int xOffset, float[] out, int outOffset, int n);

  /** out = scale·x. */
  void scale(float scale, float[] x, int xOffset, float[] out, int outOffset, int n);

  /** out = x·y. */
  void multiply(float[] x, int xOffset, float[] y, int yOffset, float[] out, int outOffset, int n);

  /** out += x·y, one fused multiply-add each. */
  void multiplyAdd(
      float[] x, int xOffset, float[] y, int yOffset, float[] out, int outOffset, int n);

  /** Σ x·y in the fixed order of {@link Lanes}, fused multiply-adds. */
  float dot(float[] x, int xOffset, float[] y, int yOffset, int n);

  /** Σ x in the fixed order of {@link Lanes}. */
  float sum(float[] x, int xOffset, int n);

  /** Σ x² in double precision, fixed order of {@link Lanes}. */
  double sumOfSquares(float[] x, int xOffset, int n);

  /** The largest element, −∞ of none; NaN if any is NaN. */
  float max(float[] x, int xOffset, int n);
}
