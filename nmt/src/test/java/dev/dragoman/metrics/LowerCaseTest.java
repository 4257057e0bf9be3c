package dev.dragoman.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowerCaseTest {
  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({
    "ÄÖÜẞ, äöüß",
    "İI, i\u0307i",
    "Ǆǅ, ǆǆ",
    "𐐀, 𐐨",
    "ΟΔΟΣ, οδος",
    "ΣΑΣ ΣΑΣ, σας σας",
    "Σ, σ",
    "1Σ, 1σ",
    "ΑΣ., ας.",
    "ΑΣ.Α, ασ.α",
    "Α..Σ, α..ς",
    "ΑΣ\u0301Α, ασ\u0301α",
    "ΑΣ-Α, ας-α",
  })
  void asPythonDoes(String text, String lower) {
    assertThat(LowerCase.of(text)).isEqualTo(lower);
  }
}
