package dev.dragoman.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypicalPaceTest {
  private static final List<Long> UPDATES = List.of(0L, 10L, 20L, 400L);

  @Test
  void theTypicalRowIsTheMedianOfThoseThatMoved() {
    TypicalPace pace =
        TypicalPace.of(
                UPDATES,
                List.of(
                    new float[] {0, 0, 0, 0},
                    // Half way are the first, at once, and the second to the last bit.
                    new float[] {9, 2, 1, 0},
                    new float[] {9, 3, 1, 0},
                    new float[] {9, 4, 8, 0}))
            .orElseThrow();
    assertThat(pace).isEqualTo(new TypicalPace(10, 400, 400));
    assertThat(pace.words())
        .contains("by update 10 of 400, in the first 3 % of", "nine tenths by update 400.");
  }

  @Test
  void aRowThatWentAndCameBackIsJudgedByWhereItEnded() {
    assertThat(
            TypicalPace.of(
                UPDATES, List.of(new float[1], new float[] {6}, new float[] {1}, new float[] {4})))
        .hasValue(new TypicalPace(10, 10, 400));
  }

  @Test
  void whereNoRowMovedThereIsNone() {
    assertThat(TypicalPace.of(List.of(0L, 1L), List.of(new float[2], new float[2]))).isEmpty();
  }
}
