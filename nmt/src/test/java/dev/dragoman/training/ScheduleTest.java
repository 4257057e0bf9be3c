package dev.dragoman.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static Schedule schedule(ScheduleKind kind, int warmup) {
    return new Schedule(new ScheduleSettings(kind, warmup, 0.5f, 2), 0.8f, 100);
  }

  @Test
  void aConstantRateStaysTheSame() {
    Schedule schedule = schedule(ScheduleKind.CONSTANT, 0);
    assertThat(schedule.rate(1)).isEqualTo(0.8f);
    assertThat(schedule.rate(100)).isEqualTo(0.8f);
  }

  @Test
  void everyScheduleRisesOverItsWarmUp() {
    for (ScheduleKind kind : ScheduleKind.values()) {
      assertThat(schedule(kind, 10).rate(5)).as(kind.name()).isEqualTo(0.4f);
      assertThat(schedule(kind, 10).rate(10)).as(kind.name()).isEqualTo(0.8f);
    }
  }

  @Test
  void theInverseSquareRootHalvesAtFourTimesTheWarmUp() {
    assertThat(schedule(ScheduleKind.INVERSE_SQRT, 10).rate(40)).isEqualTo(0.4f);
  }

  @Test
  void theLinearScheduleIsNearlyZeroAtTheLastUpdate() {
    Schedule schedule = schedule(ScheduleKind.LINEAR, 0);
    assertThat(schedule.rate(1)).isLessThanOrEqualTo(0.8f);
    assertThat(schedule.rate(100)).isBetween(0.001f, 0.01f);
    assertThat(schedule.rate(50)).isBetween(0.39f, 0.42f);
  }

  @Test
  void aPlateauHalvesTheRateAndBeginsToCountAgain() {
    Schedule schedule = schedule(ScheduleKind.PLATEAU, 0);
    schedule.validated(true);
    schedule.validated(false);
    assertThat(schedule.rate(3)).isEqualTo(0.8f);
    schedule.validated(false);
    assertThat(schedule.rate(4)).isEqualTo(0.4f);
    schedule.validated(false);
    assertThat(schedule.rate(5)).isEqualTo(0.4f);
  }

  @Test
  void refusesAnInverseSquareRootWithoutWarmUp() {
    assertThatThrownBy(() -> new ScheduleSettings(ScheduleKind.INVERSE_SQRT, 0, 0.5f, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("warmup-updates");
  }
}
