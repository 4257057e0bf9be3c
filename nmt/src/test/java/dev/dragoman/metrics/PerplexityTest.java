package dev.dragoman.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PerplexityTest {
  @Test
  void isTheNumberOfEquallyLikelyTokensThatTheModelWaversBetween() {
    Perplexity perplexity = new Perplexity(7 * Math.log(10), 7);
    assertThat(perplexity.value()).isCloseTo(10, within(1e-12));
    assertThat(perplexity.meanLoss()).isCloseTo(Math.log(10), within(1e-15));
    assertThat(new Perplexity(3 * Math.log(8), 3).bitsPerToken()).isCloseTo(3, within(1e-12));
  }

  @Test
  void weighsTokensNotBatches() {
    Perplexity perplexity = Perplexity.NONE.plus(9 * 2.0, 9).plus(4.0, 1);
    assertThat(perplexity.meanLoss()).isCloseTo(2.2, within(1e-15));
    assertThat(perplexity.tokens()).isEqualTo(10);
  }

  @Test
  void followsFromTheMeanLossAlone() {
    assertThat(Perplexity.ofMeanLoss(Math.log(7))).isCloseTo(7, within(1e-12));
    assertThat(Perplexity.ofMeanLoss(Double.NaN)).isNaN();
  }

  @Test
  void isInfiniteForTheImpossibleAndOneForTheCertain() {
    assertThat(new Perplexity(Double.POSITIVE_INFINITY, 5).value()).isInfinite();
    assertThat(new Perplexity(0, 5).value()).isEqualTo(1);
  }

  @Test
  void ofNoTokensThereIsNone() {
    assertThatIllegalStateException()
        .isThrownBy(Perplexity.NONE::value)
        .withMessageContaining("at least one token");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Perplexity.NONE.plus(1, -1))
        .withMessageContaining("got -1");
  }
}
