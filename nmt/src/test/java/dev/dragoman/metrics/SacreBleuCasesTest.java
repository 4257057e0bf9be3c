package dev.dragoman.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Scores and signatures are sacreBLEU's")
class SacreBleuCasesTest {
  private static final double EXACT = 1e-9;

  @TestFactory
  List<DynamicTest> onSentencesOfOurOwn() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(SacreBleuCasesTest.class.getResourceAsStream("own-cases.json"))) {
      for (JsonNode corpus : JsonMapper.shared().readTree(in).get("corpora")) {
        String name = corpus.get("name").asString();
        tests.add(DynamicTest.dynamicTest(name, () -> agreesOnEveryCase(corpus)));
      }
    }
    return tests;
  }

  @TestFactory
  @EnabledIf(value = ReferenceData.PRESENT, disabledReason = ReferenceData.REASON)
  List<DynamicTest> onItsOwnTests() {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode expected : ReferenceData.json("sacrebleu-cases.json").get("cases")) {
      if (!expected.get("metric").asString().equals("TER")) {
        String name = expected.get("group").asString() + " " + expected.get("options");
        tests.add(DynamicTest.dynamicTest(name, () -> agreesOnUpstreamCase(expected)));
      }
    }
    assertThat(tests).hasSize(65);
    return tests;
  }

  @TestFactory
  @EnabledIf(value = ReferenceData.PRESENT, disabledReason = ReferenceData.REASON)
  List<DynamicTest> onScoresFromStatistics() {
    List<DynamicTest> tests = new ArrayList<>();
    JsonNode cases = ReferenceData.json("sacrebleu-cases.json").get("bleu_from_statistics");
    for (JsonNode expected : cases) {
      tests.add(DynamicTest.dynamicTest(expected.toString(), () -> agreesOnStatistics(expected)));
    }
    assertThat(tests).hasSize(7);
    return tests;
  }

  @Test
  @EnabledIf(value = ReferenceData.PRESENT, disabledReason = ReferenceData.REASON)
  void onStatistics() {
    JsonNode expected = ReferenceData.json("sacrebleu-cases.json").get("bleu_statistics").get(0);
    BleuStatistics statistics =
        new Bleu(BleuSettings.defaults())
            .statistics(
                ReferenceData.strings(expected.get("hypotheses")),
                ReferenceData.streams(expected.get("references")));
    assertThat(statistics.counts()).isEqualTo(longs(expected.get("counts")));
    assertThat(statistics.totals()).isEqualTo(longs(expected.get("totals")));
  }

  private static void agreesOnEveryCase(JsonNode corpus) {
    List<String> hypotheses = ReferenceData.strings(corpus.get("hypotheses"));
    List<List<String>> references = ReferenceData.streams(corpus.get("references"));
    for (JsonNode expected : corpus.get("cases")) {
      MetricScore score = corpusScore(expected, hypotheses, references);
      assertThat(score.score())
          .as("%s", expected)
          .isCloseTo(expected.get("score").asDouble(), within(EXACT));
      assertThat(score.format(4)).as("%s", expected).isEqualTo(expected.get("text").asString());
      assertThat(ReferenceData.withoutVersion(score.signature().toString()))
          .isEqualTo(expected.get("signature").asString());
    }
  }

  private static void agreesOnUpstreamCase(JsonNode expected) {
    MetricScore score = score(expected);
    assertThat(score.score())
        .isCloseTo(expected.get("recomputed").asDouble(), within(EXACT))
        .isCloseTo(
            expected.get("expected").asDouble(), within(expected.get("tolerance").asDouble()));
    assertThat(ReferenceData.withoutVersion(score.signature().toString()))
        .isEqualTo(ReferenceData.withoutVersion(expected.get("signature").asString()));
  }

  private static MetricScore score(JsonNode expected) {
    List<String> hypotheses = ReferenceData.strings(expected.get("hypotheses"));
    List<List<String>> references = ReferenceData.streams(expected.get("references"));
    if (expected.get("level").asString().equals("corpus")) {
      return corpusScore(expected, hypotheses, references);
    }
    String hypothesis = hypotheses.getFirst();
    List<String> ofSentence = references.stream().map(List::getFirst).toList();
    return expected.get("metric").asString().equals("BLEU")
        ? new Bleu(ReferenceData.bleuSettings(expected.get("options")))
            .sentence(hypothesis, ofSentence)
        : new Chrf(ReferenceData.chrfSettings(expected.get("options")))
            .sentence(hypothesis, ofSentence);
  }

  private static MetricScore corpusScore(
      JsonNode expected, List<String> hypotheses, List<List<String>> references) {
    JsonNode options = expected.get("options");
    return expected.get("metric").asString().equals("BLEU")
        ? new Bleu(ReferenceData.bleuSettings(options)).corpus(hypotheses, references)
        : new Chrf(ReferenceData.chrfSettings(options)).corpus(hypotheses, references);
  }

  private static void agreesOnStatistics(JsonNode expected) {
    BleuStatistics statistics =
        new BleuStatistics(
            longs(expected.get("counts")),
            longs(expected.get("totals")),
            expected.get("sys_len").asLong(),
            expected.get("ref_len").asLong());
    BleuScore score = new Bleu(ReferenceData.bleuSettings(expected)).score(statistics, 1);
    assertThat(score.score()).isCloseTo(expected.get("recomputed").asDouble(), within(EXACT));
  }

  private static List<Long> longs(JsonNode array) {
    List<Long> longs = new ArrayList<>();
    array.forEach(element -> longs.add(element.asLong()));
    return longs;
  }
}
