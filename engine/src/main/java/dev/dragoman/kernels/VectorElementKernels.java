package dev.dragoman.kernels;

import static dev.dragoman.kernels.Species.LANES;
import static dev.dragoman.kernels.Species.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Element-wise kernels: whole vectors, then the scalar twin's line for the rest. */
final class VectorElementKernels implements ElementKernels {
  @Override
  public void tanh(float[] x, int xOffset, float[] out, int outOffset, int n) {
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      VectorExponentials.tanh(load(x, xOffset + i)).intoArray(out, outOffset + i);
    }
    for (int i = end; i < n; i++) {
      out[outOffset + i] = Exponentials.tanh(x[xOffset + i]);
    }
  }

  @Override
  public void sigmoid(float[] x, int xOffset, float[] out, int outOffset, int n) {
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      VectorExponentials.sigmoid(load(x, xOffset + i)).intoArray(out, outOffset + i);
    }
    for (int i = end; i < n; i++) {
      out[outOffset + i] = Exponentials.sigmoid(x[xOffset + i]);
    }
  }

  @Override
  public void exp(float[] x, int xOffset, float[] out, int outOffset, int n) {
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      VectorExponentials.exp(load(x, xOffset + i)).intoArray(out, outOffset + i);
    }
    for (int i = end; i < n; i++) {
      out[outOffset + i] = Exponentials.exp(x[xOffset + i]);
    }
  }

  @Override
  public void log(float[] x, int xOffset, float[] out, int outOffset, int n) {
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      VectorExponentials.log(load(x, xOffset + i)).intoArray(out, outOffset + i);
    }
    for (int i = end; i < n; i++) {
      out[outOffset + i] = Exponentials.log(x[xOffset + i]);
    }
  }

  @Override
  public void tanhBackward(
      float[] out, int outOffset, float[] dOut, int dOutOffset, float[] dX, int dXOffset, int n) {
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      FloatVector y = load(out, outOffset + i);
      FloatVector slope = y.neg().fma(y, FloatVector.broadcast(SPECIES, 1f));
      load(dOut, dOutOffset + i).fma(slope, load(dX, dXOffset + i)).intoArray(dX, dXOffset + i);
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
      FloatVector y = load(out, outOffset + i);
      FloatVector slope = y.neg().fma(y, y);
      load(dOut, dOutOffset + i).fma(slope, load(dX, dXOffset + i)).intoArray(dX, dXOffset + i);
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
      load(out, outOffset + i).add(load(x, xOffset + i)).intoArray(out, outOffset + i);
    }
    for (int i = end; i < n; i++) {
      out[outOffset + i] += x[xOffset + i];
    }
  }

  @Override
  public void addScaled(float scale, float[] x, int xOffset, float[] out, int outOffset, int n) {
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      load(x, xOffset + i).fma(FloatVector.broadcast(SPECIES, scale), load(out, outOffset + i)).intoArray(out, outOffset + i);
    }
    for (int i = end; i < n; i++) {
      out[outOffset + i] = Math.fma(scale, x[xOffset + i], out[outOffset + i]);
    }
  }

  @Override
  public void scale(float scale, float[] x, int xOffset, float[] out, int outOffset, int n) {
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      load(x, xOffset + i).mul(scale).intoArray(out, outOffset + i);
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
      load(x, xOffset + i).mul(load(y, yOffset + i)).intoArray(out, outOffset + i);
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
      load(x, xOffset + i).fma(load(y, yOffset + i), load(out, outOffset + i)).intoArray(out, outOffset + i);
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

  private static FloatVector load(float[] x, int at) {
    return FloatVector.fromArray(SPECIES, x, at);
  }
}
