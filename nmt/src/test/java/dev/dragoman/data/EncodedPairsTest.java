package dev.dragoman.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.vocab.TokenCounts;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.vocab.VocabularySettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodedPairsTest {

  private static Vocabulary vocabulary(String... tokens) {
    TokenCounts counts = new TokenCounts();
    counts.add(List.of(tokens));
    return Vocabulary.build(counts, new VocabularySettings(1, 0));
  }

  private static TokenizedPair pair(List<String> source, List<String> target) {
    return new TokenizedPair(new SentencePair("", ""), source, target);
  }

  private static final EncodedPairs PAIRS =
      EncodedPairs.encode(
          List.of(
              pair(List.of("un", "chien"), List.of("a", "dog", "barks")),
              pair(List.of("chat"), List.of("cat"))),
          vocabulary("chien", "un"),
          vocabulary("a", "barks", "dog"));

  @Test
  void bothSidesEndWithEosAndNoneBeginsWithBos() {
    assertThat(PAIRS.source(0)).containsExactly(5, 4, 3);
    assertThat(PAIRS.target(0)).containsExactly(4, 6, 5, 3);
    assertThat(PAIRS.source(1)).containsExactly(1, 3);
    assertThat(PAIRS.target(1)).containsExactly(1, 3);
  }

  @Test
  void lengthsCountEos() {
    assertThat(PAIRS.size()).isEqualTo(2);
    assertThat(PAIRS.sourceLength(0)).isEqualTo(3);
    assertThat(PAIRS.targetLength(0)).isEqualTo(4);
    assertThat(PAIRS.sourceTokens()).isEqualTo(5);
    assertThat(PAIRS.targetTokens()).isEqualTo(6);
  }

  @Test
  void unknownRatesAreSharesOfWordsWithoutEos() {
    assertThat(PAIRS.sourceUnknownRate()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(PAIRS.targetUnknownRate()).isCloseTo(1 / 4.0, within(1e-12));
  }

  @Test
  void noPairsAreFine() {
    EncodedPairs none = EncodedPairs.encode(List.of(), vocabulary("a"), vocabulary("b"));
    assertThat(none.size()).isZero();
    assertThat(none.sourceUnknownRate()).isZero();
  }
}
