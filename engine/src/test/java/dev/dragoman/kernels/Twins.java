package dev.dragoman.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Runs one job on the scalar twin and on the vector kernels, over copies of the same arrays, and
 * compares every bit.
 */
final class Twins {
  private static final float[] SPECIALS = {
    0f,
    -0f,
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    1f,
    -1f,
    88.8f,
    -103.9f
  };

  private Twins() {}

  /** What to run; the arrays are this implementation's own copies. */
  interface Job {
    void run(Kernels kernels, float[][] arrays);
  }

  static Kernels vector() {
    return VectorKernels.create();
  }

  /** Lengths around the width of a vector and of a group of partial sums, and odd ones. */
  static IntStream lengths() {
    int lanes = Species.LANES;
    return IntStream.of(0, 1, lanes - 1, lanes, lanes + 1, 15, 16, 17, 33, 64, 127, 1021)
        .distinct();
  }

  static float[] uniform(long seed, int n) {
    Random random = new Random(seed);
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextFloat() * 8f - 4f;
    }
    return x;
  }

  /** Uniform numbers with special ones between. */
  static float[] withSpecials(long seed, int n) {
    float[] x = uniform(seed, n);
    for (int i = 0; i < n; i += 3) {
      x[i] = SPECIALS[i / 3 % SPECIALS.length];
    }
    return x;
  }

  static void assertSameBits(Job job, float[]... arrays) {
    float[][] expected = copy(arrays);
    float[][] actual = copy(arrays);
    job.run(Kernels.scalar(), expected);
    job.run(vector(), actual);
    for (int a = 0; a < arrays.length; a++) {
      assertSameBits(a, expected[a], actual[a]);
    }
  }

  private static float[][] copy(float[][] arrays) {
    float[][] copy = new float[arrays.length][];
    for (int a = 0; a < arrays.length; a++) {
      copy[a] = arrays[a].clone();
    }
    return copy;
  }

  private static void assertSameBits(int array, float[] expected, float[] actual) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(Float.floatToIntBits(actual[i]))
          .as("array %d, element %d: scalar %s, vector %s", array, i, expected[i], actual[i])
          .isEqualTo(Float.floatToIntBits(expected[i]));
    }
  }
}
