package dev.dragoman.word2vec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowArithmeticTest {
  private final RowArithmetic arithmetic = new PlainRowArithmetic();

  @ParameterizedTest
  @ValueSource(ints = {16, 32, 112, 1024})
  void dotProductsAreThoseOfDouble(int length) {
    float[] x = random(length + 3, 1);
    float[] table = random(5 * length, 2);
    int[] rows = {3 * length, 0, 3 * length, length};
    float[] scores = new float[4];

    arithmetic.dots(x, 3, table, rows, 4, length, scores);

    for (int k = 0; k < rows.length; k++) {
      int row = rows[k];
      double expected =
          IntStream.range(0, length).mapToDouble(i -> (double) x[3 + i] * table[row + i]).sum();
      assertThat((double) scores[k]).isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void aRowThatComesTwiceLearnsTwiceInOrder() {
    float[] x = new float[16];
    float[] table = new float[16];
    x[0] = 2;
    table[0] = 10;

    arithmetic.learn(x, 0, x, 0, table, new int[] {0, 0}, new float[] {0.5f, 0.25f}, 2, 16);

    // The row: 10 + 0.5·2 = 11, then 11 + 0.25·2 = 11.5; x: 2 + 0.5·10 + 0.25·11.
    assertThat(table[0]).isEqualTo(11.5f);
    assertThat(x[0]).isEqualTo(9.75f);
  }

  @Test
  void scaledSumsAreMeansAndRowsAreAddedTo() {
    float[] table = random(4 * 16, 5);
    float[] before = table.clone();
    int[] rows = {0, 32};
    float[] mean = random(16, 6);

    arithmetic.scaledSum(table, rows, 2, 0.5f, mean, 16);
    arithmetic.addToRows(mean, table, rows, 2, 16);

    for (int i = 0; i < 16; i++) {
      assertThat(mean[i]).isEqualTo((before[i] + before[32 + i]) * 0.5f);
      assertThat(table[i]).isEqualTo(before[i] + mean[i]);
      assertThat(table[16 + i]).isEqualTo(before[16 + i]);
      assertThat(table[32 + i]).isEqualTo(before[32 + i] + mean[i]);
    }
  }

  private static float[] random(int length, long seed) {
    Randomness random = new Randomness(seed, 0);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.signedUnit();
    }
    return values;
  }
}
