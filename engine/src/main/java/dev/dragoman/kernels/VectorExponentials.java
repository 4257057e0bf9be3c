package dev.dragoman.kernels;

import static dev.dragoman.kernels.Exponentials.EXPONENT_BIAS;
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
import static dev.dragoman.kernels.Exponentials.ROUNDER_BITS;
import static dev.dragoman.kernels.Exponentials.SIGN;
import static dev.dragoman.kernels.Exponentials.SQRT_HALF_BITS;
import static dev.dragoman.kernels.Exponentials.TANH_ONE;
import static dev.dragoman.kernels.Species.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** {@link Exponentials} for whole vectors, line by line. Small methods: each must be inlined, or its vectors are boxed. */
final class VectorExponentials {
  private VectorExponentials() {}

  static FloatVector exp(FloatVector x) {
    FloatVector low = x.blend(LEAST, x.lt(LEAST));
    FloatVector clamped = low.blend(GREATEST, low.compare(VectorOperators.GT, GREATEST));
    FloatVector rounded = clamped.fma(all(LOG2_E), all(ROUNDER));
    FloatVector r = remainder(clamped, rounded.sub(ROUNDER));
    FloatVector e = exponentialMinusOne(r).add(1f);
    IntVector exponent = rounded.reinterpretAsInts().sub(ROUNDER_BITS);
    IntVector half = exponent.lanewise(VectorOperators.ASHR, 1);
    return e.mul(powerOfTwo(half)).mul(powerOfTwo(exponent.sub(half)));
  }

  static FloatVector sigmoid(FloatVector x) {
    FloatVector e = exp(x.abs().neg());
    FloatVector numerator = all(1f).blend(e, x.lt(0f));
    return numerator.div(e.add(1f));
  }

  static FloatVector tanh(FloatVector x) {
    FloatVector magnitude = x.abs();
    FloatVector clamped =
        magnitude.blend(TANH_ONE, magnitude.compare(VectorOperators.GT, TANH_ONE));
    FloatVector y = clamped.add(clamped);
    FloatVector rounded = y.fma(all(LOG2_E), all(ROUNDER));
    FloatVector r = remainder(y, rounded.sub(ROUNDER));
    FloatVector power = powerOfTwo(rounded.reinterpretAsInts().sub(ROUNDER_BITS));
    FloatVector d = power.fma(exponentialMinusOne(r), power.sub(1f));
    FloatVector t = d.div(d.add(2f));
    IntVector sign = x.reinterpretAsInts().and(SIGN);
    return t.reinterpretAsInts().or(sign).reinterpretAsFloats();
  }

  static FloatVector log(FloatVector x) {
    VectorMask<Float> tiny = x.lt(Float.MIN_NORMAL);
    IntVector bits = x.blend(x.mul(LIFT), tiny).reinterpretAsInts();
    IntVector exponent =
        bits.sub(SQRT_HALF_BITS).lanewise(VectorOperators.ASHR, MANTISSA_BITS);
    FloatVector m =
        bits.sub(exponent.lanewise(VectorOperators.LSHL, MANTISSA_BITS)).reinterpretAsFloats();
    FloatVector whole = (FloatVector) exponent.convert(VectorOperators.I2F, 0);
    FloatVector e = whole.sub(all(0f).blend(LIFT_LOG2, tiny));
    FloatVector s = m.sub(1f).div(m.add(1f));
    FloatVector z = s.mul(s);
    FloatVector s2 = s.add(s);
    FloatVector series = all(L2).fma(z, all(L1)).fma(z, all(L0));
    FloatVector lnM = s2.mul(z).fma(series, s2);
    FloatVector result = e.fma(all(LN2_HIGH), e.fma(all(LN2_LOW), lnM));
    FloatVector atZero = result.blend(Float.NEGATIVE_INFINITY, x.eq(0f));
    FloatVector below = atZero.blend(Float.NaN, x.lt(0f));
    return x.blend(below, x.lt(Float.POSITIVE_INFINITY));
  }

  private static FloatVector remainder(FloatVector x, FloatVector n) {
    return n.fma(all(-LN2_LOW), n.fma(all(-LN2_HIGH), x));
  }

  private static FloatVector exponentialMinusOne(FloatVector r) {
    FloatVector q = all(Q4).fma(r, all(Q3)).fma(r, all(Q2)).fma(r, all(Q1)).fma(r, all(Q0));
    return r.mul(r).fma(q, r);
  }

  private static FloatVector powerOfTwo(IntVector exponent) {
    return exponent
        .add(EXPONENT_BIAS)
        .lanewise(VectorOperators.LSHL, MANTISSA_BITS)
        .reinterpretAsFloats();
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }
}
