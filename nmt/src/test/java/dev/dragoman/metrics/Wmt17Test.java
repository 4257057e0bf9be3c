package dev.dragoman.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;

@DisplayName("The nine English-German systems of WMT17 score as sacreBLEU scores them")
class Wmt17Test {
  private static final String FOLDER = "wmt17-en-de/";
  private static final double EXACT = 1e-9;

  private static final Map<String, BleuSettings> BLEU =
      Map.of(
          "BLEU_13a", BleuSettings.defaults(),
          "BLEU_13a_lc", BleuSettings.defaults().withLowercase(true),
          "BLEU_none", BleuSettings.defaults().withTokenizer(BleuTokenizer.NONE),
          "BLEU_intl", BleuSettings.defaults().withTokenizer(BleuTokenizer.INTERNATIONAL),
          "BLEU_char", BleuSettings.defaults().withTokenizer(BleuTokenizer.CHARACTER));

  private static final Map<String, ChrfSettings> CHRF =
      Map.of(
          "chrF2", ChrfSettings.defaults(),
          "chrF2_eps", ChrfSettings.defaults().withEpsSmoothing(true),
          "chrF2++", ChrfSettings.plusPlus(),
          "chrF2++_eps", ChrfSettings.plusPlus().withEpsSmoothing(true));

  @TestFactory
  @EnabledIf(value = ReferenceData.PRESENT, disabledReason = ReferenceData.REASON)
  List<DynamicTest> withEveryMetric() throws IOException {
    JsonNode all = ReferenceData.json(FOLDER + "expected-scores.json");
    List<String> reference = ReferenceData.lines(FOLDER + all.get("reference_file").asString());
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode system : all.get("systems")) {
      String name = system.get("system").asString();
      tests.add(DynamicTest.dynamicTest(name, () -> agrees(system, name, reference)));
    }
    assertThat(tests).hasSize(9);
    return tests;
  }

  private static void agrees(JsonNode system, String name, List<String> reference)
      throws IOException {
    List<String> hypotheses = ReferenceData.lines(FOLDER + name + ".txt.gz");
    BLEU.forEach((metric, settings) -> {
      JsonNode expected = system.get(metric);
      BleuScore score = new Bleu(settings).corpus(hypotheses, List.of(reference));
      agrees(score, expected, name + " " + metric);
      assertThat(score.counts()).isEqualTo(longs(expected.get("counts")));
      assertThat(score.totals()).isEqualTo(longs(expected.get("totals")));
      assertThat(score.bp()).isCloseTo(expected.get("bp").asDouble(), within(EXACT));
      assertThat(score.sysLen()).isEqualTo(expected.get("sys_len").asLong());
      assertThat(score.refLen()).isEqualTo(expected.get("ref_len").asLong());
    });
    CHRF.forEach((metric, settings) ->
        agrees(
            new Chrf(settings).corpus(hypotheses, List.of(reference)),
            system.get(metric),
            name + " " + metric));
  }

  private static void agrees(MetricScore score, JsonNode expected, String what) {
    assertThat(score.score()).as(what).isCloseTo(expected.get("score").asDouble(), within(EXACT));
    assertThat(score.format(4)).as(what).isEqualTo(expected.get("verbose").asString());
    assertThat(ReferenceData.withoutVersion(score.signature().toString()))
        .isEqualTo(ReferenceData.withoutVersion(expected.get("signature").asString()));
  }

  private static List<Long> longs(JsonNode array) {
    List<Long> longs = new ArrayList<>();
    array.forEach(element -> longs.add(element.asLong()));
    return longs;
  }
}
