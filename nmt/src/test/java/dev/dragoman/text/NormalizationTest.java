package dev.dragoman.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizationTest {

  private static final Normalization PLAIN = new Normalization(false, false);
  private static final Normalization LOWER = new Normalization(true, false);
  private static final Normalization FOLDED = new Normalization(false, true);

  @Test
  void lettersAndAccentsBecomeOneCharacter() {
    assertThat(PLAIN.apply("e\u0301te\u0301")).isEqualTo("\u00e9t\u00e9");
  }

  @Test
  void compatibilityCharactersStayAsTheyAre() {
    assertThat(PLAIN.apply("ﬁn ½ ①")).isEqualTo("ﬁn ½ ①");
  }

  @Test
  void caseStaysUnlessItIsFoldedByOption() {
    assertThat(PLAIN.apply("Été")).isEqualTo("Été");
    assertThat(LOWER.apply("Été À LA GARE")).isEqualTo("été à la gare");
  }

  @Test
  void lowerCasingIsThatOfPython() {
    assertThat(LOWER.apply("STRASSE ẞ ΟΔΟΣ")).isEqualTo("strasse ß οδος");
    assertThat(LOWER.apply("İI")).isEqualTo("i\u0307i");
  }

  @Test
  void accentFoldingLeavesBaseLettersAndOtherLetters() {
    assertThat(FOLDED.apply("Où ça, Noël? naïve Ångström"))
        .isEqualTo("Ou ca, Noel? naive Angstrom");
    assertThat(FOLDED.apply("œuf ø ß ł")).isEqualTo("œuf ø ß ł");
  }

  @ParameterizedTest
  @ValueSource(strings = {"İstanbul", "e\u0301", "ΑΣ ΑΣ.", "한국어", "\u1e9b\u0323", "ǅ", "Å"})
  void doingItTwiceChangesNothing(String text) {
    Normalization both = new Normalization(true, true);
    assertThat(both.apply(both.apply(text))).isEqualTo(both.apply(text));
  }
}
