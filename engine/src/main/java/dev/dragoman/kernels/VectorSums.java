package dev.dragoman.kernels;

import static dev.dragoman.kernels.Species.DOUBLES;
import static dev.dragoman.kernels.Species.DOUBLE_LANES;
import static dev.dragoman.kernels.Species.HALF;
import static dev.dragoman.kernels.Species.LANES;
import static dev.dragoman.kernels.Species.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/**
 * {@link ScalarSums} in vectors. The {@link Lanes#COUNT} partial sums fill one vector of 512 bits, two of 256 or four of
 * 128; branches on the width are constants to the compiler. {@code reduceLanes} is not used: its order is unspecified.
 */
final class VectorSums {
  private static final VectorShuffle<Float> BY_8 = rotation(8);
  private static final VectorShuffle<Float> BY_4 = rotation(4);
  private static final VectorShuffle<Float> BY_2 = rotation(2);
  private static final VectorShuffle<Float> BY_1 = rotation(1);
  private static final VectorShuffle<Double> DOUBLE_BY_4 = doubleRotation(4);
  private static final VectorShuffle<Double> DOUBLE_BY_2 = doubleRotation(2);
  private static final VectorShuffle<Double> DOUBLE_BY_1 = doubleRotation(1);

  private VectorSums() {}

  private static VectorShuffle<Float> rotation(int distance) {
    return VectorShuffle.fromOp(SPECIES, lane -> (lane + distance) % LANES);
  }

  private static VectorShuffle<Double> doubleRotation(int distance) {
    return VectorShuffle.fromOp(DOUBLES, lane -> (lane + distance) % DOUBLE_LANES);
  }

