package dev.dragoman.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workers;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestNeighboursTest {

  @Test
  void theyAreThoseThatComparingAllRowsFinds() {
    Tensor rows = Clouds.of(300, 7, 9, 0.5, 3);
    try (Workers workers = new Workers(2)) {
      NearestNeighbours found = NearestNeighbours.of(rows, 11, workers, ProjectionListener.none());
      for (int row = 0; row < 300; row++) {
        int of = row;
        List<Integer> expected =
            IntStream.range(0, 300)
                .filter(other -> other != of)
                .boxed()
                .sorted(
                    Comparator.<Integer>comparingDouble(
                            other -> NearestNeighbours.distance(rows, of, other))
                        .thenComparingInt(other -> other))
                .limit(11)
                .toList();
        assertThat(IntStream.range(0, 11).map(i -> found.id(of, i)).boxed().toList())
            .isEqualTo(expected);
        assertThat(found.distance(row, 10)).isGreaterThanOrEqualTo(found.distance(row, 0));
      }
    }
  }

  @Test
  void equalRowsAreAtDistanceZeroAndTheLowerIdComesFirst() {
    Tensor rows =
        Clouds.rows(new float[] {1, 2}, new float[] {5, 5}, new float[] {1, 2}, new float[] {1, 2});
    try (Workers workers = new Workers(1)) {
      NearestNeighbours found = NearestNeighbours.of(rows, 2, workers, ProjectionListener.none());
      assertThat(found.id(3, 0)).isZero();
      assertThat(found.id(3, 1)).isEqualTo(2);
      assertThat(found.distance(3, 1)).isZero();
      assertThat(found.distance(1, 0)).isEqualTo(5);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NearestNeighbours.of(rows, 4, workers, ProjectionListener.none()))
          .withMessage("neighbours: expected 0 to 3, got 4");
    }
  }

  @Test
  void directionsHaveLengthOneAndRowsOfZerosStay() {
    Tensor unit = Directions.of(Clouds.rows(new float[] {3, 4}, new float[] {0, 0}));
    assertThat(unit.toArray()).containsExactly(0.6f, 0.8f, 0, 0);
  }
}
