package dev.dragoman.word2vec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What gensim 4.2.0 says of the vectors beside make_cases.py, which made them and asked it. */
class GensimCasesTest {
  private static final JsonNode EXPECTED =
      JsonMapper.shared().readTree(path("gensim-expected.json"));
  private static final WordVectors VECTORS = WordVectorFiles.read(path("vectors.txt"));

  static Stream<Arguments> cases(String name) {
    List<Arguments> cases = new ArrayList<>();
    EXPECTED.get(name).forEach(each -> cases.add(Arguments.of(settings(each), each)));
    return cases.stream();
  }

  static Stream<Arguments> analogies() {
    return cases("analogies");
  }

  static Stream<Arguments> pairs() {
    return cases("pairs");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("analogies")
  void analogiesCountAlikeInEverySection(EvaluationSettings settings, JsonNode expected) {
    AnalogyReport report = AnalogyEvaluation.evaluate(VECTORS, path("questions.txt"), settings);
    List<AnalogySection> sections = new ArrayList<>(report.sections());
    sections.add(report.total());
    assertThat(sections).hasSize(expected.get("sections").size());
    for (int i = 0; i < sections.size(); i++) {
      JsonNode section = expected.get("sections").get(i);
      assertThat(sections.get(i).correct()).isEqualTo(section.get("correct").asInt());
      assertThat(sections.get(i).incorrect()).isEqualTo(section.get("incorrect").asInt());
    }
    assertThat(report.total().accuracy())
        .isCloseTo(expected.get("score").asDouble(), within(1e-12));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void pairsCorrelateAlike(EvaluationSettings settings, JsonNode expected) {
    WordPairReport report = WordPairEvaluation.evaluate(VECTORS, path("pairs.tsv"), settings);
    assertThat(report.pearson()).isCloseTo(expected.get("pearson").asDouble(), within(1e-6));
    assertThat(report.spearman()).isCloseTo(expected.get("spearman").asDouble(), within(1e-9));
    assertThat(report.unknownPercent()).isCloseTo(expected.get("oov").asDouble(), within(1e-9));
  }

  @Test
  void answersAndTheirScoresAreAlike() {
    for (JsonNode each : EXPECTED.get("answers")) {
      JsonNode words = each.get("question");
      Analogy question =
          Analogy.of(words.get(0).asString(), words.get(1).asString(), words.get(2).asString())
              .with(AnalogyMethod.valueOf(each.get("method").asString()));
      assertAlike(VECTORS.answers(question, 7), each.get("answers"));
    }
  }

  @Test
  void neighboursAndTheirCosinesAreAlike() {
    assertAlike(VECTORS.neighbours("a4", 9), EXPECTED.get("neighbours"));
  }

  private static void assertAlike(List<Neighbour> neighbours, JsonNode expected) {
    assertThat(neighbours).hasSize(expected.size());
    for (int i = 0; i < neighbours.size(); i++) {
      assertThat(neighbours.get(i).word()).isEqualTo(expected.get(i).get(0).asString());
      assertThat(neighbours.get(i).score())
          .isCloseTo(expected.get(i).get(1).asDouble(), within(2e-6));
    }
  }

  private static EvaluationSettings settings(JsonNode where) {
    return EvaluationSettings.defaults()
        .withMostFrequent(where.get("mostFrequent").asInt())
        .withLetterCase(where.get("ignoreCase").asBoolean() ? LetterCase.IGNORED : LetterCase.KEPT)
        .withUnknownWords(
            where.get("countUnknown").asBoolean()
                ? UnknownWords.COUNT_AS_WRONG
                : UnknownWords.SKIP);
  }

  private static Path path(String name) {
    try {
      return Path.of(Objects.requireNonNull(GensimCasesTest.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
