package dev.dragoman.kernels;

import static dev.dragoman.kernels.Twins.assertSameBits;
import static dev.dragoman.kernels.Twins.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Updates and dropout: scalar and vector give the same bits, and the right ones")
class UpdateTwinsTest {
  private static final Kernels[] BOTH = {Kernels.scalar(), Twins.vector()};

  /** Three positions before the low 32 bits of the counter begin again. */
  private static final long NEAR_WRAP = 5L * (1L << 32) - 3;

  @ParameterizedTest
  @MethodSource("dev.dragoman.kernels.Twins#lengths")
  void adamAgrees(int n) {
    float[] second = uniform(4, n + 7);
    for (int i = 0; i < second.length; i++) {
      second[i] = Math.abs(second[i]);
    }
    for (float decay : new float[] {0f, 1e-4f}) {
      assertSameBits(
          (k, a) ->
              k.update()
                  .adam(
                      a[0], 1, a[1], 2, a[2], 3, a[3], 4, n, 0.5f, 0.9, 0.999, 1e-2f, 31.6f, 1e-8f,
                      decay),
          uniform(1, n + 7),
          uniform(2, n + 7),
          uniform(3, n + 7),
          second);
    }
  }

  @Test
  void adamIsTheFormulaOfItsJavadoc() {
    for (Kernels k : BOTH) {
      float[] p = {2f};
      float[] m = {0.5f};
      float[] v = {0.25f};
      k.update()
          .adam(
              p, 0, new float[] {3f}, 0, m, 0, v, 0, 1, 0.5f, 0.9, 0.999, 1e-2f, 3f, 1e-8f, 0.01f);
      double first = 0.9 * 0.5 + 0.1 * 1.5;
      double second = 0.999 * 0.25 + 0.001 * 2.25;
      assertThat((double) m[0]).isCloseTo(first, offset(1e-7));
      assertThat((double) v[0]).isCloseTo(second, offset(1e-7));
      double expected = 2 * 0.99 - 1e-2 * first / (Math.sqrt(second) * 3 + 1e-8);
      assertThat((double) p[0]).isCloseTo(expected, offset(1e-6));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.dragoman.kernels.Twins#lengths")
  void dropoutAgreesAlsoWhereTheCounterWraps(int n) {
    for (long counter : new long[] {0, 77, NEAR_WRAP, -5}) {
      assertSameBits(
          (k, a) -> k.update().dropout(a[0], 3, a[1], 5, n, 0.3f, 42, counter),
          uniform(1, n + 7),
          uniform(2, n + 7));
      assertSameBits(
          (k, a) -> k.update().dropoutBackward(a[0], 3, a[1], 5, n, 0.3f, 42, counter),
          uniform(1, n + 7),
          uniform(2, n + 7));
    }
  }

  private static float[] mask(Kernels k, int n, float rate, long key, long counter) {
    float[] x = new float[n];
    Arrays.fill(x, 1f);
    k.update().dropout(x, 0, x, 0, n, rate, key, counter);
    return x;
  }

  @Test
  void aMaskIsTheSameWholeOrInParts() {
    for (Kernels k : BOTH) {
      float[] whole = mask(k, 1000, 0.4f, 7, NEAR_WRAP);
      float[] part = mask(k, 613, 0.4f, 7, NEAR_WRAP + 387);
      assertThat(Arrays.copyOfRange(whole, 387, 1000)).isEqualTo(part);
    }
  }

  @Test
  void backwardUsesTheMaskOfForward() {
    for (Kernels k : BOTH) {
      float[] ones = new float[500];
      Arrays.fill(ones, 1f);
      float[] d = new float[500];
      k.update().dropoutBackward(ones, 0, d, 0, 500, 0.4f, 7, 9);
      assertThat(d).isEqualTo(mask(k, 500, 0.4f, 7, 9));
    }
  }

  @Test
  void keepsTheAskedShareAndTheMean() {
    int n = 1 << 20;
    for (float rate : new float[] {0f, 0.1f, 0.2f, 0.5f, 0.9f}) {
      float[] mask = mask(Kernels.best(), n, rate, 3, 0);
      int kept = count(mask);
      double deviation = Math.sqrt(n * rate * (1.0 - rate));
      assertThat((double) kept).isCloseTo(n * (1.0 - rate), offset(4 * deviation + 1));
    }
  }

  @Test
  void neighboursKeysAndDistantPositionsAreIndependent() {
    int n = 1 << 20;
    float rate = 0.5f;
    float[] mask = mask(Kernels.best(), n, rate, 3, 0);
    assertIndependent(mask, mask(Kernels.best(), n, rate, 4, 0));
    assertIndependent(mask, mask(Kernels.best(), n, rate, 3L << 32, 0));
    for (int shift : new int[] {1, 2, 3, 4, 8, 16, 64, 512, 4096, 1 << 16, 1 << 20}) {
      assertIndependent(mask, mask(Kernels.best(), n, rate, 3, shift));
    }
    assertIndependent(mask, mask(Kernels.best(), n, rate, 3, 1L << 32));
  }

  /** Both kept: a quarter, within four standard deviations. */
  private static void assertIndependent(float[] a, float[] b) {
    int both = 0;
    for (int i = 0; i < a.length; i++) {
      both += a[i] != 0f && b[i] != 0f ? 1 : 0;
    }
    double n = a.length;
    assertThat((double) both).isCloseTo(n / 4, offset(4.5 * Math.sqrt(n * 3 / 16)));
  }

  private static int count(float[] mask) {
    int kept = 0;
    for (float x : mask) {
      kept += x != 0f ? 1 : 0;
    }
    return kept;
  }
}
