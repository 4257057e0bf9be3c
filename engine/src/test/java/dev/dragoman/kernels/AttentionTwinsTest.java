package dev.dragoman.kernels;

import static dev.dragoman.kernels.Twins.assertSameBits;
import static dev.dragoman.kernels.Twins.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Attention kernels: scalar and vector give the same bits, and the right ones")
class AttentionTwinsTest {
  private static final int POSITIONS = 7;

  @ParameterizedTest
  @MethodSource("dev.dragoman.kernels.Twins#lengths")
  void everyKernelAgrees(int n) {
    int stride = n + 3;
    float[] rows = uniform(1, POSITIONS * stride + 9);
    float[] other = uniform(2, POSITIONS * stride + 9);
    float[] query = uniform(3, n + 9);
    float[] v = uniform(4, n + 9);
    float[] dQuery = uniform(5, n + 9);
    float[] dV = uniform(6, n + 9);
    float[] weights = uniform(7, POSITIONS + 9);
    assertSameBits(
        (k, a) ->
            k.attention()
                .additiveEnergies(a[0], 2, stride, a[1], 3, a[2], 4, a[3], 5, POSITIONS, n),
        rows,
        query,
        v,
        weights);
    assertSameBits(
        (k, a) ->
            k.attention()
                .additiveEnergiesBackward(
                    a[0], 2, stride, a[1], 3, a[2], 4, a[3], 5, a[4], 1, stride, a[5], 2, a[6], 3,
                    POSITIONS, n),
        rows,
        query,
        v,
        weights,
        other,
        dQuery,
        dV);
    assertSameBits(
        (k, a) -> k.attention().rowDots(a[0], 2, stride, a[1], 3, a[2], 4, POSITIONS, n),
        rows,
        query,
        weights);
    assertSameBits(
        (k, a) -> k.attention().weightedSum(a[0], 2, stride, a[1], 3, a[2], 4, POSITIONS, n),
        rows,
        weights,
        query);
    assertSameBits(
        (k, a) -> k.attention().addOuter(a[0], 2, a[1], 3, a[2], 4, stride, POSITIONS, n),
        weights,
        query,
        rows);
  }

  @Test
  void contextOfNoPositionsIsZero() {
    for (Kernels k : new Kernels[] {Kernels.scalar(), Twins.vector()}) {
      float[] out = uniform(8, 37);
      k.attention().weightedSum(new float[0], 0, 37, new float[0], 0, out, 0, 0, 37);
      assertThat(out).containsOnly(0f);
    }
  }

  @Test
  void energiesAndTheirDerivativesAreThoseOfTheFormula() {
    int n = 19;
    float[] key = uniform(9, n);
    float[] query = uniform(10, n);
    float[] v = uniform(11, n);
    double energy = 0;
    for (int i = 0; i < n; i++) {
      energy += v[i] * Math.tanh(query[i] + key[i]);
    }
    for (Kernels k : new Kernels[] {Kernels.scalar(), Twins.vector()}) {
      float[] e = new float[1];
      k.attention().additiveEnergies(key, 0, n, query, 0, v, 0, e, 0, 1, n);
      assertThat((double) e[0]).isCloseTo(energy, offset(1e-5));
      float[] dKey = new float[n];
      float[] dQuery = new float[n];
      float[] dV = new float[n];
      k.attention()
          .additiveEnergiesBackward(
              key, 0, n, query, 0, v, 0, new float[] {0.5f}, 0, dKey, 0, n, dQuery, 0, dV, 0, 1, n);
      for (int i = 0; i < n; i++) {
        double u = Math.tanh(query[i] + key[i]);
        assertThat((double) dKey[i]).isCloseTo(0.5 * v[i] * (1 - u * u), offset(1e-6));
        assertThat(dQuery[i]).isEqualTo(dKey[i]);
        assertThat((double) dV[i]).isCloseTo(0.5 * u, offset(1e-6));
      }
    }
  }
}
