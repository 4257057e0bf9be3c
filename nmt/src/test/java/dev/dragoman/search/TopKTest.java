package dev.dragoman.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopKTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 127, 500})
  void keepsWhatAStableSortPutsFirst(int capacity) {
    Random random = new Random(capacity);
    TopK best = new TopK(capacity);
    for (int length : new int[] {0, 1, 2, 9, 127, 1021}) {
      float[] row = new float[length + 5];
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextInt(40) - 20; // few values, many ties
      }
      LaneMaxima maxima = new LaneMaxima(length);
      maxima.read(row, 5);
      best.select(row, 5, length, maxima, Float.NEGATIVE_INFINITY);
      List<Integer> expected =
          IntStream.range(0, length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> -row[5 + i]))
              .limit(capacity)
              .toList();
      assertThat(IntStream.range(0, best.size()).mapToObj(best::item).toList()).isEqualTo(expected);
      assertThat(IntStream.range(0, best.size()).mapToObj(best::value).toList())
          .isEqualTo(expected.stream().map(i -> (double) row[5 + i]).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 9})
  void neverKeepsWhatIsImpossibleOrNoNumber(int capacity) {
    float none = Float.NEGATIVE_INFINITY;
    TopK best = new TopK(capacity);
    best.offer(none, 0);
    best.offer(Double.NaN, 1);
    best.offer(-3e38, 2);
    best.offer(Double.NaN, 3);
    best.offer(none, 4);
    best.sort();
    assertThat(best.size()).isEqualTo(1);
    assertThat(best.item(0)).isEqualTo(2);
  }

  @Test
  void leavesOutWhatDoesNotExceedTheCutoff() {
    float[] row = {1, 4, 2, 3, 2};
    LaneMaxima maxima = new LaneMaxima(5);
    maxima.read(row, 0);
    TopK best = new TopK(4);
    best.select(row, 0, 5, maxima, 2);
    assertThat(IntStream.range(0, best.size()).mapToObj(best::item)).containsExactly(1, 3);
  }
}