  /** The tree of halves over all partial sums; vectors beyond the sixteenth lane are not looked at. */
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
    return two.add(two.rearrange(BY_1)).lane(0);
  }

  static float sum(float[] x, int xOffset, int n) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    int end = ScalarSums.groupsEnd(xOffset, n);
    for (int i = xOffset; i < end; i += Lanes.COUNT) {
      s0 = s0.add(FloatVector.fromArray(SPECIES, x, i));
      if (LANES < 16) {
        s1 = s1.add(FloatVector.fromArray(SPECIES, x, i + LANES));
      }
      if (LANES < 8) {
        s2 = s2.add(FloatVector.fromArray(SPECIES, x, i + 2 * LANES));
        s3 = s3.add(FloatVector.fromArray(SPECIES, x, i + 3 * LANES));
      }
    }
    float s = tree(s0, s1, s2, s3);
    for (int i = end; i < xOffset + n; i++) {
      s += x[i];
    }
    return s;
  }

  static float dot(float[] x, int xOffset, float[] y, int yOffset, int n) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    int end = n - n % Lanes.COUNT;
    for (int i = 0; i < end; i += Lanes.COUNT) {
      int a = xOffset + i;
      int b = yOffset + i;
      s0 = load(x, a).fma(load(y, b), s0);
      if (LANES < 16) {
        s1 = load(x, a + LANES).fma(load(y, b + LANES), s1);
      }
      if (LANES < 8) {
        s2 = load(x, a + 2 * LANES).fma(load(y, b + 2 * LANES), s2);
        s3 = load(x, a + 3 * LANES).fma(load(y, b + 3 * LANES), s3);
      }
    }
    float s = tree(s0, s1, s2, s3);
    for (int i = end; i < n; i++) {
      s = Math.fma(x[xOffset + i], y[yOffset + i], s);
    }
    return s;
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
    for (int i = xOffset; i < end; i += Lanes.COUNT) {
      s0 = addSquare(x, i, s0);
      s1 = addSquare(x, i + DOUBLE_LANES, s1);
      if (DOUBLE_LANES < 8) {
        s2 = addSquare(x, i + 2 * DOUBLE_LANES, s2);
        s3 = addSquare(x, i + 3 * DOUBLE_LANES, s3);
      }
      if (DOUBLE_LANES < 4) {
        s4 = addSquare(x, i + 4 * DOUBLE_LANES, s4);
        s5 = addSquare(x, i + 5 * DOUBLE_LANES, s5);
        s6 = addSquare(x, i + 6 * DOUBLE_LANES, s6);
        s7 = addSquare(x, i + 7 * DOUBLE_LANES, s7);
      }
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
    double s = two.add(two.rearrange(DOUBLE_BY_1)).lane(0);
    for (int i = end; i < xOffset + n; i++) {
      s += (double) x[i] * x[i];
    }
    return s;
  }

  private static DoubleVector addSquare(float[] x, int at, DoubleVector s) {
    DoubleVector d =
        (DoubleVector) FloatVector.fromArray(HALF, x, at).convertShape(VectorOperators.F2D, DOUBLES, 0);
    return d.fma(d, s);
  }

  /** The largest element; −∞ of none. The order does not matter to a maximum. */
  static float max(float[] x, int xOffset, int n) {
    FloatVector m = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
    int end = xOffset + SPECIES.loopBound(n);
    for (int i = xOffset; i < end; i += LANES) {
      m = m.max(FloatVector.fromArray(SPECIES, x, i));
    }
    float max = largestLane(m);
    for (int i = end; i < xOffset + n; i++) {
      max = Math.max(max, x[i]);
    }
    return max;
  }

  private static float largestLane(FloatVector v) {
    FloatVector m = v;
    if (LANES > 8) {
      m = m.max(m.rearrange(BY_8));
    }
    if (LANES > 4) {
      m = m.max(m.rearrange(BY_4));
    }
    m = m.max(m.rearrange(BY_2));
    return m.max(m.rearrange(BY_1)).lane(0);
  }

  /** out = e^(x−max) and the sum of it; {@code out} may be x. */
  static float exponentials(float[] x, int xOffset, float max, float[] out, int outOffset, int n) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    int end = n - n % Lanes.COUNT;
    for (int i = 0; i < end; i += Lanes.COUNT) {
      int from = xOffset + i;
      int to = outOffset + i;
      FloatVector e0 = VectorExponentials.exp(load(x, from).sub(max));
      e0.intoArray(out, to);
      s0 = s0.add(e0);
      if (LANES < 16) {
        FloatVector e1 = VectorExponentials.exp(load(x, from + LANES).sub(max));
        e1.intoArray(out, to + LANES);
        s1 = s1.add(e1);
      }
      if (LANES < 8) {
        FloatVector e2 = VectorExponentials.exp(load(x, from + 2 * LANES).sub(max));
        e2.intoArray(out, to + 2 * LANES);
        s2 = s2.add(e2);
        FloatVector e3 = VectorExponentials.exp(load(x, from + 3 * LANES).sub(max));
        e3.intoArray(out, to + 3 * LANES);
        s3 = s3.add(e3);
      }
    }
    float s = tree(s0, s1, s2, s3);
    for (int i = end; i < n; i++) {
      float e = Exponentials.exp(x[xOffset + i] - max);
      out[outOffset + i] = e;
      s += e;
    }
    return s;
  }

  /** Σ e^(x−max). */
  static float exponentialSum(float[] x, int xOffset, float max, int n) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    int end = ScalarSums.groupsEnd(xOffset, n);
    for (int i = xOffset; i < end; i += Lanes.COUNT) {
      s0 = s0.add(VectorExponentials.exp(load(x, i).sub(max)));
      if (LANES < 16) {
        s1 = s1.add(VectorExponentials.exp(load(x, i + LANES).sub(max)));
      }
      if (LANES < 8) {
        s2 = s2.add(VectorExponentials.exp(load(x, i + 2 * LANES).sub(max)));
        s3 = s3.add(VectorExponentials.exp(load(x, i + 3 * LANES).sub(max)));
      }
    }
    float s = tree(s0, s1, s2, s3);
    for (int i = end; i < xOffset + n; i++) {
      s += Exponentials.exp(x[i] - max);
    }
    return s;
  }

  /** Σ v·tanh(query + key). */
  static float additiveEnergy(
      float[] key, int keyOffset, float[] query, int queryOffset, float[] v, int vOffset, int n) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    int end = n - n % Lanes.COUNT;
    for (int i = 0; i < end; i += Lanes.COUNT) {
      int k = keyOffset + i;
      int q = queryOffset + i;
      int w = vOffset + i;
      s0 = load(v, w).fma(VectorExponentials.tanh(load(query, q).add(load(key, k))), s0);
      if (LANES < 16) {
        k += LANES;
        q += LANES;
        w += LANES;
        s1 = load(v, w).fma(VectorExponentials.tanh(load(query, q).add(load(key, k))), s1);
      }
      if (LANES < 8) {
        k += LANES;
        q += LANES;
        w += LANES;
        s2 = load(v, w).fma(VectorExponentials.tanh(load(query, q).add(load(key, k))), s2);
        k += LANES;
        q += LANES;
        w += LANES;
        s3 = load(v, w).fma(VectorExponentials.tanh(load(query, q).add(load(key, k))), s3);
      }
    }
    float s = tree(s0, s1, s2, s3);
    for (int i = end; i < n; i++) {
      float u = Exponentials.tanh(query[queryOffset + i] + key[keyOffset + i]);
      s = Math.fma(v[vOffset + i], u, s);
    }
    return s;
  }

  private static FloatVector load(float[] x, int at) {
    return FloatVector.fromArray(SPECIES, x, at);
  }
}
