package dev.dragoman.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class BleuStatisticsTest {
  @Test
  void addUp() {
    BleuStatistics one = new BleuStatistics(List.of(3L, 1L), List.of(5L, 4L), 5, 6);
    BleuStatistics other = new BleuStatistics(List.of(2L, 0L), List.of(2L, 1L), 2, 4);
    assertThat(one.plus(other))
        .isEqualTo(new BleuStatistics(List.of(5L, 1L), List.of(7L, 5L), 7, 10))
        .isEqualTo(BleuStatistics.none(2).plus(other).plus(one));
  }

  @Test
  void refuseCountsThatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BleuStatistics(List.of(3L), List.of(2L), 2, 2))
        .withMessageContaining("1-grams");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BleuStatistics(List.of(1L, 1L), List.of(2L), 2, 2))
        .withMessageContaining("for each order");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BleuStatistics(List.of(1L), List.of(2L), 2, -1))
        .withMessageContaining("-1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BleuStatistics.none(1).plus(BleuStatistics.none(2)))
        .withMessageContaining("1 and 2");
  }
}
