package dev.dragoman.kernels;

import static dev.dragoman.kernels.Exponentials.LEAST;
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
import static dev.dragoman.kernels.Exponentials.TANH_ONE;
import static dev.dragoman.kernels.Exponentials.TWIN_ROUNDER;
import static dev.dragoman.kernels.Species.DOUBLES;
import static dev.dragoman.kernels.Species.DOUBLE_LANES;
import static dev.dragoman.kernels.Species.HALF;
import static dev.dragoman.kernels.Species.LANES;
import static dev.dragoman.kernels.Species.SPECIES;
import static jdk.incubator.vector.VectorOperators.F2D;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShuffle;

/**
 * {@link ScalarSums} in vectors. The {@link Lanes#COUNT} partial sums fill one vector of 512 bits,
 * two of 256 or four of 128: the loops go on by one vector and pass the sums on in a ring, so that
 * the first is always the next one's turn. Choices by width are constants to the compiler. {@code
 * reduceLanes} is not used: its order is unspecified.
 */
final class VectorSums {
  /** Vectors of doubles that hold all partial sums. */
  private static final int RING = Lanes.COUNT / DOUBLE_LANES;

  private static final VectorShuffle<Float> BY_8 = rotation(8);
  private static final VectorShuffle<Float> BY_4 = rotation(4);
  private static final VectorShuffle<Float> BY_2 = rotation(2);
  private static final VectorShuffle<Float> BY_1 = rotation(1);
  private static final VectorShuffle<Double> DOUBLE_BY_4 = doubleRotation(4);
  private static final VectorShuffle<Double> DOUBLE_BY_2 = doubleRotation(2);

  private VectorSums() {}

  private static VectorShuffle<Float> rotation(int distance) {
    return VectorShuffle.fromOp(SPECIES, lane -> (lane + distance) % LANES);
  }

  private static VectorShuffle<Double> doubleRotation(int distance) {
    return VectorShuffle.fromOp(DOUBLES, lane -> (lane + distance) % DOUBLE_LANES);
  }

  /**
   * The tree of halves over all partial sums; vectors beyond the sixteenth lane are not looked at.
   */
  static float tree(FloatVector s0, FloatVector s1, FloatVector s2, FloatVector s3) {
    FloatVector four;
    if (LANES == 16) {
      FloatVector eight = s0.add(s0.rearrange(BY_8));
      four = eight.add(eight.rearrange(BY_4));
    } else if (LANES == 8) {
      FloatVector eight = s0.add(s1);
      four = eight.add(eight.rearrange(BY_4));
    } else {
      four = s0.add(s2).add(s1.add(s3));
    }
    FloatVector two = four.add(four.rearrange(BY_2));
    return two.lane(0) + two.lane(1);
  }

