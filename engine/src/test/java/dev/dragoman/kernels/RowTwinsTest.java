package dev.dragoman.kernels;

import static dev.dragoman.kernels.Twins.assertSameBits;
import static dev.dragoman.kernels.Twins.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Row kernels: scalar and vector give the same bits, and the right ones")
class RowTwinsTest {
  private static final Kernels[] BOTH = {Kernels.scalar(), Twins.vector()};

  @ParameterizedTest
  @MethodSource("dev.dragoman.kernels.Twins#lengths")
  void gatherAndScatterAddAgree(int columns) {
    int stride = columns + 3;
    int[] ids = {9, 4, 0, 4, 2, 1};
    float[] table = uniform(1, 5 * stride + 9);
    float[] rows = uniform(2, 5 * (columns + 1) + 9);
    assertSameBits(
        (k, a) -> k.row().gather(a[0], 2, stride, ids, 1, a[1], 3, columns + 1, 5, columns),
        table,
        rows);
    assertSameBits(
        (k, a) -> k.row().scatterAdd(a[1], 3, columns + 1, ids, 1, a[0], 2, stride, 5, columns),
        table,
        rows);
  }

  @ParameterizedTest
  @MethodSource("dev.dragoman.kernels.Twins#lengths")
  void columnSumsAndAddedVectorsAgree(int columns) {
    int stride = columns + 2;
    float[] x = uniform(3, 7 * stride + 4);
    float[] out = uniform(4, columns + 5);
    assertSameBits((k, a) -> k.row().addColumnSums(a[0], 3, stride, a[1], 2, 7, columns), x, out);
    assertSameBits((k, a) -> k.row().addToRows(a[1], 2, a[0], 3, stride, 7, columns), x, out);
  }

  @ParameterizedTest
  @MethodSource("dev.dragoman.kernels.Twins#lengths")
  void softmaxAndItsDerivativeAgree(int n) {
    if (n == 0) {
      return;
    }
    float[] x = uniform(5, n + 7);
    float[] y = uniform(6, n + 7);
    float[] out = uniform(7, n + 7);
    assertSameBits((k, a) -> k.row().softmax(a[0], 3, a[1], 5, n), x, out);
    assertSameBits((k, a) -> k.row().softmax(a[0], 3, a[0], 3, n), x);
    assertSameBits((k, a) -> k.row().softmaxBackward(a[0], 3, a[1], 5, a[2], 1, n), x, y, out);
    assertSameBits((k, a) -> a[1][0] = k.row().logSumExp(a[0], 3, n), x, out);
  }

  @ParameterizedTest
  @MethodSource("dev.dragoman.kernels.Twins#lengths")
  void crossEntropyAgrees(int n) {
    if (n == 0) {
      return;
    }
    for (float smoothing : new float[] {0f, 0.1f}) {
      float[] x = uniform(8, n + 7);
      assertSameBits(
          (k, a) -> a[1][0] = k.row().crossEntropyInPlace(a[0], 3, n, n / 2, smoothing, 0.25f),
          x,
          new float[1]);
    }
  }

  @Test
  void softmaxOfARowSumsToOneAndMaskedPlacesAreZero() {
    for (Kernels k : BOTH) {
      float[] x = uniform(9, 37);
      x[4] = Float.NEGATIVE_INFINITY;
      x[36] = Float.NEGATIVE_INFINITY;
      float[] out = new float[37];
      k.row().softmax(x, 0, out, 0, 37);
      assertThat(out[4]).isEqualTo(0f);
      assertThat(out[36]).isEqualTo(0f);
      assertThat(k.element().sum(out, 0, 37)).isCloseTo(1f, offset(1e-6f));
      assertThat(out[0] / out[1]).isCloseTo((float) Math.exp(x[0] - x[1]), offset(1e-4f));
    }
  }

  @Test
  void softmaxOfNothingButMinusInfinityIsNotANumberAndNeitherIsARowWithOne() {
    for (Kernels k : BOTH) {
      float[] x = new float[21];
      java.util.Arrays.fill(x, Float.NEGATIVE_INFINITY);
      k.row().softmax(x, 0, x, 0, 21);
      assertThat(x[20]).isNaN();
      float[] y = uniform(10, 21);
      y[17] = Float.NaN;
      k.row().softmax(y, 0, y, 0, 21);
      assertThat(y[3]).isNaN();
    }
  }

  @Test
  void logSumExpOfLargeNumbersDoesNotOverflow() {
    for (Kernels k : BOTH) {
      float[] x = {1000f, 1000f};
      assertThat(k.row().logSumExp(x, 0, 2)).isCloseTo(1000.6931f, offset(1e-3f));
      float[] none = {Float.NEGATIVE_INFINITY};
      assertThat(k.row().logSumExp(none, 0, 1)).isEqualTo(Float.NEGATIVE_INFINITY);
    }
  }

  @Test
  void crossEntropyIsTheFormulaOfItsJavadoc() {
    int n = 53;
    int target = 17;
    double smoothing = 0.1;
    double weight = 0.5;
    for (Kernels k : BOTH) {
      float[] logits = uniform(11, n);
      double sum = 0;
      double total = 0;
      for (float logit : logits) {
        sum += Math.exp(logit);
        total += logit;
      }
      double logSum = Math.log(sum);
      double loss =
          -(1 - smoothing) * (logits[target] - logSum) - smoothing / n * (total - n * logSum);
      float[] d = logits.clone();
      float actual =
          k.row().crossEntropyInPlace(d, 0, n, target, (float) smoothing, (float) weight);
      assertThat((double) actual).isCloseTo(loss, offset(1e-5));
      for (int i = 0; i < n; i++) {
        double hit = i == target ? 1 - smoothing : 0;
        double slope = weight * (Math.exp(logits[i] - logSum) - hit - smoothing / n);
        assertThat((double) d[i]).as("logit %d", i).isCloseTo(slope, offset(1e-6));
      }
    }
  }
}
