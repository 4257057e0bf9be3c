package dev.dragoman.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HypothesisTest {
  private static Hypothesis hypothesis() {
    return new Hypothesis(
        new int[] {7}, new double[] {-1, -2}, -3, -1.5, new float[][] {{0, 1}, {1, 0}}, true);
  }

  @Test
  void isAValue() {
    assertThat(hypothesis()).isEqualTo(hypothesis()).hasSameHashCodeAs(hypothesis());
    assertThat(hypothesis())
        .hasToString("Hypothesis[ids=[7], score=-3.0, normalisedScore=-1.5, ended]");
  }

  @Test
  void cannotBeChangedThroughItsArrays() {
    Hypothesis hypothesis = hypothesis();
    hypothesis.ids()[0] = 0;
    hypothesis.tokenLogProbs()[0] = 0;
    hypothesis.attention()[0][0] = 9;
    assertThat(hypothesis).isEqualTo(hypothesis());
  }

  @Test
  void needsOneEntryMoreThanIds() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Hypothesis(new int[] {7}, new double[] {-1}, -1, -1, new float[0][], true))
        .withMessage(
            "tokenLogProbs: expected T+1 = 2 entries (one per id and one for EOS) or none, got 1");
  }
}
