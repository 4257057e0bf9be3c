package dev.dragoman.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dragoman.search.SearchSettings;
import dev.dragoman.tensor.Workers;
import dev.dragoman.text.TextSettings;
import dev.dragoman.text.Tokenization;
import dev.dragoman.text.Tokenizer;
import dev.dragoman.translate.Translation;
import dev.dragoman.translate.Translator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttentionMapTest {
  private static final Tokenizer WORDS = Tokenizer.of(TextSettings.defaults());
  private static final Tokenizer FOLDED =
      Tokenizer.of(new TextSettings(true, true, Tokenization.WORDS));

  private static final Translator TRANSLATOR =
      Translator.of(SmallModel.saved(), SearchSettings.defaults());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "L'été, la reine dort.",
        "  zwei   Blanks ",
        "le🙂roi 東京",
        "e\u0301te\u0301 de\u0301compose\u0301",
        "İSTANBUL ΟΔΟΣ!",
        ""
      })
  void aTokensPlaceIsWhereTheTextHasIt(String text) {
    for (Tokenizer tokenizer : List.of(WORDS, FOLDED)) {
      PlacedTokens placed = PlacedTokens.split(text, tokenizer);
      assertThat(placed.tokens())
          .extracting(PlacedToken::token)
          .isEqualTo(tokenizer.tokenize(text));
      assertThat(placed.text()).isEqualTo(text);
      int before = 0;
      for (PlacedToken token : placed.tokens()) {
        assertThat(token.begin()).isGreaterThanOrEqualTo(before);
        assertThat(text.substring(token.begin(), token.end())).isEqualTo(token.text());
        assertThat(text.substring(before, token.begin())).isBlank();
        before = token.end();
      }
      assertThat(text.substring(before)).isBlank();
    }
  }

  @Test
  void aTextThatNormalisationShortensKeepsItsOwnPlaces() {
    PlacedTokens placed = PlacedTokens.split("e\u0301te\u0301 ici", WORDS);
    assertThat(placed.tokens().get(0)).isEqualTo(new PlacedToken("été", "e\u0301te\u0301", 0, 5));
    assertThat(placed.tokens().get(1)).isEqualTo(new PlacedToken("ici", "ici", 6, 9));
  }

  @Test
  void writtenTokensStandWhereTheJoinedTextHasThem() {
    List<String> tokens = WORDS.tokenize("The man's hat, (red) isn't \"here\".");
    String text = WORDS.detokenize(tokens);
    PlacedTokens placed = PlacedTokens.joined(text, tokens, WORDS);
    assertThat(placed.tokens()).hasSameSizeAs(tokens);
    StringBuilder covered = new StringBuilder();
    placed.tokens().forEach(token -> covered.append(token.text()));
    assertThat(covered).hasToString(text.replace(" ", ""));
    assertThat(placed.tokens().get(1).text()).isEqualTo("man");
    assertThat(placed.tokens().get(1).begin()).isEqualTo(4);
  }

  @Test
  void theEndOfSentenceCanBeLookedAtMostButIsNoWord() {
    AttentionMap map =
        map("la reine", "the queen", new float[][] {{0.1f, 0.2f, 0.7f}, {0.6f, 0.3f, 0.1f}});
    assertThat(map.strongest()).containsExactly(2, 0);
    assertThat(map.strongestWords()).containsExactly(1, 0);
    assertThat(map.pharaoh()).isEqualTo("1-0 0-1");
  }

  static AttentionMap map(String source, String target, float[][] weights) {
    return new AttentionMap(
        PlacedTokens.split(source, WORDS).withEnd("</s>"),
        PlacedTokens.split(target, WORDS),
        weights);
  }

  @Test
  void theHardAlignmentOfATranslationIsTheOneThatTranslateWrites() {
    Translation translation = TRANSLATOR.translate("la reine le roi");
    AttentionMap map = AttentionMap.of(translation, TRANSLATOR.model());
    assertThat(map.pharaoh()).isEqualTo(translation.pharaohAlignment()).isNotEmpty();
    assertThat(map.source().tokens()).hasSize(5);
    assertThat(map.source().tokens().getLast()).isEqualTo(new PlacedToken("</s>", "", 15, 15));
    assertThat(map.target().text()).isEqualTo(translation.text());
  }

  @Test
  void aForcedMapIsTheSameAloneAndAmongOthers() {
    List<String> sources = List.of("la reine", "le roi la femme la", "la");
    List<String> targets = List.of("the queen the", "the king", "woman man woman man");
    try (Workers workers = new Workers(1)) {
      List<AttentionMap> together =
          AttentionMap.forced(TRANSLATOR.model(), sources, targets, workers);
      for (int i = 0; i < sources.size(); i++) {
        AttentionMap alone =
            AttentionMap.forced(
                    TRANSLATOR.model(), List.of(sources.get(i)), List.of(targets.get(i)), workers)
                .getFirst();
        assertThat(together.get(i).weights()).isDeepEqualTo(alone.weights());
        assertThat(alone.target().text()).isEqualTo(targets.get(i));
        for (float[] row : alone.weights()) {
          double sum = 0;
          for (float weight : row) {
            sum += weight;
          }
          assertThat(sum).isBetween(1 - 1e-5, 1 + 1e-5);
        }
      }
    }
  }

  @Test
  void aMatrixOfAnotherShapeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> map("la reine", "the queen", new float[][] {{1, 0, 0}}))
        .withMessageContaining("expected [T=2, S=3], got 1 rows");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> map("la reine", "the", new float[][] {{1, 0}}))
        .withMessageContaining("expected rows of S=3, got one of 2");
  }

  @Test
  void paddingChangesNothing() {
    PaddingProbe probe = PaddingProbe.run(TRANSLATOR, "la reine le roi", List.of(1, 2, 3, 7, 20));
    assertThat(probe.trials())
        .extracting(PaddingProbe.Trial::padding)
        .containsExactly(1, 2, 3, 7, 20);
    assertThat(probe.isUnmoved()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaddingProbe.run(TRANSLATOR, " ", List.of(1)))
        .withMessageContaining("blank");
  }

  @Test
  void aChangeUnderPaddingIsNotHidden() {
    Translation alone = TRANSLATOR.translate("la reine");
    PaddingProbe probe =
        new PaddingProbe(alone, List.of(new PaddingProbe.Trial(1, alone, 0, 1e-7)));
    assertThat(probe.isUnmoved()).isFalse();
  }
}
