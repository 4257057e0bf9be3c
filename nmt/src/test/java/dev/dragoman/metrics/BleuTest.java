package dev.dragoman.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BleuTest {
  private static final Bleu PLAIN =
      new Bleu(BleuSettings.defaults().withTokenizer(BleuTokenizer.NONE));

  @Test
  void multipliesBrevityPenaltyAndGeometricMeanOfPrecisions() {
    BleuScore score = PLAIN.corpus(List.of("a b c d e"), List.of(List.of("a b c d f g")));
    assertThat(score.counts()).containsExactly(4L, 3L, 2L, 1L);
    assertThat(score.totals()).containsExactly(5L, 4L, 3L, 2L);
    assertThat(score.bp()).isCloseTo(Math.exp(1 - 6.0 / 5), within(1e-15));
    double mean = Math.pow(4.0 / 5 * 3 / 4 * 2 / 3 * 1 / 2, 0.25);
    assertThat(score.score()).isCloseTo(100 * Math.exp(-0.2) * mean, within(1e-10));
    assertThat(score.verboseScore())
        .isEqualTo("80.0/75.0/66.7/50.0 (BP = 0.819 ratio = 0.833 hyp_len = 5 ref_len = 6)");
  }

  @Test
  void countsARepeatedWordAtMostAsOftenAsOneReferenceHasIt() {
    BleuStatistics statistics =
        PLAIN.statistics(
            List.of("the the the the the the the"),
            List.of(List.of("the cat is on the mat"), List.of("there is a cat on the mat")));
    assertThat(statistics.counts().getFirst()).isEqualTo(2);
    assertThat(statistics.totals().getFirst()).isEqualTo(7);
  }

  @Test
  void comparesLengthWithTheClosestReferenceAndOfTwoTheShorter() {
    List<List<String>> references = List.of(List.of("a b c d e"), List.of("a"), List.of("a b c"));
    assertThat(PLAIN.statistics(List.of("a b c d"), references).refLen()).isEqualTo(3);
    assertThat(PLAIN.statistics(List.of("a b c d e f"), references).refLen()).isEqualTo(5);
    assertThat(PLAIN.statistics(List.of("a b"), references).refLen()).isEqualTo(1);
  }

  @Test
  void corpusStatisticsAreTheSumOfTheSentences() {
    List<String> hypotheses = List.of("a b c", "d e f g h");
    List<String> references = List.of("a b d", "d e g h i j");
    BleuStatistics first = PLAIN.statistics(List.of("a b c"), List.of(List.of("a b d")));
    BleuStatistics second = PLAIN.statistics(List.of("d e f g h"), List.of(List.of("d e g h i j")));
    assertThat(first.plus(second)).isEqualTo(PLAIN.statistics(hypotheses, List.of(references)));
  }

  @Test
  void effectiveOrderMakesAShortPerfectSentencePerfect() {
    assertThat(new Bleu(BleuSettings.sentenceDefaults()).sentence("Hi.", List.of("Hi.")).score())
        .isCloseTo(100, within(1e-9));
    assertThat(new Bleu(BleuSettings.defaults()).sentence("Hi.", List.of("Hi.")).score()).isZero();
  }

  @Test
  void exponentialSmoothingHalvesTheAssumedMatchEachTime() {
    BleuScore score = PLAIN.sentence("a b c d", List.of("a x b y c z d"));
    assertThat(score.precisions()).containsExactly(100.0, 100 / 6.0, 100 / 8.0, 100 / 8.0);
  }

  @Test
  void addKBeginsAtBigramsAndLeavesTheCountsAsCounted() {
    BleuScore score =
        new Bleu(BleuSettings.defaults().withSmoothing(new Smoothing.AddK(1)))
            .sentence("a b c d e", List.of("a b x d e"));
    assertThat(score.precisions()).containsExactly(80.0, 60.0, 25.0, 100 / 3.0);
    assertThat(score.counts()).containsExactly(4L, 2L, 0L, 0L);
  }

  @Test
  void nothingInCommonScoresZeroWhateverTheSmoothing() {
    for (String method : List.of("none", "floor", "add-k", "exp")) {
      Bleu bleu =
          new Bleu(BleuSettings.sentenceDefaults().withSmoothing(Smoothing.named(method, null)));
      assertThat(bleu.sentence("a b c d e", List.of("v w x y z")).score()).isZero();
    }
  }

  @Test
  void scoresAnEmptyHypothesisZero() {
    BleuScore score = PLAIN.sentence("", List.of("a b"));
    assertThat(score.score()).isZero();
    assertThat(score.bp()).isZero();
    assertThat(score.verboseScore())
        .isEqualTo("0.0/0.0/0.0/0.0 (BP = 0.000 ratio = 0.000 hyp_len = 0 ref_len = 2)");
  }

  @Test
  void aMissingReferenceIsLeftOutButAnEmptyOneIsOfLengthZero() {
    List<String> hypotheses = List.of("a", "b c");
    List<String> full = List.of("a b d", "b c");
    BleuScore missing = PLAIN.corpus(hypotheses, List.of(Arrays.asList(null, "b c"), full));
    assertThat(missing.signature().value("nrefs")).isEqualTo("var");
    assertThat(missing.refLen()).isEqualTo(3 + 2);
    BleuScore empty = PLAIN.corpus(hypotheses, List.of(List.of("", "b c"), full));
    assertThat(empty.signature().value("nrefs")).isEqualTo("2");
    assertThat(empty.refLen()).isEqualTo(0 + 2);
  }

  @Test
  void lowerCasesBeforeItTokenizes() {
    BleuSettings settings = BleuSettings.defaults().withLowercase(true).withMaxOrder(1);
    assertThat(new Bleu(settings).sentence("&QUOT;A&quot;", List.of("\"a\"")).score())
        .isCloseTo(100, within(1e-9));
  }

  @Test
  void signsWithItsSettingsAndOurVersion() {
    assertThat(new Bleu(BleuSettings.defaults()).signature(1))
        .hasToString("nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:" + Signature.VERSION);
    assertThat(
            new Bleu(
                    new BleuSettings(
                        BleuTokenizer.CHARACTER, new Smoothing.Floor(0.125), true, true, 2, true))
                .signature(Signature.VARYING_REFERENCES))
        .hasToString(
            "nrefs:var|case:lc|eff:yes|tok:char|smooth:floor[0.12]|version:" + Signature.VERSION);
  }

  @Test
  void refusesUnequalLineCountsAndNamesBoth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAIN.corpus(List.of("a", "b"), List.of(List.of("a", "b", "c"))))
        .withMessageContainingAll("references", "hypotheses, 2", "got 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAIN.corpus(List.of("a", "b"), List.of(List.of("a", "b"), List.of("a"))))
        .withMessageContainingAll("reference stream 2 of 2", "hypotheses, 2", "got 1");
  }

  @Test
  void refusesToScoreNothingOrAgainstNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAIN.corpus(List.of(), List.of(List.of())))
        .withMessageContaining("hypotheses: expected at least one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAIN.sentence("a", List.of()))
        .withMessageContaining("references: expected at least one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAIN.corpus(List.of("a", "b"), List.of(Arrays.asList("a", null))))
        .withMessageContaining("sentence 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAIN.corpus(Arrays.asList("a", null), List.of(List.of("a", "b"))))
        .withMessageContaining("hypothesis 2");
  }

  @Test
  void refusesAnOrderBelowOneAndStatisticsOfAnotherOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BleuSettings.defaults().withMaxOrder(0))
        .withMessageContaining("got 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAIN.score(BleuStatistics.none(3), 1))
        .withMessageContainingAll("4", "got 3");
  }

  @Test
  void noticesTextThatSomeoneForgotToDetokenize() {
    List<String> tokenized = Collections.nCopies(100, "a b . ");
    Bleu bleu = new Bleu(BleuSettings.defaults());
    assertThat(bleu.looksTokenized(tokenized)).isTrue();
    assertThat(bleu.looksTokenized(tokenized.subList(0, 99))).isFalse();
    assertThat(bleu.looksTokenized(Collections.nCopies(100, "a b."))).isFalse();
    assertThat(PLAIN.looksTokenized(tokenized)).isFalse();
    assertThat(new Bleu(BleuSettings.defaults().withForce(true)).looksTokenized(tokenized))
        .isFalse();
  }
}
