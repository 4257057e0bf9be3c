package dev.dragoman.vocab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.data.SharedCorpora;
import dev.dragoman.text.TextSettings;
import dev.dragoman.text.Tokenization;
import dev.dragoman.text.Tokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

  private static final VocabularySettings EVERYTHING = new VocabularySettings(1, 0);

  private static TokenCounts counts(String... tokens) {
    TokenCounts counts = new TokenCounts();
    counts.add(List.of(tokens));
    return counts;
  }

  @Test
  void specialTokensComeFirstThenTokensByFallingCountThenByCodePoint() {
    TokenCounts counts = counts("b", "a", "c", "c", "\ud83d\ude00", "\uffed", "Z", "b", "c");
    assertThat(Vocabulary.build(counts, EVERYTHING).tokens())
        .containsExactly(
            "<pad>", "<unk>", "<s>", "</s>", "c", "b", "Z", "a", "\uffed", "\ud83d\ude00");
  }

  @Test
  void idsAndTokensAnswerEachOther() {
    Vocabulary vocabulary = Vocabulary.build(counts("dog", "a", "a"), EVERYTHING);
    assertThat(vocabulary.size()).isEqualTo(6);
    assertThat(vocabulary.id("a")).isEqualTo(4);
    assertThat(vocabulary.token(4)).isEqualTo("a");
    assertThat(vocabulary.encode(List.of("a", "cat", "dog"))).containsExactly(4, Specials.UNK, 5);
    assertThat(vocabulary.decode(4, 1, 5, 3)).containsExactly("a", "<unk>", "dog", "</s>");
  }

  @Test
  void rareTokensAndTokensOverTheCapAreUnknown() {
    TokenCounts counts = counts("a", "a", "a", "b", "b", "c", "c", "d");
    Vocabulary frequent = Vocabulary.build(counts, new VocabularySettings(2, 0));
    assertThat(frequent.tokens().subList(4, 7)).containsExactly("a", "b", "c");
    Vocabulary capped = Vocabulary.build(counts, new VocabularySettings(2, 6));
    assertThat(capped.tokens().subList(4, 6)).containsExactly("a", "b");
    assertThat(capped.id("c")).isEqualTo(Specials.UNK);
    assertThat(capped.contains("c")).isFalse();
  }

  @Test
  void countsAreKeptAndThatOfUnknownIsWhatFoundNoEntry() {
    TokenCounts counts = counts("a", "a", "a", "b", "b", "c", "d");
    Vocabulary vocabulary = Vocabulary.build(counts, new VocabularySettings(2, 0));
    assertThat(vocabulary.count(vocabulary.id("a"))).isEqualTo(3);
    assertThat(vocabulary.count(Specials.UNK)).isEqualTo(2);
    assertThat(vocabulary.count(Specials.PAD)).isZero();
  }

  @Test
  void theUnknownWordRateIsAShareOfRunningTokens() {
    Vocabulary vocabulary = Vocabulary.build(counts("a", "b"), EVERYTHING);
    assertThat(vocabulary.unknownRate(List.of(List.of("a", "x", "x"), List.of("b", "a"))))
        .isCloseTo(0.4, within(1e-12));
    assertThat(vocabulary.unknownRate(List.of())).isZero();
  }

  @Test
  void theNameOfASpecialTokenInATextIsAnUnknownWord() {
    Vocabulary vocabulary = Vocabulary.build(counts("</s>", "</s>", "<pad>", "a"), EVERYTHING);
    assertThat(vocabulary.size()).isEqualTo(5);
    assertThat(vocabulary.encode(List.of("<s>", "</s>", "<pad>", "<unk>")))
        .containsOnly(Specials.UNK);
    assertThat(vocabulary.count(Specials.UNK)).isEqualTo(3);
  }

  @Test
  void anIdOutsideTheVocabularyIsNamedWithItsSize() {
    Vocabulary vocabulary = Vocabulary.build(counts("a"), EVERYTHING);
    assertThatThrownBy(() -> vocabulary.token(5))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("id 5 is outside the vocabulary: expected 0 to 4");
    assertThatThrownBy(() -> vocabulary.count(-1)).hasMessageContaining("id -1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "a\rb", "a\tb", "a\u2028", "\u0085", "\ud83d"})
  void tokensThatWouldCorruptTheFileAreRefused(String token) {
    TokenCounts counts = counts(token, "b");
    assertThatThrownBy(() -> Vocabulary.build(counts, EVERYTHING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line breaks");
  }

  @Test
  void anEmptyTextGivesTheSpecialTokensAlone() {
    assertThat(Vocabulary.build(new TokenCounts(), EVERYTHING).tokens()).isEqualTo(Specials.NAMES);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, 0", "1, 4", "1, -1"})
  void settingsOutOfRangeAreRefused(int minCount, int maxSize) {
    assertThatThrownBy(() -> new VocabularySettings(minCount, maxSize))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected");
  }

  @ParameterizedTest
  @CsvSource({"en, 5898", "de, 7882"})
  void multi30kHasTheVocabulariesOfTheReferenceJob(String language, int size) {
    Tokenizer tokenizer = Tokenizer.of(new TextSettings(true, false, Tokenization.PEER));
    TokenCounts counts = new TokenCounts();
    for (String line : SharedCorpora.lines("multi30k/train." + language + ".gz")) {
      counts.add(tokenizer.tokenize(line));
    }
    assertThat(Vocabulary.build(counts, new VocabularySettings(2, 0)).size()).isEqualTo(size);
  }
}
