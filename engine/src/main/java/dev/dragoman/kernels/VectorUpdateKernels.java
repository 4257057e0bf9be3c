package dev.dragoman.kernels;

import static dev.dragoman.kernels.Species.INTS;
import static dev.dragoman.kernels.Species.LANES;
import static dev.dragoman.kernels.Species.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Optimiser updates and dropout in vectors; what is left over runs through the scalar twins. */
final class VectorUpdateKernels implements UpdateKernels {
  private final ScalarUpdateKernels scalar = new ScalarUpdateKernels();

  @Override
  public void adam(
      float[] parameter, int parameterOffset, float[] gradient, int gradientOffset,
      float[] firstMoment, int firstOffset, float[] secondMoment, int secondOffset, int n,
      float scale, double beta1, double beta2, float stepSize, float inverseRootCorrection, float epsilon, float decay) {
    FloatVector keep1 = all((float) beta1);
    FloatVector keep2 = all((float) beta2);
    FloatVector take1 = all((float) (1.0 - beta1));
    FloatVector take2 = all((float) (1.0 - beta2));
    FloatVector shrink = all(1f - decay);
    FloatVector step = all(-stepSize);
    FloatVector correction = all(inverseRootCorrection);
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      FloatVector g = load(gradient, gradientOffset + i).mul(scale);
      FloatVector m = keep1.fma(load(firstMoment, firstOffset + i), take1.mul(g));
      FloatVector v = keep2.fma(load(secondMoment, secondOffset + i), take2.mul(g).mul(g));
      FloatVector divisor = v.sqrt().fma(correction, all(epsilon));
      m.intoArray(firstMoment, firstOffset + i);
      v.intoArray(secondMoment, secondOffset + i);
      FloatVector p = load(parameter, parameterOffset + i).mul(shrink);
      step.fma(m.div(divisor), p).intoArray(parameter, parameterOffset + i);
    }
    scalar.adam(
        parameter, parameterOffset + end, gradient, gradientOffset + end,
        firstMoment, firstOffset + end, secondMoment, secondOffset + end, n - end,
        scale, beta1, beta2, stepSize, inverseRootCorrection, epsilon, decay);
  }

  @Override
  public void dropout(
      float[] x, int xOffset, float[] out, int outOffset, int n, float rate, long key, long counter) {
    int threshold = DropoutMask.threshold(rate);
    float scale = 1f / (1f - rate);
    int done = 0;
    while (done < n) {
      long position = counter + done;
      int run = DropoutMask.run(position, n - done);
      long words = DropoutMask.words(key, position);
      int end = SPECIES.loopBound(run);
      for (int i = 0; i < end; i += LANES) {
        VectorMask<Float> keep = keep((int) position + i, words, threshold);
        int at = done + i;
        all(0f).blend(load(x, xOffset + at).mul(scale), keep).intoArray(out, outOffset + at);
      }
      int at = done + end;
      scalar.dropout(x, xOffset + at, out, outOffset + at, run - end, rate, key, counter + at);
      done += run;
    }
  }

  @Override
  public void dropoutBackward(
      float[] dOut, int dOutOffset, float[] dX, int dXOffset, int n, float rate, long key, long counter) {
    int threshold = DropoutMask.threshold(rate);
    float scale = 1f / (1f - rate);
    int done = 0;
    while (done < n) {
      long position = counter + done;
      int run = DropoutMask.run(position, n - done);
      long words = DropoutMask.words(key, position);
      int end = SPECIES.loopBound(run);
      for (int i = 0; i < end; i += LANES) {
        VectorMask<Float> keep = keep((int) position + i, words, threshold);
        int at = done + i;
        FloatVector before = load(dX, dXOffset + at);
        FloatVector after = load(dOut, dOutOffset + at).fma(all(scale), before);
        before.blend(after, keep).intoArray(dX, dXOffset + at);
      }
      int at = done + end;
      scalar.dropoutBackward(
          dOut, dOutOffset + at, dX, dXOffset + at, run - end, rate, key, counter + at);
      done += run;
    }
  }

  /** {@link DropoutMask#bits} of the positions from {@code low} on, compared with the threshold. */
  private static VectorMask<Float> keep(int low, long words, int threshold) {
    IntVector x = IntVector.broadcast(INTS, low + DropoutMask.firstWord(words)).addIndex(1);
    x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHR, 16));
    x = x.mul(DropoutMask.FIRST_FACTOR);
    x = x.lanewise(VectorOperators.XOR, DropoutMask.secondWord(words));
    x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHR, 15));
    x = x.mul(DropoutMask.SECOND_FACTOR);
    x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHR, 16));
    x = x.lanewise(VectorOperators.LSHR, 1);
    return x.compare(VectorOperators.GE, threshold).cast(SPECIES);
  }

  private static FloatVector load(float[] x, int at) {
    return FloatVector.fromArray(SPECIES, x, at);
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }
}
