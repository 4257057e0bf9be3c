package dev.dragoman.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchSettingsTest {
  private static final SearchSettings DEFAULTS = SearchSettings.defaults();

  @ParameterizedTest
  @CsvSource({
    "2.0, 10, 500, 0, 7, 24",
    "2.0, 10, 20, 0, 7, 20",
    "1.5, 0, 500, 0, 7, 10",
    "0.1, 0, 500, 0, 7, 1",
    "0.0, 3, 500, 0, 7, 3",
    "0.5, 0, 500, 6, 7, 6",
    "2.0, 10, 500, 0, 0, 10",
    "1e9, 2147483647, 2147483647, 0, 2147483647, 2147483647"
  })
  void theLengthBoundFollowsTheSource(
      double ratio, int constant, int cap, int minLength, int sourceLength, int expected) {
    SearchSettings settings = DEFAULTS.withMaxLength(ratio, constant, cap).withMinLength(minLength);
    assertThat(settings.maxLength(sourceLength)).isEqualTo(expected);
  }

  @Test
  void theLengthThatDividesAScoreCountsTheEnd() {
    SearchSettings mean = DEFAULTS.withLengthPenalty(LengthPenalty.LENGTH, 1);
    assertThat(mean.normalise(-6, 0)).isEqualTo(-6);
    assertThat(mean.normalise(-6, 2)).isEqualTo(-2);
    assertThat(DEFAULTS.withLengthPenalty(LengthPenalty.LENGTH, 0.5).normalise(-6, 3))
        .isEqualTo(-3);
    assertThat(DEFAULTS.withLengthPenalty(LengthPenalty.WU, 0.6).normalise(-6, 12))
        .isCloseTo(-6 / Math.pow(3, 0.6), within(1e-12));
    assertThat(DEFAULTS.withLengthPenalty(LengthPenalty.NONE, 9).normalise(-6, 12)).isEqualTo(-6);
  }

  @Test
  void valuesOutsideTheirRangeAreRefusedByName() {
    assertRefused(() -> DEFAULTS.withBeamSize(0), "beamSize: expected at least 1, got 0");
    assertRefused(
        () -> DEFAULTS.withNBest(6),
        "nBest: expected at most beamSize = 5, got 6; use a beam of at least 6");
    assertRefused(() -> DEFAULTS.withNBest(0), "nBest: expected at least 1, got 0");
    assertRefused(
        () -> DEFAULTS.withLengthPenalty(LengthPenalty.WU, -0.1),
        "lengthPenaltyAlpha: expected a finite number of at least 0, got -0.1");
    assertRefused(
        () -> DEFAULTS.withLengthPenalty(LengthPenalty.WU, Double.NaN),
        "lengthPenaltyAlpha: expected a finite number of at least 0, got NaN");
    assertRefused(
        () -> DEFAULTS.withMaxLength(0, 0, 9),
        "maxLengthRatio and maxLengthConstant are both 0: no token could be produced; raise one");
    assertRefused(
        () -> DEFAULTS.withMaxLength(1, 1, 0), "maxLengthCap: expected at least 1, got 0");
    assertRefused(
        () -> DEFAULTS.withMinLength(501),
        "minLength: expected at most maxLengthCap = 500, got 501");
  }

  @Test
  void aSmallerBeamTakesTheNBestAlong() {
    assertThat(DEFAULTS.withNBest(5).withBeamSize(2).nBest()).isEqualTo(2);
    assertThat(DEFAULTS.withNBest(2).withBeamSize(9).nBest()).isEqualTo(2);
  }

  @Test
  void specialIdsMustBeDistinctAndNotNegative() {
    assertRefused(
        () -> new SpecialIds(0, 1, 1, 3),
        "two special ids are the same: PAD 0, UNK 1, BOS 1, EOS 3");
    assertRefused(
        () -> new SpecialIds(0, 1, 2, -3), "a special id is negative: PAD 0, UNK 1, BOS 2, EOS -3");
  }

  private static void assertRefused(Runnable attempt, String message) {
    assertThatIllegalArgumentException().isThrownBy(attempt::run).withMessage(message);
  }
}
