package dev.dragoman.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.text.TextSettings;
import dev.dragoman.text.Tokenization;
import dev.dragoman.text.Tokenizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairFilterTest {

  private static final FilterSettings OFF = new FilterSettings(0, 0, 0, 0, List.of());

  private static FilteredPairs filter(FilterSettings settings, String... sides) {
    return filter(settings, Tokenization.WORDS, sides);
  }

  private static FilteredPairs filter(
      FilterSettings settings, Tokenization tokenization, String... sides) {
    Tokenizer tokenizer = Tokenizer.of(new TextSettings(false, false, tokenization));
    List<SentencePair> pairs =
        java.util.stream.IntStream.range(0, sides.length / 2)
            .mapToObj(i -> new SentencePair(sides[2 * i], sides[2 * i + 1]))
            .toList();
    return new PairFilter(settings, tokenizer, tokenizer).apply(new Corpus("corpus", pairs));
  }

  @Test
  void goodPairsComeOutTokenizedAndInOrder() {
    FilteredPairs filtered = filter(FilterSettings.defaults(), "Va !", "Go!", "Un.", "One.");
    assertThat(filtered.pairs())
        .containsExactly(
            new TokenizedPair(
                new SentencePair("Va !", "Go!"), List.of("Va", "▁!"), List.of("Go", "!")),
            new TokenizedPair(
                new SentencePair("Un.", "One."), List.of("Un", "."), List.of("One", ".")));
    assertThat(filtered.report()).isEqualTo(new FilterReport(2, Map.of()));
  }

  @Test
  void emptySidesAreDroppedEvenWithEveryLimitOff() {
    FilterReport report =
        filter(OFF, "", "a", "\u00a0 \t", "a", "a", "", "", "", "a", "b").report();
    assertThat(report.dropped(DropReason.EMPTY_SOURCE)).isEqualTo(3);
    assertThat(report.dropped(DropReason.EMPTY_TARGET)).isEqualTo(1);
    assertThat(report.kept()).isEqualTo(1);
  }

  /** Tokens of source and target, and the reason to drop the pair. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "kept",
      textBlock =
          """
          3, 5, kept
          4, 5, LONG_SOURCE
          3, 6, LONG_TARGET
          4, 6, LONG_SOURCE
          2, 5, kept
          1, 3, LENGTH_RATIO
          3, 1, LENGTH_RATIO
          """)
  void lengthsAreBoundedInclusively(int source, int target, DropReason reason) {
    FilterReport report =
        filter(
                new FilterSettings(3, 5, 2.5, 0, List.of()),
                "s ".repeat(source),
                "t ".repeat(target))
            .report();
    assertThat(report.dropped()).isEqualTo(reason == null ? Map.of() : Map.of(reason, 1));
  }

  @Test
  void charactersAreBoundedOnBothSidesBeforeAnythingElse() {
    FilterSettings settings = new FilterSettings(0, 0, 0, 4, List.of());
    FilterReport report = filter(settings, "abcd", "abcd", "abcde", "", "a", "abcde").report();
    assertThat(report.dropped()).isEqualTo(Map.of(DropReason.TOO_MANY_CHARACTERS, 2));
  }

  @Test
  void aHundredThousandCharactersTakeNoNoticeableTime() {
    String endless = "a.b'c ".repeat(17_000);
    String[] sides = new String[200];
    java.util.Arrays.fill(sides, endless);
    long begin = System.nanoTime();
    assertThat(filter(FilterSettings.defaults(), sides).report().kept()).isZero();
    assertThat((System.nanoTime() - begin) / 1e9).isLessThan(0.5);
  }

  @Test
  void targetsMustBeginAsRequired() {
    FilterSettings settings = new FilterSettings(9, 9, 0, 0, List.of("he is", "she s "));
    FilteredPairs filtered =
        filter(
            settings,
            Tokenization.TUTORIAL,
            "Il dort.",
            "He is asleep.",
            "Il ne dort pas.",
            "He isn't asleep.",
            "Elle dort.",
            "She's asleep.",
            "Elle se tait.",
            "She sleeps.",
            "C'est elle.",
            "She's.");
    assertThat(filtered.pairs()).hasSize(3);
    assertThat(filtered.report().dropped(DropReason.TARGET_BEGINNING)).isEqualTo(2);
  }

  @Test
  void equalTokensAreOneObjectInMemory() {
    List<TokenizedPair> pairs = filter(OFF, "a dog", "a dog", "the dog", "dog").pairs();
    assertThat(pairs.get(0).source().get(1)).isSameAs(pairs.get(1).target().get(0));
  }

  @Test
  void theReportSaysEverythingInOneLine() {
    FilterReport report =
        new FilterReport(29_000, Map.of(DropReason.LONG_TARGET, 1_200, DropReason.EMPTY_SOURCE, 1));
    assertThat(report.summary())
        .isEqualTo(
            "29,000 pairs read, 27,799 kept, 1,201 dropped: 1 empty source, 1,200 target too long");
    assertThat(new FilterReport(1, Map.of()).summary()).isEqualTo("1 pair read, 1 kept, 0 dropped");
    assertThat(report.kept() + report.droppedInAll()).isEqualTo(report.read());
  }

  @Test
  void tooFewPairsAreRefusedWithWhatWasDropped() {
    assertThatThrownBy(() -> filter(OFF, "a", "b").requireAtLeast(2))
        .isInstanceOf(CorpusException.class)
        .hasMessage(
            "corpus: 1 usable sentence pair, expected at least 2; 1 pair read, 1 kept, 0 dropped");
    assertThatThrownBy(() -> filter(OFF, "a", "", "", "b").requireAtLeast(2))
        .hasMessage(
            "corpus: 0 usable sentence pairs, expected at least 2;"
                + " 2 pairs read, 0 kept, 2 dropped: 1 empty source, 1 empty target");
    FilteredPairs enough = filter(OFF, "a", "b", "c", "d");
    assertThat(enough.requireAtLeast(2)).isSameAs(enough);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, -1, Double.NaN})
  void impossibleRatiosAreRefused(double ratio) {
    assertThatThrownBy(() -> new FilterSettings(0, 0, ratio, 0, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maxLengthRatio");
  }

  @Test
  void negativeLimitsAreRefused() {
    assertThatThrownBy(() -> new FilterSettings(-1, 0, 0, 0, List.of()))
        .hasMessage("maxSourceTokens: expected 0 for off or more, got -1");
  }

  @Test
  void multi30kIsKeptWhole() {
    Corpus corpus =
        Corpus.read(
            new CorpusSource.ParallelFiles(
                SharedCorpora.file("multi30k/train.en.gz"),
                SharedCorpora.file("multi30k/train.de.gz")),
            java.io.InputStream.nullInputStream());
    Tokenizer words = Tokenizer.of(TextSettings.defaults());
    FilterReport report =
        new PairFilter(FilterSettings.defaults(), words, words).apply(corpus).report();
    assertThat(report.summary()).isEqualTo("29,000 pairs read, 29,000 kept, 0 dropped");
  }

  @Test
  void theTutorialsFilterKeepsWhatTheReferencePreparationKeeps() {
    Tokenizer plain = Tokenizer.of(new TextSettings(false, false, Tokenization.TUTORIAL));
    FilterSettings settings =
        new FilterSettings(
            9,
            9,
            0,
            0,
            List.of(
                "i am ",
                "i m ",
                "he is",
                "he s ",
                "she is",
                "she s ",
                "you are",
                "you re ",
                "we are",
                "we re ",
                "they are",
                "they re "));
    FilteredPairs kept =
        new PairFilter(settings, plain, plain).apply(SharedCorpora.frenchToEnglish());
    assertThat(kept.report().kept()).isEqualTo(11_445);
  }
}
