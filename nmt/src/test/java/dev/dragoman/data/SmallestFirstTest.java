package dev.dragoman.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallestFirstTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 10, 1021})
  void numbersComeInOrder(int count) {
    int[] keys = new Random(count).ints(count, 0, 2 * count + 1).toArray();
    int[] numbers = IntStream.range(0, count).toArray();
    SmallestFirst sorted =
        new SmallestFirst(
            numbers,
            (one, other) -> keys[one] != keys[other] ? keys[one] < keys[other] : one < other);
    int[] expected =
        IntStream.range(0, count)
            .boxed()
            .sorted((one, other) -> Integer.compare(keys[one], keys[other]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] got = new int[count];
    Arrays.setAll(got, i -> sorted.next());
    assertThat(got).isEqualTo(expected);
    assertThat(sorted.isEmpty()).isTrue();
  }
}
