package dev.dragoman.benchmarks.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ContestTest {
  private final List<String> turns = new ArrayList<>();

  private Contest.Side side(String name, double... values) {
    Deque<Double> left = new ArrayDeque<>();
    for (double value : values) {
      left.add(value);
    }
    return () -> {
      turns.add(name);
      return left.remove();
    };
  }

  @Test
  void theSidesTakeTurnsAndRatiosAreOfOneRound() throws IOException {
    Contest contest =
        Contest.of("job", 3, 1, new Machine(), side("A", 10, 40, 90), side("B", 10, 20, 30));
    assertThat(turns).containsExactly("A", "B", "A", "B", "A", "B");
    List<String> cells = contest.cells(0, OptionalDouble.empty(), "note");
    assertThat(cells.subList(0, 4))
        .containsExactly("job", "40 (10–90)", "20 (10–30)", "2.00 (1.00–3.00)");
    assertThat(cells.subList(6, 8)).containsExactly("–", "note");
  }

  @Test
  void aSideAloneHasNoRatio() throws IOException {
    Contest contest = Contest.alone("job", 2, 1, new Machine(), side("A", 1, 2));
    assertThat(contest.cells(1, OptionalDouble.of(1), "").subList(1, 4))
        .containsExactly("2.0 (1.0–2.0)", "–", "–");
  }
}
