package dev.dragoman.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
  @ParameterizedTest
  @CsvSource({
    "0.125, 2, 0.12",
    "0.135, 2, 0.14",
    "2.675, 2, 2.67",
    "0.5, 0, 0",
    "1.5, 0, 2",
    "100.00000000000004, 1, 100.0",
    "1e-14, 2, 0.00",
    "6.25, 1, 6.2",
  })
  void roundsTheBinaryValueHalfToEvenAsPythonDoes(double value, int decimals, String text) {
    assertThat(Decimals.fixed(value, decimals)).isEqualTo(text);
  }
}
