package dev.dragoman.kernels;

import static dev.dragoman.kernels.Twins.assertSameBits;
import static dev.dragoman.kernels.Twins.uniform;
import static dev.dragoman.kernels.Twins.withSpecials;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Element-wise kernels: scalar and vector give the same bits")
class ElementTwinsTest {
  private static final int OFFSET = 3;
  private static final int OTHER = 5;

  @ParameterizedTest
  @MethodSource("dev.dragoman.kernels.Twins#lengths")
  void functionsAgreeOnSpecialValuesToo(int n) {
    float[] x = withSpecials(1, n + 7);
    float[] out = uniform(2, n + 7);
    assertSameBits((k, a) -> k.element().tanh(a[0], OFFSET, a[1], OTHER, n), x, out);
    assertSameBits((k, a) -> k.element().sigmoid(a[0], OFFSET, a[1], OTHER, n), x, out);
    assertSameBits((k, a) -> k.element().exp(a[0], OFFSET, a[1], OTHER, n), x, out);
    assertSameBits((k, a) -> k.element().log(a[0], OFFSET, a[1], OTHER, n), x, out);
  }

  @ParameterizedTest
  @MethodSource("dev.dragoman.kernels.Twins#lengths")
  void functionsMayWorkInPlace(int n) {
    float[] x = uniform(3, n + 7);
    assertSameBits((k, a) -> k.element().tanh(a[0], OFFSET, a[0], OFFSET, n), x);
    assertSameBits((k, a) -> k.element().log(a[0], OFFSET, a[0], OFFSET, n), x);
  }

  @ParameterizedTest
  @MethodSource("dev.dragoman.kernels.Twins#lengths")
  void derivativesAgree(int n) {
    float[] out = uniform(4, n + 7);
    float[] dOut = uniform(5, n + 7);
    float[] dX = uniform(6, n + 7);
    assertSameBits((k, a) -> k.element().tanhBackward(a[0], 3, a[1], 5, a[2], 1, n), out, dOut, dX);
    assertSameBits(
        (k, a) -> k.element().sigmoidBackward(a[0], 3, a[1], 5, a[2], 1, n), out, dOut, dX);
  }

  @ParameterizedTest
  @MethodSource("dev.dragoman.kernels.Twins#lengths")
  void arithmeticAgrees(int n) {
    float[] x = withSpecials(7, n + 7);
    float[] y = uniform(8, n + 7);
    float[] out = uniform(9, n + 7);
    assertSameBits((k, a) -> k.element().add(a[0], 3, a[2], 5, n), x, y, out);
    assertSameBits((k, a) -> k.element().addScaled(0.3f, a[0], 3, a[2], 5, n), x, y, out);
    assertSameBits((k, a) -> k.element().scale(0.3f, a[0], 3, a[2], 5, n), x, y, out);
    assertSameBits((k, a) -> k.element().multiply(a[0], 3, a[1], 1, a[2], 5, n), x, y, out);
    assertSameBits((k, a) -> k.element().multiplyAdd(a[0], 3, a[1], 1, a[2], 5, n), x, y, out);
  }

  @ParameterizedTest
  @MethodSource("dev.dragoman.kernels.Twins#lengths")
  void sumsAgreeAndAreRight(int n) {
    float[] x = uniform(10, n + 7);
    float[] y = uniform(11, n + 7);
    double sum = 0;
    double dot = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      sum += x[i + 3];
      dot += (double) x[i + 3] * y[i + 5];
      squares += (double) x[i + 3] * x[i + 3];
    }
    for (Kernels k : new Kernels[] {Kernels.scalar(), Twins.vector()}) {
      assertThat((double) k.element().sum(x, 3, n)).isCloseTo(sum, within(n));
      assertThat((double) k.element().dot(x, 3, y, 5, n)).isCloseTo(dot, within(n));
      assertThat(k.element().sumOfSquares(x, 3, n)).isCloseTo(squares, within(n));
    }
    assertSameBits(
        (k, a) -> {
          a[2][0] = k.element().sum(a[0], 3, n);
          a[2][1] = k.element().dot(a[0], 3, a[1], 5, n);
          a[2][2] = k.element().max(a[0], 3, n);
          long bits = Double.doubleToLongBits(k.element().sumOfSquares(a[0], 3, n));
          a[2][3] = Float.intBitsToFloat((int) bits);
          a[2][4] = Float.intBitsToFloat((int) (bits >>> 32));
        },
        x,
        y,
        new float[5]);
  }

  private static org.assertj.core.data.Offset<Double> within(int n) {
    return org.assertj.core.data.Offset.offset(1e-5 * (n + 1));
  }

  @Test
  void maximumOfNothingIsMinusInfinityAndNotANumberWins() {
    for (Kernels k : new Kernels[] {Kernels.scalar(), Twins.vector()}) {
      assertThat(k.element().max(new float[0], 0, 0)).isEqualTo(Float.NEGATIVE_INFINITY);
      for (int at = 0; at < 40; at++) {
        float[] x = uniform(12, 40);
        x[at] = Float.NaN;
        assertThat(k.element().max(x, 0, 40)).isNaN();
        x[at] = 9f;
        assertThat(k.element().max(x, 0, 40)).isEqualTo(9f);
      }
    }
  }
}
