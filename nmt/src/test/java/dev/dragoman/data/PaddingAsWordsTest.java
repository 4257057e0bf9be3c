package dev.dragoman.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.vocab.TokenCounts;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.vocab.VocabularySettings;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaddingAsWordsTest {
  private static final EncodedPairs PAIRS =
      EncodedPairs.encode(
          List.of(
              pair(List.of("un", "chien"), List.of("a", "dog", "barks")),
              pair(List.of("oui"), List.of("a")),
              pair(List.of("un", "un", "chien"), List.of("dog"))),
          vocabulary("un", "un", "chien"),
          vocabulary("a", "a", "barks", "dog"));

  private static Vocabulary vocabulary(String... running) {
    TokenCounts counts = new TokenCounts();
    counts.add(List.of(running));
    return Vocabulary.build(counts, new VocabularySettings(1, 0));
  }

  private static TokenizedPair pair(List<String> source, List<String> target) {
    return new TokenizedPair(new SentencePair("", ""), source, target);
  }

  @Test
  void sentencesAreFilledUpWithBosBehindTheirEos() {
    EncodedPairs filled = new PaddingAsWords(6, 5).fill(PAIRS);
    assertThat(filled.source(0)).containsExactly(4, 5, 3, 2, 2, 2);
    assertThat(filled.source(1)).containsExactly(1, 3, 2, 2, 2, 2);
    assertThat(filled.source(2)).containsExactly(4, 4, 5, 3, 2, 2);
    assertThat(filled.target(0)).containsExactly(4, 6, 5, 3, 2);
    assertThat(filled.target(1)).containsExactly(4, 3, 2, 2, 2);
    assertThat(filled.target(2)).containsExactly(6, 3, 2, 2, 2);
  }

  @Test
  void sentencesThatAreLongerStayAsTheyAre() {
    EncodedPairs filled = new PaddingAsWords(3, 1).fill(PAIRS);
    assertThat(filled.source(1)).containsExactly(1, 3, 2);
    assertThat(filled.source(2)).containsExactly(4, 4, 5, 3);
    IntStream.range(0, 3)
        .forEach(i -> assertThat(filled.target(i)).containsExactly(PAIRS.target(i)));
  }

  @Test
  void aBatchTakesThePaddingForWords() {
    Batch batch = Batch.of(new PaddingAsWords(4, 4).fill(PAIRS), 0, 1);
    assertThat(batch.sourceLengths()).containsExactly(4, 4);
    assertThat(batch.targetLengths()).containsExactly(4, 4);
    assertThat(batch.sourceIds()).containsExactly(4, 5, 3, 2, 1, 3, 2, 2);
    assertThat(batch.targetOutput()).containsExactly(4, 6, 5, 3, 4, 3, 2, 2);
    assertThat(batch.targetInput()).containsExactly(2, 4, 6, 5, 2, 4, 3, 2);
  }

  @Test
  void ninetyNineSentencesOfAHundredHaveRoom() {
    int[] lengths = new int[400];
    for (int i = 0; i < 200; i++) {
      lengths[2 * i] = i < 198 ? 5 : 90;
      lengths[2 * i + 1] = i < 197 ? 3 : 70;
    }
    assertThat(PaddingAsWords.covering(ExamplePairs.ofLengths(lengths)))
        .isEqualTo(new PaddingAsWords(6, 71));
    assertThat(PaddingAsWords.covering(PAIRS)).isEqualTo(new PaddingAsWords(4, 4));
  }

  @Test
  void paddingIsNoKnownWordAndNoUnknownOne() {
    EncodedPairs filled = new PaddingAsWords(9, 9).fill(PAIRS);
    assertThat(filled.sourceUnknownRate()).isCloseTo(1 / 6.0, within(1e-12));
    assertThat(filled.targetUnknownRate()).isZero();
  }

  @Test
  void lengthsBelowOneAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PaddingAsWords(0, 4))
        .withMessageContaining("at least 1 each, got 0 and 4");
  }
}
