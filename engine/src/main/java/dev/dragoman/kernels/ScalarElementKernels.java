package dev.dragoman.kernels;

/** Element-wise kernels as plain loops. */
final class ScalarElementKernels implements ElementKernels {
  @Override
  public void tanh(float[] x, int xOffset, float[] out, int outOffset, int n) {
    for (int i = 0; i < n; i++) {
      out[outOffset + i] = Exponentials.tanh(x[xOffset + i]);
    }
  }

  @Override
  public void sigmoid(float[] x, int xOffset, float[] out, int outOffset, int n) {
    for (int i = 0; i < n; i++) {
      out[outOffset + i] = Exponentials.sigmoid(x[xOffset + i]);
    }
  }

  @Override
  public void exp(float[] x, int xOffset, float[] out, int outOffset, int n) {
    for (int i = 0; i < n; i++) {
      out[outOffset + i] = Exponentials.exp(x[xOffset + i]);
    }
  }

  @Override
  public void log(float[] x, int xOffset, float[] out, int outOffset, int n) {
    for (int i = 0; i < n; i++) {
      out[outOffset + i] = Exponentials.log(x[xOffset + i]);
    }
  }

  @Override
  public void tanhBackward(
      float[] out, int outOffset, float[] dOut, int dOutOffset, float[] dX, int dXOffset, int n) {
    for (int i = 0; i < n; i++) {
      float y = out[outOffset + i];
      dX[dXOffset + i] = Math.fma(dOut[dOutOffset + i], Math.fma(-y, y, 1f), dX[dXOffset + i]);
    }
  }

  @Override
  public void sigmoidBackward(
      float[] out, int outOffset, float[] dOut, int dOutOffset, float[] dX, int dXOffset, int n) {
    for (int i = 0; i < n; i++) {
      float y = out[outOffset + i];
      dX[dXOffset + i] = Math.fma(dOut[dOutOffset + i], Math.fma(-y, y, y), dX[dXOffset + i]);
    }
  }

  @Override
  public void add(float[] x, int xOffset, float[] out, int outOffset, int n) {
    for (int i = 0; i < n; i++) {
      out[outOffset + i] += x[xOffset + i];
    }
  }

  @Override
  public void addScaled(float scale, float[] x, int xOffset, float[] out, int outOffset, int n) {
    for (int i = 0; i < n; i++) {
      out[outOffset + i] = Math.fma(scale, x[xOffset + i], out[outOffset + i]);
    }
  }

  @Override
  public void scale(float scale, float[] x, int xOffset, float[] out, int outOffset, int n) {
    for (int i = 0; i < n; i++) {
      out[outOffset + i] = scale * x[xOffset + i];
    }
  }

  @Override
  public void multiply(
      float[] x, int xOffset, float[] y, int yOffset, float[] out, int outOffset, int n) {
    for (int i = 0; i < n; i++) {
      out[outOffset + i] = x[xOffset + i] * y[yOffset + i];
    }
  }

  @Override
  public void multiplyAdd(
      float[] x, int xOffset, float[] y, int yOffset, float[] out, int outOffset, int n) {
    for (int i = 0; i < n; i++) {
      out[outOffset + i] = Math.fma(x[xOffset + i], y[yOffset + i], out[outOffset + i]);
    }
  }

  @Override
  public float dot(float[] x, int xOffset, float[] y, int yOffset, int n) {
    return ScalarSums.dot(x, xOffset, y, yOffset, n);
  }

  @Override
  public float sum(float[] x, int xOffset, int n) {
    return ScalarSums.sum(x, xOffset, n);
  }

  @Override
  public double sumOfSquares(float[] x, int xOffset, int n) {
    return ScalarSums.sumOfSquares(x, xOffset, n);
  }

  @Override
  public float max(float[] x, int xOffset, int n) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      max = Math.max(max, x[xOffset + i]);
    }
    return max;
  }
}
