package dev.dragoman.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.autograd.Noise;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {
  private final Tape tape = Tape.recording();
  private final Value ones = tape.constant(ones());

  private static Tensor ones() {
    Tensor ones = Tensor.zeros(100, 100);
    ones.fill(1);
    return ones;
  }

  private float[] dropped(float rate, Noise noise) {
    return new Dropout(rate).apply(tape, ones, noise).tensor().toArray();
  }

  @ParameterizedTest
  @ValueSource(floats = {0.1f, 0.5f, 0.9f})
  void eachElementIsDroppedWithTheRateAndTheOthersMakeUpForIt(float rate) {
    int kept = 0;
    for (float value : dropped(rate, new Noise(1, 2, 3))) {
      assertThat(value == 0 || value == 1 / (1 - rate)).as("%s", value).isTrue();
      kept += value == 0 ? 0 : 1;
    }
    double expected = 10_000 * (1 - rate);
    assertThat((double) kept).isBetween(expected - 150, expected + 150);
  }

  @Test
  void outsideTrainingNothingHappens() {
    assertThat(new Dropout(0.5f).apply(tape, ones, null)).isSameAs(ones);
    assertThat(new Dropout(0).apply(tape, ones, new Noise(1, 2, 3))).isSameAs(ones);
  }

  @Test
  void theSameNoiseGivesTheSameMask() {
    assertThat(dropped(0.5f, new Noise(1, 2, 3))).isEqualTo(dropped(0.5f, new Noise(1, 2, 3)));
  }

  @Test
  void anotherSeedUpdateShardOrCallGivesAnotherMask() {
    float[] mask = dropped(0.5f, new Noise(1, 2, 3));
    assertThat(dropped(0.5f, new Noise(2, 2, 3))).isNotEqualTo(mask);
    assertThat(dropped(0.5f, new Noise(1, 3, 3))).isNotEqualTo(mask);
    assertThat(dropped(0.5f, new Noise(1, 2, 4))).isNotEqualTo(mask);
    Noise noise = new Noise(1, 2, 3);
    assertThat(dropped(0.5f, noise)).isEqualTo(mask);
    assertThat(dropped(0.5f, noise)).isNotEqualTo(mask);
  }

  @ParameterizedTest
  @ValueSource(floats = {1f, -0.1f, Float.NaN})
  void anImpossibleRateIsRefused(float rate) {
    assertThatThrownBy(() -> new Dropout(rate))
        .hasMessage("dropout: rate must be in [0, 1), got " + rate);
  }
}
