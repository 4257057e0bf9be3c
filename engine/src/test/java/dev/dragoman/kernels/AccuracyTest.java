package dev.dragoman.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Every exponent, both signs, against StrictMath in double, wherever the true result is a normal
 * float.
 */
@DisplayName("exp, tanh, sigmoid and log stay within 3e-7 of double")
class AccuracyTest {
  private static final double LIMIT = 3e-7;
  private static final int CHUNK = 1 << 12;

  /** Prime, so that every exponent is met with other mantissas. */
  private static final int STEP = 4099;

  private interface Kernel {
    void run(float[] x, int xOffset, float[] out, int outOffset, int n);
  }

  private static void assertAccurate(Kernel kernel, DoubleUnaryOperator truth) {
    float[] x = new float[CHUNK];
    float[] out = new float[CHUNK];
    long bits = Integer.MIN_VALUE;
    while (bits <= Integer.MAX_VALUE) {
      int n = 0;
      for (; n < CHUNK && bits <= Integer.MAX_VALUE; bits += STEP) {
        x[n++] = Float.intBitsToFloat((int) bits);
      }
      kernel.run(x, 0, out, 0, n);
      for (int i = 0; i < n; i++) {
        assertClose(x[i], out[i], truth.applyAsDouble(x[i]));
      }
    }
  }

  private static void assertClose(float x, float actual, double expected) {
    double size = Math.abs(expected);
    boolean right;
    if (Double.isNaN(expected)) {
      right = Float.isNaN(actual);
    } else if (size > Float.MAX_VALUE) {
      right =
          actual == (float) expected
              || (Math.abs(actual) == Float.MAX_VALUE && size < 1.000001 * Float.MAX_VALUE);
    } else if (size < Float.MIN_NORMAL) {
      right = Math.abs(actual - expected) <= Float.MIN_VALUE;
    } else {
      right = Math.abs(actual - expected) <= LIMIT * size;
    }
    if (!right) {
      assertThat(actual).as("at x = %s", x).isEqualTo((float) expected);
    }
  }

  @Test
  void exponential() {
    assertAccurate(Kernels.best().element()::exp, StrictMath::exp);
  }

  @Test
  void hyperbolicTangent() {
    assertAccurate(Kernels.best().element()::tanh, StrictMath::tanh);
  }

  @Test
  void logisticSigmoid() {
    assertAccurate(
        Kernels.best().element()::sigmoid,
        x -> x > 0 ? 1 / (1 + StrictMath.exp(-x)) : StrictMath.exp(x) / (1 + StrictMath.exp(x)));
  }

  @Test
  void naturalLogarithm() {
    assertAccurate(Kernels.best().element()::log, StrictMath::log);
  }

  @Test
  void specialValuesPassThrough() {
    assertThat(Exponentials.exp(Float.NaN)).isNaN();
    assertThat(Exponentials.exp(Float.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(Exponentials.exp(Float.NEGATIVE_INFINITY)).isEqualTo(0f);
    assertThat(Exponentials.exp(-0f)).isEqualTo(1f);
    assertThat(Exponentials.tanh(Float.NaN)).isNaN();
    assertThat(Exponentials.tanh(Float.POSITIVE_INFINITY)).isEqualTo(1f);
    assertThat(Exponentials.tanh(Float.NEGATIVE_INFINITY)).isEqualTo(-1f);
    assertThat(Exponentials.tanh(-0f)).isEqualTo(-0f);
    assertThat(Exponentials.sigmoid(Float.NaN)).isNaN();
    assertThat(Exponentials.sigmoid(Float.POSITIVE_INFINITY)).isEqualTo(1f);
    assertThat(Exponentials.sigmoid(Float.NEGATIVE_INFINITY)).isEqualTo(0f);
    assertThat(Exponentials.sigmoid(0f)).isEqualTo(0.5f);
    assertThat(Exponentials.log(0f)).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(Exponentials.log(-0f)).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(Exponentials.log(-1f)).isNaN();
    assertThat(Exponentials.log(1f)).isEqualTo(0f);
    assertThat(Exponentials.log(Float.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(Exponentials.log(Float.NaN)).isNaN();
  }
}
