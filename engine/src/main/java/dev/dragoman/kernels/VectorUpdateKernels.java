package dev.dragoman.kernels;

import static dev.dragoman.kernels.Species.INTS;
import static dev.dragoman.kernels.Species.LANES;
import static dev.dragoman.kernels.Species.SPECIES;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/** Optimiser updates and dropout in vectors; what is left over runs through the scalar twins. */
final class VectorUpdateKernels implements UpdateKernels {
  private final ScalarUpdateKernels scalar = new ScalarUpdateKernels();

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
    FloatVector keep1 = FloatVector.broadcast(SPECIES, (float) beta1);
    FloatVector keep2 = FloatVector.broadcast(SPECIES, (float) beta2);
    FloatVector take1 = FloatVector.broadcast(SPECIES, (float) (1.0 - beta1));
    FloatVector take2 = FloatVector.broadcast(SPECIES, (float) (1.0 - beta2));
    FloatVector shrink = FloatVector.broadcast(SPECIES, 1f - decay);
    FloatVector step = FloatVector.broadcast(SPECIES, -stepSize);
    FloatVector correction = FloatVector.broadcast(SPECIES, inverseRootCorrection);
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += LANES) {
      FloatVector g = FloatVector.fromArray(SPECIES, gradient, gradientOffset + i).mul(scale);
      FloatVector m =
          keep1.fma(FloatVector.fromArray(SPECIES, firstMoment, firstOffset + i), take1.mul(g));
      FloatVector v =
          keep2.fma(
              FloatVector.fromArray(SPECIES, secondMoment, secondOffset + i), take2.mul(g).mul(g));
      FloatVector divisor = v.sqrt().fma(correction, FloatVector.broadcast(SPECIES, epsilon));
      m.intoArray(firstMoment, firstOffset + i);
      v.intoArray(secondMoment, secondOffset + i);
      FloatVector p = FloatVector.fromArray(SPECIES, parameter, parameterOffset + i).mul(shrink);
      step.fma(m.div(divisor), p).intoArray(parameter, parameterOffset + i);
    }
    scalar.adam(
        parameter,
        parameterOffset + end,
        gradient,
        gradientOffset + end,
        firstMoment,
        firstOffset + end,
        secondMoment,
        secondOffset + end,
        n - end,
        scale,
        beta1,
        beta2,
        stepSize,
        inverseRootCorrection,
        epsilon,
        decay);
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
    int done = 0;
    while (done < n) {
      long position = counter + done;
      int run = DropoutMask.run(position, n - done);
      long words = DropoutMask.words(key, position);
      int first = DropoutMask.firstWord(words);
      int second = DropoutMask.secondWord(words);
      int end = SPECIES.loopBound(run);
      for (int i = 0; i < end; i += LANES) {
        // DropoutMask.bits of the positions from here on.
        IntVector b = IntVector.broadcast(INTS, (int) position + i + first).addIndex(1);
        b =
            b.lanewise(XOR, b.lanewise(LSHR, 16))
                .mul(DropoutMask.FIRST_FACTOR)
                .lanewise(XOR, second);
        b = b.lanewise(XOR, b.lanewise(LSHR, 15)).mul(DropoutMask.SECOND_FACTOR);
        b = b.lanewise(XOR, b.lanewise(LSHR, 16)).lanewise(LSHR, 1);
        VectorMask<Float> keep = b.compare(GE, threshold).cast(SPECIES);
        int at = done + i;
        FloatVector scaled = FloatVector.fromArray(SPECIES, x, xOffset + at).mul(scale);
        FloatVector.zero(SPECIES).blend(scaled, keep).intoArray(out, outOffset + at);
      }
      int at = done + end;
      scalar.dropout(x, xOffset + at, out, outOffset + at, run - end, rate, key, counter + at);
      done += run;
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
    int done = 0;
    while (done < n) {
      long position = counter + done;
      int run = DropoutMask.run(position, n - done);
      long words = DropoutMask.words(key, position);
      int first = DropoutMask.firstWord(words);
      int second = DropoutMask.secondWord(words);
      int end = SPECIES.loopBound(run);
      for (int i = 0; i < end; i += LANES) {
        // DropoutMask.bits of the positions from here on.
        IntVector b = IntVector.broadcast(INTS, (int) position + i + first).addIndex(1);
        b =
            b.lanewise(XOR, b.lanewise(LSHR, 16))
                .mul(DropoutMask.FIRST_FACTOR)
                .lanewise(XOR, second);
        b = b.lanewise(XOR, b.lanewise(LSHR, 15)).mul(DropoutMask.SECOND_FACTOR);
        b = b.lanewise(XOR, b.lanewise(LSHR, 16)).lanewise(LSHR, 1);
        VectorMask<Float> keep = b.compare(GE, threshold).cast(SPECIES);
        int at = done + i;
        FloatVector before = FloatVector.fromArray(SPECIES, dX, dXOffset + at);
        FloatVector d = FloatVector.fromArray(SPECIES, dOut, dOutOffset + at);
        FloatVector after = d.fma(FloatVector.broadcast(SPECIES, scale), before);
        before.blend(after, keep).intoArray(dX, dXOffset + at);
      }
      int at = done + end;
      scalar.dropoutBackward(
          dOut, dOutOffset + at, dX, dXOffset + at, run - end, rate, key, counter + at);
      done += run;
    }
  }
}
