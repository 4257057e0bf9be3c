package dev.dragoman.kernels;

import static dev.dragoman.kernels.Exponentials.GREATEST;
import static dev.dragoman.kernels.Exponentials.L0;
import static dev.dragoman.kernels.Exponentials.L1;
import static dev.dragoman.kernels.Exponentials.L2;
import static dev.dragoman.kernels.Exponentials.LEAST;
import static dev.dragoman.kernels.Exponentials.LIFT;
import static dev.dragoman.kernels.Exponentials.LIFT_LOG2;
import static dev.dragoman.kernels.Exponentials.LN2_HIGH;
import static dev.dragoman.kernels.Exponentials.LN2_LOW;
import static dev.dragoman.kernels.Exponentials.LOG2_E;
import static dev.dragoman.kernels.Exponentials.MANTISSA_BITS;
import static dev.dragoman.kernels.Exponentials.Q0;
import static dev.dragoman.kernels.Exponentials.Q1;
import static dev.dragoman.kernels.Exponentials.Q2;
import static dev.dragoman.kernels.Exponentials.Q3;
import static dev.dragoman.kernels.Exponentials.Q4;
import static dev.dragoman.kernels.Exponentials.ROUNDER;
import static dev.dragoman.kernels.Exponentials.SIGN;
import static dev.dragoman.kernels.Exponentials.SQRT_HALF_BITS;
import static dev.dragoman.kernels.Exponentials.TANH_ONE;
import static dev.dragoman.kernels.Exponentials.TWIN_ROUNDER;
import static dev.dragoman.kernels.Species.LANES;
import static dev.dragoman.kernels.Species.SPECIES;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * {@link Exponentials} over arrays, line by line in vectors.
 *
 * <p>These loops, like all that handle vectors, call no method of ours that takes or returns a
 * vector: the compiler (C2) stops inlining such methods into anything that has grown past 18,000
 * nodes (e^x alone takes 11,000), and a vector that crosses a call is boxed on the heap. The Vector
 * API's own methods are exempt. That is why the lines of tanh and e^x stand again where {@link
 * VectorSums} and {@link VectorAttentionKernels} need them inside a loop.
 */
final class VectorExponentials {
  private VectorExponentials() {}

