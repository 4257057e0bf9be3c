package dev.dragoman.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChrfTest {
  private static final ChrfSettings WORDS_ONLY = ChrfSettings.plusPlus().withCharOrder(0);

  @Test
  void isTheFScoreOfMeanPrecisionAndMeanRecall() {
    // Order 1: 2 of 2 in the hypothesis, 2 of 3 in the reference; order 2: 1 of 1, 1 of 2.
    double precision = 1;
    double recall = (2.0 / 3 + 1.0 / 2) / 2;
    double expected = 100 * 5 * precision * recall / (4 * precision + recall);
    assertThat(chrf(ChrfSettings.defaults(), "ab", "abc")).isCloseTo(expected, within(1e-12));
  }

  @Test
  void epsilonSmoothingAveragesTheScoresOfAllOrders() {
    double first = 5 * 1 * (2.0 / 3) / (4 + 2.0 / 3);
    double second = 5 * 1 * (1.0 / 2) / (4 + 1.0 / 2);
    assertThat(chrf(ChrfSettings.defaults().withEpsSmoothing(true), "ab", "abc"))
        .isCloseTo(100 * (first + second) / 6, within(1e-12));
  }

  @Test
  void leavesBlanksOutUnlessAsked() {
    assertThat(chrf(ChrfSettings.defaults(), " a\u00a0b c", "abc")).isEqualTo(100);
    assertThat(chrf(ChrfSettings.defaults().withWhitespace(true), "a b c", "abc")).isLessThan(100);
  }

  @Test
  void splitsOnePunctuationMarkOffEachWordAtItsEndElseItsStart() {
    assertThat(Chrf.words("(hi) 'tis end... -- - a\u00a0«x» 👍."))
        .containsExactly(
            "(hi", ")", "'", "tis", "end..", ".", "-", "-", "-", "a", "«x»", "👍", ".");
  }

  @Test
  void ofSeveralReferencesTheBestCountsAndOfEqualsTheFirst() {
    Chrf chrf = new Chrf(ChrfSettings.defaults());
    assertThat(chrf.sentence("abcd", List.of("wxyz", "abcd", "abce")).score()).isEqualTo(100);
    List<String> hypotheses = List.of("xyz", "abc");
    List<String> brief = List.of("q", "abc");
    List<String> lengthy = List.of("rrrrrrr", "abc");
    assertThat(chrf.corpus(hypotheses, List.of(brief, lengthy)).score())
        .isGreaterThan(chrf.corpus(hypotheses, List.of(lengthy, brief)).score());
  }

  @Test
  void countsCodePointsNotJavaCharacters() {
    ChrfSettings single = ChrfSettings.defaults().withCharOrder(1).withBeta(1);
    assertThat(chrf(single, "👍", "👎")).isZero();
    assertThat(chrf(WORDS_ONLY, "👍 👍.", "👍 👍 .")).isEqualTo(100);
  }

  @Test
  void scoresEmptySidesZero() {
    assertThat(chrf(ChrfSettings.defaults(), "", "abc")).isZero();
    assertThat(chrf(ChrfSettings.defaults(), "abc", "")).isZero();
    assertThat(chrf(ChrfSettings.plusPlus(), "", "")).isZero();
  }

  @Test
  void namesItselfByBetaAndWordOrder() {
    assertThat(score(ChrfSettings.defaults()).name()).isEqualTo("chrF2");
    assertThat(score(ChrfSettings.plusPlus()).name()).isEqualTo("chrF2++");
    assertThat(score(ChrfSettings.defaults().withBeta(1.5).withWordOrder(1)).name())
        .isEqualTo("chrF1.5+");
    assertThat(score(ChrfSettings.defaults().withBeta(10)).name()).isEqualTo("chrF10");
    assertThat(score(ChrfSettings.plusPlus())).hasToString("chrF2++ = 100.00");
  }

  @Test
  void signsWithItsSettingsAndOurVersion() {
    assertThat(score(ChrfSettings.defaults()).signature())
        .hasToString("nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no|version:" + Signature.VERSION);
    assertThat(new Chrf(new ChrfSettings(5, 1, 3, true, true, true)).signature(2))
        .hasToString("nrefs:2|case:lc|eff:no|nc:5|nw:1|space:yes|version:" + Signature.VERSION);
    assertThat(
            new Chrf(ChrfSettings.defaults())
                .corpus(List.of("a", "b"), List.of(List.of("a", "b"), Arrays.asList("c", null)))
                .signature()
                .value("nrefs"))
        .isEqualTo("var");
  }

  @Test
  void refusesOrdersAndBetasThatMeanNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChrfSettings.defaults().withCharOrder(0))
        .withMessageContaining("chrF orders");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChrfSettings.defaults().withWordOrder(-1))
        .withMessageContaining("-1 for words");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChrfSettings.defaults().withBeta(-2))
        .withMessageContaining("got -2.0");
  }

  @Test
  void refusesUnequalLineCountsAndNamesBoth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Chrf(ChrfSettings.defaults()).corpus(List.of("a", "b"), List.of(List.of("a"))))
        .withMessageContainingAll("hypotheses, 2", "got 1");
  }

  private static ChrfScore score(ChrfSettings settings) {
    return new Chrf(settings).sentence("abc", List.of("abc"));
  }

  private static double chrf(ChrfSettings settings, String hypothesis, String reference) {
    return new Chrf(settings).sentence(hypothesis, List.of(reference)).score();
  }
}
