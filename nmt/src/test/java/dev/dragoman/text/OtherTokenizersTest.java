package dev.dragoman.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OtherTokenizersTest {

  private static Tokenizer tokenizer(Tokenization kind) {
    return Tokenizer.of(new TextSettings(false, false, kind));
  }

  @Test
  void whitespaceSplitsAtBlanksOfAnyKindAndNowhereElse() {
    Tokenizer tokenizer = tokenizer(Tokenization.WHITESPACE);
    assertThat(tokenizer.tokenize("  l' homme\tdort.\u00a0 <s> \u2028x"))
        .containsExactly("l'", "homme", "dort.", "<s>", "x");
    assertThat(tokenizer.split("a  bc"))
        .containsExactly(new Token("a", 0, 1), new Token("bc", 3, 5));
    assertThat(tokenizer.detokenize(tokenizer.tokenize(" a  b "))).isEqualTo("a b");
  }

  @Test
  void peerFindsWhatPythonFinds() {
    Tokenizer tokenizer = tokenizer(Tokenization.PEER);
    assertThat(tokenizer.tokenize("T-shirts, don't 1,5 snake_case..."))
        .containsExactly(
            "T", "-", "shirts", ",", "don", "'", "t", "1", ",", "5", "snake_case", ".", ".", ".");
    assertThat(tokenizer.detokenize(tokenizer.tokenize("A dog."))).isEqualTo("A dog .");
  }

  @Test
  void peerTakesNumbersOfAllKindsForWordsAndCombiningMarksForPunctuation() {
    Tokenizer tokenizer = tokenizer(Tokenization.PEER);
    assertThat(tokenizer.tokenize("x² ½ Ⅷ ٣")).containsExactly("x²", "½", "Ⅷ", "٣");
    assertThat(tokenizer.tokenize("q\u0301t")).containsExactly("q", "\u0301", "t");
    assertThat(tokenizer.tokenize("की")).containsExactly("क", "ी");
    assertThat(tokenizer.tokenize("a😀b\u00a0c\u001cd")).containsExactly("a", "😀", "b", "c", "d");
  }

  @Test
  void tutorialMakesPlainText() {
    Tokenizer tokenizer = tokenizer(Tokenization.TUTORIAL);
    assertThat(tokenizer.normalize("Où est-il?! C'est ÇA, 3 fois..."))
        .isEqualTo("ou est il ? ! c est ca fois");
    assertThat(tokenizer.tokenize("Go.")).containsExactly("go");
    assertThat(tokenizer.tokenize("I'm a!b")).containsExactly("i", "m", "a", "!b");
    assertThat(tokenizer.tokenize(" 123 ")).isEmpty();
  }

  @Test
  void lowerCasingAndFoldingComeBeforeSplitting() {
    Tokenizer tokenizer = Tokenizer.of(new TextSettings(true, true, Tokenization.WORDS));
    assertThat(tokenizer.tokenize("L'Été, déjà")).containsExactly("l'", "ete", ",", "deja");
  }
}