  static float sum(float[] x, int xOffset, int n) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    int end = ScalarSums.groupsEnd(xOffset, n);
    for (int i = xOffset; i < end; i += LANES) {
      FloatVector s = s0.add(FloatVector.fromArray(SPECIES, x, i));
      s0 = LANES < 16 ? s1 : s;
      s1 = LANES < 8 ? s2 : s;
      s2 = s3;
      s3 = s;
    }
    float sum = tree(s0, s1, s2, s3);
    for (int i = end; i < xOffset + n; i++) {
      sum += x[i];
    }
    return sum;
  }

  static float dot(float[] x, int xOffset, float[] y, int yOffset, int n) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    int end = n - n % Lanes.COUNT;
    for (int i = 0; i < end; i += LANES) {
      FloatVector right = FloatVector.fromArray(SPECIES, y, yOffset + i);
      FloatVector s = FloatVector.fromArray(SPECIES, x, xOffset + i).fma(right, s0);
      s0 = LANES < 16 ? s1 : s;
      s1 = LANES < 8 ? s2 : s;
      s2 = s3;
      s3 = s;
    }
    float sum = tree(s0, s1, s2, s3);
    for (int i = end; i < n; i++) {
      sum = Math.fma(x[xOffset + i], y[yOffset + i], sum);
    }
    return sum;
  }

  static double sumOfSquares(float[] x, int xOffset, int n) {
    DoubleVector s0 = DoubleVector.zero(DOUBLES);
    DoubleVector s1 = DoubleVector.zero(DOUBLES);
    DoubleVector s2 = DoubleVector.zero(DOUBLES);
    DoubleVector s3 = DoubleVector.zero(DOUBLES);
    DoubleVector s4 = DoubleVector.zero(DOUBLES);
    DoubleVector s5 = DoubleVector.zero(DOUBLES);
    DoubleVector s6 = DoubleVector.zero(DOUBLES);
    DoubleVector s7 = DoubleVector.zero(DOUBLES);
    int end = ScalarSums.groupsEnd(xOffset, n);
    for (int i = xOffset; i < end; i += DOUBLE_LANES) {
      FloatVector floats = FloatVector.fromArray(HALF, x, i);
      DoubleVector d = (DoubleVector) floats.convertShape(F2D, DOUBLES, 0);
      DoubleVector s = d.fma(d, s0);
      s0 = s1;
      s1 = RING > 2 ? s2 : s;
      s2 = s3;
      s3 = RING > 4 ? s4 : s;
      s4 = s5;
      s5 = s6;
      s6 = s7;
      s7 = s;
    }
    DoubleVector two;
    if (DOUBLE_LANES == 8) {
      DoubleVector eight = s0.add(s1);
      DoubleVector four = eight.add(eight.rearrange(DOUBLE_BY_4));
      two = four.add(four.rearrange(DOUBLE_BY_2));
    } else if (DOUBLE_LANES == 4) {
      DoubleVector four = s0.add(s2).add(s1.add(s3));
      two = four.add(four.rearrange(DOUBLE_BY_2));
    } else {
      two = s0.add(s4).add(s2.add(s6)).add(s1.add(s5).add(s3.add(s7)));
    }
    double sum = two.lane(0) + two.lane(1);
    for (int i = end; i < xOffset + n; i++) {
      sum += (double) x[i] * x[i];
    }
    return sum;
  }

  /** The largest element; −∞ of none. The order does not matter to a maximum. */
  static float max(float[] x, int xOffset, int n) {
    FloatVector m = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
    int end = xOffset + SPECIES.loopBound(n);
    for (int i = xOffset; i < end; i += LANES) {
      m = m.max(FloatVector.fromArray(SPECIES, x, i));
    }
    if (LANES > 8) {
      m = m.max(m.rearrange(BY_8));
    }
    if (LANES > 4) {
      m = m.max(m.rearrange(BY_4));
    }
    m = m.max(m.rearrange(BY_2));
    float max = m.max(m.rearrange(BY_1)).lane(0);
    for (int i = end; i < xOffset + n; i++) {
      max = Math.max(max, x[i]);
    }
    return max;
  }

  /** Σ e^(x−max), max being the largest element. */
  static float exponentialSum(float[] x, int xOffset, float max, int size) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    int end = ScalarSums.groupsEnd(xOffset, size);
    for (int i = xOffset; i < end; i += LANES) {
      FloatVector low =
          FloatVector.fromArray(SPECIES, x, i).sub(FloatVector.broadcast(SPECIES, max));
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
      FloatVector s = s0.add(e);
      s0 = LANES < 16 ? s1 : s;
      s1 = LANES < 8 ? s2 : s;
      s2 = s3;
      s3 = s;
    }
    float sum = tree(s0, s1, s2, s3);
    for (int i = end; i < xOffset + size; i++) {
      sum += Exponentials.exp(x[i] - max);
    }
    return sum;
  }

  /** Σ v·tanh(query + key). */
  static float additiveEnergy(
      float[] key,
      int keyOffset,
      float[] query,
      int queryOffset,
      float[] v,
      int vOffset,
      int size) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    int end = size - size % Lanes.COUNT;
    for (int i = 0; i < end; i += LANES) {
      FloatVector x =
          FloatVector.fromArray(SPECIES, query, queryOffset + i)
              .add(FloatVector.fromArray(SPECIES, key, keyOffset + i));
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
      FloatVector s = FloatVector.fromArray(SPECIES, v, vOffset + i).fma(u, s0);
      s0 = LANES < 16 ? s1 : s;
      s1 = LANES < 8 ? s2 : s;
      s2 = s3;
      s3 = s;
    }
    float sum = tree(s0, s1, s2, s3);
    for (int i = end; i < size; i++) {
      float u = Exponentials.tanh(query[queryOffset + i] + key[keyOffset + i]);
      sum = Math.fma(v[vOffset + i], u, sum);
    }
    return sum;
  }
}
