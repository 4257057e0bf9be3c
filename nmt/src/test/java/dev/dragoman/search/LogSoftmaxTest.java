package dev.dragoman.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogSoftmaxTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 127, 1021, 8000})
  void agreesWithTheDefinition(int length) {
    Random random = new Random(length);
    for (double spread : new double[] {0, 0.1, 1, 5, 30, 1000}) {
      float[] logits = new float[length + 3];
      for (int i = 0; i < logits.length; i++) {
        logits[i] = (float) (random.nextGaussian() * spread + 40);
      }
      double max =
          IntStream.range(3, logits.length).mapToDouble(i -> logits[i]).max().orElseThrow();
      double sum = 0;
      for (int i = 3; i < logits.length; i++) {
        sum += Math.exp(logits[i] - max);
      }
      assertThat(new LogSoftmax(length).logSumExp(logits, 3))
          .isCloseTo(max + Math.log(sum), within(1e-11));
    }
  }

  @Test
  void isExactWhereOneIdHasAllTheProbability() {
    float[] logits = new float[9];
    Arrays.fill(logits, Float.NEGATIVE_INFINITY);
    logits[4] = -3.25f;
    assertThat(new LogSoftmax(9).logSumExp(logits, 0)).isCloseTo(-3.25, within(1e-11));
  }

  @Test
  void isNaNWhereTheRowIsNoDistribution() {
    LogSoftmax softmax = new LogSoftmax(3);
    float infinite = Float.POSITIVE_INFINITY;
    assertThat(softmax.logSumExp(new float[] {1, Float.NaN, 0}, 0)).isNaN();
    assertThat(softmax.logSumExp(new float[] {1, infinite, 0}, 0)).isNaN();
    assertThat(softmax.logSumExp(new float[] {-infinite, -infinite, -infinite}, 0)).isNaN();
  }
}
