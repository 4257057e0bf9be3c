package dev.dragoman.kernels;

import static dev.dragoman.kernels.Species.LANES;
import static dev.dragoman.kernels.Species.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Element-wise kernels: whole vectors, then the scalar twin's line for the rest. */
final class VectorElementKernels implements ElementKernels {
  @Override
  public void tanh(float[] x, int xOffset, float[] out, int outOffset, int n) {
    VectorExponentials.tanh(x, xOffset, out, outOffset, n);
  }

  @Override
  public void sigmoid(float[] x, int xOffset, float[] out, int outOffset, int n) {
    VectorExponentials.sigmoid(x, xOffset, out, outOffset, n);
  }

  @Override
  public void exp(float[] x, int xOffset, float[] out, int outOffset, int n) {
    VectorExponentials.exp(x, xOffset, 0f, out, outOffset, n);
  }

  @Override
  public void log(float[] x, int xOffset, float[] out, int outOffset, int n) {
    VectorExponentials.log(x, xOffset, out, outOffset, n);
  }

  @Override
  public void tanhBackward(
      float[] out, int outOffset, float[] dOut, int dOutOffset, float[] dX, int dXOffset, int n) {
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      FloatVector y = FloatVector.fromArray(SPECIES, out, outOffset + i);
      FloatVector slope = y.neg().fma(y, FloatVector.broadcast(SPECIES, 1f));
      FloatVector.fromArray(SPECIES, dOut, dOutOffset + i)
          .fma(slope, FloatVector.fromArray(SPECIES, dX, dXOffset + i))
          .intoArray(dX, dXOffset + i);
    }
    for (int i = end; i < n; i++) {
      float y = out[outOffset + i];
      dX[dXOffset + i] = Math.fma(dOut[dOutOffset + i], Math.fma(-y, y, 1f), dX[dXOffset + i]);
    }
  }

  @Override
  public void sigmoidBackward(
      float[] out, int outOffset, float[] dOut, int dOutOffset, float[] dX, int dXOffset, int n) {
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      FloatVector y = FloatVector.fromArray(SPECIES, out, outOffset + i);
      FloatVector slope = y.neg().fma(y, y);
      FloatVector.fromArray(SPECIES, dOut, dOutOffset + i)
          .fma(slope, FloatVector.fromArray(SPECIES, dX, dXOffset + i))
          .intoArray(dX, dXOffset + i);
    }
    for (int i = end; i < n; i++) {
      float y = out[outOffset + i];
      dX[dXOffset + i] = Math.fma(dOut[dOutOffset + i], Math.fma(-y, y, y), dX[dXOffset + i]);
    }
  }

  @Override
  public void add(float[] x, int xOffset, float[] out, int outOffset, int n) {
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      FloatVector.fromArray(SPECIES, out, outOffset + i)
          .add(FloatVector.fromArray(SPECIES, x, xOffset + i))
          .intoArray(out, outOffset + i);
    }
    for (int i = end; i < n; i++) {
      out[outOffset + i] += x[xOffset + i];
    }
  }

  @Override
  public void addScaled(float scale, float[] x, int xOffset, float[] out, int outOffset, int n) {
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      FloatVector.fromArray(SPECIES, x, xOffset + i)
          .fma(
              FloatVector.broadcast(SPECIES, scale),
              FloatVector.fromArray(SPECIES, out, outOffset + i))
          .intoArray(out, outOffset + i);
    }
    for (int i = end; i < n; i++) {
      out[outOffset + i] = Math.fma(scale, x[xOffset + i], out[outOffset + i]);
    }
  }

  @Override
  public void scale(float scale, float[] x, int xOffset, float[] out, int outOffset, int n) {
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      FloatVector.fromArray(SPECIES, x, xOffset + i).mul(scale).intoArray(out, outOffset + i);
    }
    for (int i = end; i < n; i++) {
      out[outOffset + i] = scale * x[xOffset + i];
    }
  }

  @Override
  public void multiply(
      float[] x, int xOffset, float[] y, int yOffset, float[] out, int outOffset, int n) {
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      FloatVector.fromArray(SPECIES, x, xOffset + i)
          .mul(FloatVector.fromArray(SPECIES, y, yOffset + i))
          .intoArray(out, outOffset + i);
    }
    for (int i = end; i < n; i++) {
      out[outOffset + i] = x[xOffset + i] * y[yOffset + i];
    }
  }

  @Override
  public void multiplyAdd(
      float[] x, int xOffset, float[] y, int yOffset, float[] out, int outOffset, int n) {
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      FloatVector.fromArray(SPECIES, x, xOffset + i)
          .fma(
              FloatVector.fromArray(SPECIES, y, yOffset + i),
              FloatVector.fromArray(SPECIES, out, outOffset + i))
          .intoArray(out, outOffset + i);
    }
    for (int i = end; i < n; i++) {
      out[outOffset + i] = Math.fma(x[xOffset + i], y[yOffset + i], out[outOffset + i]);
    }
  }

  @Override
  public float dot(float[] x, int xOffset, float[] y, int yOffset, int n) {
    return VectorSums.dot(x, xOffset, y, yOffset, n);
  }

  @Override
  public float sum(float[] x, int xOffset, int n) {
    return VectorSums.sum(x, xOffset, n);
  }

  @Override
  public double sumOfSquares(float[] x, int xOffset, int n) {
    return VectorSums.sumOfSquares(x, xOffset, n);
  }

  @Override
  public float max(float[] x, int xOffset, int n) {
    return VectorSums.max(x, xOffset, n);
  }
}
