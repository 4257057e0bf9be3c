package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaceTest {
  private final Pace pace = new Pace();

  private void updates(int count, double seconds) {
    for (int i = 0; i < count; i++) {
      pace.updated(seconds, 30);
    }
  }

  @Test
  void beforeTheFirstUpdateThereIsNone() {
    assertThat(pace.secondsPerUpdate()).isZero();
    assertThat(pace.tokensPerSecond()).isZero();
  }

  @Test
  void longAndShortUpdatesCountBoth() {
    updates(3, 0.1);
    updates(1, 0.5);
    assertThat(pace.secondsPerUpdate()).isCloseTo(0.2, within(1e-12));
    assertThat(pace.tokensPerSecond()).isCloseTo(150, within(1e-9));
    assertThat(pace.secondsOf(10)).isCloseTo(2, within(1e-12));
  }

  @Test
  void anHourInWhichTheMachineSleptDoesNotCount() {
    updates(20, 0.1);
    updates(1, 3600);
    assertThat(pace.secondsPerUpdate()).isCloseTo(0.1, within(1e-12));
    assertThat(pace.tokensPerSecond()).isCloseTo(300, within(1e-9));
  }

  @Test
  void aSlowFirstUpdateDoesNotCountOnceOthersHaveFollowed() {
    updates(1, 5);
    assertThat(pace.secondsPerUpdate()).isEqualTo(5);
    updates(19, 0.1);
    assertThat(pace.secondsPerUpdate()).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void earlyUpdatesThatTheJvmStillCompiledAreForgottenSoon() {
    updates(10, 0.4);
    updates(10, 0.1);
    assertThat(pace.secondsPerUpdate()).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void aMachineThatHasBecomeSlowerIsBelievedAfterAHundredUpdates() {
    updates(200, 0.1);
    updates(100, 3);
    assertThat(pace.secondsPerUpdate()).isCloseTo(3, within(1e-12));
  }

  @Test
  void validationsAreExpectedAsOftenAsBeforeAndTheirPausesDoNotCount() {
    updates(50, 0.1);
    pace.validated(4);
    updates(50, 0.1);
    pace.validated(7200);
    updates(50, 0.1);
    pace.validated(5);
    assertThat(pace.secondsOf(100)).isCloseTo(100 * (0.1 + 5.0 * 3 / 150), within(1e-9));
  }
}
