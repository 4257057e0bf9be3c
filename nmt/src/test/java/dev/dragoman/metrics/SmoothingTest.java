package dev.dragoman.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SmoothingTest {
  @Test
  void takesItsDefaultValueWhereNoneIsGiven() {
    assertThat(Smoothing.named("floor", null)).isEqualTo(new Smoothing.Floor(0.1));
    assertThat(Smoothing.named("add-k", null)).isEqualTo(new Smoothing.AddK(1));
    assertThat(Smoothing.named("floor", 0.5)).isEqualTo(new Smoothing.Floor(0.5));
    assertThat(Smoothing.named("exp", 3.0)).isEqualTo(new Smoothing.Exponential());
    assertThat(Smoothing.named("none", null)).isEqualTo(new Smoothing.None());
  }

  @Test
  void signsWithItsValueToTwoDecimals() {
    assertThat(new Smoothing.Floor(0.1).signature()).isEqualTo("floor[0.10]");
    assertThat(new Smoothing.AddK(2).signature()).isEqualTo("add-k[2.00]");
    assertThat(new Smoothing.Exponential().signature()).isEqualTo("exp");
    assertThat(new Smoothing.None().signature()).isEqualTo("none");
  }

  @Test
  void refusesUnknownNamesAndNegativeValues() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Smoothing.named("addk", null))
        .withMessageContainingAll("none, floor, add-k, exp", "\"addk\"");
    assertThatIllegalArgumentException().isThrownBy(() -> new Smoothing.Floor(-0.1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Smoothing.AddK(Double.NaN));
  }
}