  /** out = e^(x−shift). */
  static void exp(float[] in, int inOffset, float shift, float[] out, int outOffset, int size) {
    int end = SPECIES.loopBound(size);
    for (int i = 0; i < end; i += LANES) {
      FloatVector x =
          FloatVector.fromArray(SPECIES, in, inOffset + i)
              .sub(FloatVector.broadcast(SPECIES, shift));
      FloatVector low =
          x.blend(
              FloatVector.broadcast(SPECIES, GREATEST),
              x.compare(GT, FloatVector.broadcast(SPECIES, GREATEST)));
      FloatVector clamped =
          low.blend(
              FloatVector.broadcast(SPECIES, LEAST), low.lt(FloatVector.broadcast(SPECIES, LEAST)));
      FloatVector rounded =
          clamped.fma(
              FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, TWIN_ROUNDER));
      FloatVector n = rounded.sub(FloatVector.broadcast(SPECIES, TWIN_ROUNDER));
      FloatVector r =
          n.fma(
              FloatVector.broadcast(SPECIES, -LN2_LOW),
              n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), clamped));
      FloatVector q = FloatVector.broadcast(SPECIES, Q4).fma(r, FloatVector.broadcast(SPECIES, Q3));
      q = q.fma(r, FloatVector.broadcast(SPECIES, Q2));
      q = q.fma(r, FloatVector.broadcast(SPECIES, Q1));
      q = q.fma(r, FloatVector.broadcast(SPECIES, Q0));
      FloatVector p = r.mul(r).fma(q, r).add(FloatVector.broadcast(SPECIES, 1f));
      IntVector exponents = rounded.reinterpretAsInts();
      IntVector half = exponents.lanewise(LSHR, 1);
      IntVector rest = exponents.sub(half);
      p = p.mul(half.lanewise(LSHL, MANTISSA_BITS).reinterpretAsFloats());
      FloatVector e = p.mul(rest.lanewise(LSHL, MANTISSA_BITS).reinterpretAsFloats());
      e.intoArray(out, outOffset + i);
    }
    for (int i = end; i < size; i++) {
      out[outOffset + i] = Exponentials.exp(in[inOffset + i] - shift);
    }
  }

  static void sigmoid(float[] in, int inOffset, float[] out, int outOffset, int size) {
    int end = SPECIES.loopBound(size);
    for (int i = 0; i < end; i += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, in, inOffset + i);
      FloatVector low = x.abs().neg();
      FloatVector clamped =
          low.blend(
              FloatVector.broadcast(SPECIES, LEAST), low.lt(FloatVector.broadcast(SPECIES, LEAST)));
      FloatVector rounded =
          clamped.fma(
              FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, TWIN_ROUNDER));
      FloatVector n = rounded.sub(FloatVector.broadcast(SPECIES, TWIN_ROUNDER));
      FloatVector r =
          n.fma(
              FloatVector.broadcast(SPECIES, -LN2_LOW),
              n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), clamped));
      FloatVector q = FloatVector.broadcast(SPECIES, Q4).fma(r, FloatVector.broadcast(SPECIES, Q3));
      q = q.fma(r, FloatVector.broadcast(SPECIES, Q2));
      q = q.fma(r, FloatVector.broadcast(SPECIES, Q1));
      q = q.fma(r, FloatVector.broadcast(SPECIES, Q0));
      FloatVector p = r.mul(r).fma(q, r).add(FloatVector.broadcast(SPECIES, 1f));
      IntVector exponents = rounded.reinterpretAsInts();
      IntVector half = exponents.lanewise(LSHR, 1);
      IntVector rest = exponents.sub(half);
      p = p.mul(half.lanewise(LSHL, MANTISSA_BITS).reinterpretAsFloats());
      FloatVector e = p.mul(rest.lanewise(LSHL, MANTISSA_BITS).reinterpretAsFloats());
      FloatVector one = FloatVector.broadcast(SPECIES, 1f);
      FloatVector numerator = one.blend(e, x.lt(FloatVector.broadcast(SPECIES, 0f)));
      numerator.div(one.add(e)).intoArray(out, outOffset + i);
    }
    for (int i = end; i < size; i++) {
      out[outOffset + i] = Exponentials.sigmoid(in[inOffset + i]);
    }
  }

  static void tanh(float[] in, int inOffset, float[] out, int outOffset, int size) {
    int end = SPECIES.loopBound(size);
    for (int i = 0; i < end; i += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, in, inOffset + i);
      FloatVector magnitude = x.abs();
      FloatVector clamped =
          magnitude.blend(
              FloatVector.broadcast(SPECIES, TANH_ONE),
              magnitude.compare(GT, FloatVector.broadcast(SPECIES, TANH_ONE)));
      FloatVector y = clamped.add(clamped);
      FloatVector rounded =
          y.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, ROUNDER));
      FloatVector n = rounded.sub(FloatVector.broadcast(SPECIES, ROUNDER));
      FloatVector r =
          n.fma(
              FloatVector.broadcast(SPECIES, -LN2_LOW),
              n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), y));
      FloatVector q = FloatVector.broadcast(SPECIES, Q4).fma(r, FloatVector.broadcast(SPECIES, Q3));
      q = q.fma(r, FloatVector.broadcast(SPECIES, Q2));
      q = q.fma(r, FloatVector.broadcast(SPECIES, Q1));
      q = q.fma(r, FloatVector.broadcast(SPECIES, Q0));
      FloatVector p = r.mul(r).fma(q, r);
      FloatVector power =
          rounded.reinterpretAsInts().lanewise(LSHL, MANTISSA_BITS).reinterpretAsFloats();
      FloatVector d = power.fma(p, power.sub(FloatVector.broadcast(SPECIES, 1f)));
      IntVector t = d.div(d.add(FloatVector.broadcast(SPECIES, 2f))).reinterpretAsInts();
      FloatVector u = t.or(x.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();
      u.intoArray(out, outOffset + i);
    }
    for (int i = end; i < size; i++) {
      out[outOffset + i] = Exponentials.tanh(in[inOffset + i]);
    }
  }

  static void log(float[] in, int inOffset, float[] out, int outOffset, int size) {
    int end = SPECIES.loopBound(size);
    for (int i = 0; i < end; i += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, in, inOffset + i);
      VectorMask<Float> tiny = x.lt(FloatVector.broadcast(SPECIES, Float.MIN_NORMAL));
      IntVector bits =
          x.blend(x.mul(FloatVector.broadcast(SPECIES, LIFT)), tiny).reinterpretAsInts();
      IntVector exponent = bits.sub(SQRT_HALF_BITS).lanewise(ASHR, MANTISSA_BITS);
      FloatVector m = bits.sub(exponent.lanewise(LSHL, MANTISSA_BITS)).reinterpretAsFloats();
      FloatVector whole = (FloatVector) exponent.convert(I2F, 0);
      FloatVector e =
          whole.sub(
              FloatVector.broadcast(SPECIES, 0f)
                  .blend(FloatVector.broadcast(SPECIES, LIFT_LOG2), tiny));
      FloatVector s =
          m.sub(FloatVector.broadcast(SPECIES, 1f)).div(m.add(FloatVector.broadcast(SPECIES, 1f)));
      FloatVector z = s.mul(s);
      FloatVector s2 = s.add(s);
      FloatVector series =
          FloatVector.broadcast(SPECIES, L2).fma(z, FloatVector.broadcast(SPECIES, L1));
      series = series.fma(z, FloatVector.broadcast(SPECIES, L0));
      FloatVector lnM = s2.mul(z).fma(series, s2);
      FloatVector result =
          e.fma(
              FloatVector.broadcast(SPECIES, LN2_HIGH),
              e.fma(FloatVector.broadcast(SPECIES, LN2_LOW), lnM));
      FloatVector atZero =
          result.blend(
              FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY),
              x.eq(FloatVector.broadcast(SPECIES, 0f)));
      FloatVector below =
          atZero.blend(
              FloatVector.broadcast(SPECIES, Float.NaN), x.lt(FloatVector.broadcast(SPECIES, 0f)));
      FloatVector ln =
          x.blend(below, x.lt(FloatVector.broadcast(SPECIES, Float.POSITIVE_INFINITY)));
      ln.intoArray(out, outOffset + i);
    }
    for (int i = end; i < size; i++) {
      out[outOffset + i] = Exponentials.log(in[inOffset + i]);
    }
  }
}
