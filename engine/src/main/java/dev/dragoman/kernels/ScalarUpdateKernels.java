package dev.dragoman.kernels;

/** Optimiser updates and dropout as plain loops. */
final class ScalarUpdateKernels implements UpdateKernels {
  @Override
  public void adam(
      float[] parameter,
      int parameterOffset,
      float[] gradient,
      int gradientOffset,
      float[] firstMoment,
      int firstOffset,
      float[] secondMoment,
      int secondOffset,
      int n,
      float scale,
      double beta1,
      double beta2,
      float stepSize,
      float inverseRootCorrection,
      float epsilon,
      float decay) {
    float keep1 = (float) beta1;
    float keep2 = (float) beta2;
    float take1 = (float) (1.0 - beta1);
    float take2 = (float) (1.0 - beta2);
    float shrink = 1f - decay;
    for (int i = 0; i < n; i++) {
      float g = scale * gradient[gradientOffset + i];
      float m = Math.fma(keep1, firstMoment[firstOffset + i], take1 * g);
      float v = Math.fma(keep2, secondMoment[secondOffset + i], take2 * g * g);
      float divisor = Math.fma((float) Math.sqrt(v), inverseRootCorrection, epsilon);
      firstMoment[firstOffset + i] = m;
      secondMoment[secondOffset + i] = v;
      parameter[parameterOffset + i] =
          Math.fma(-stepSize, m / divisor, parameter[parameterOffset + i] * shrink);
    }
  }

  @Override
  public void dropout(
      float[] x,
      int xOffset,
      float[] out,
      int outOffset,
      int n,
      float rate,
      long key,
      long counter) {
    int threshold = DropoutMask.threshold(rate);
    float scale = 1f / (1f - rate);
    for (int i = 0; i < n; i++) {
      out[outOffset + i] = keep(key, counter + i, threshold) ? scale * x[xOffset + i] : 0f;
    }
  }

  @Override
  public void dropoutBackward(
      float[] dOut,
      int dOutOffset,
      float[] dX,
      int dXOffset,
      int n,
      float rate,
      long key,
      long counter) {
    int threshold = DropoutMask.threshold(rate);
    float scale = 1f / (1f - rate);
    for (int i = 0; i < n; i++) {
      if (keep(key, counter + i, threshold)) {
        dX[dXOffset + i] = Math.fma(scale, dOut[dOutOffset + i], dX[dXOffset + i]);
      }
    }
  }

  private static boolean keep(long key, long position, int threshold) {
    long words = DropoutMask.words(key, position);
    int first = DropoutMask.firstWord(words);
    int second = DropoutMask.secondWord(words);
    return DropoutMask.bits((int) position, first, second) >= threshold;
  }
}
