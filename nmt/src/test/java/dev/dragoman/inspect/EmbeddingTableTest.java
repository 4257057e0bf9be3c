package dev.dragoman.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.model.TableSide;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.word2vec.AnalogyMethod;
import dev.dragoman.word2vec.QuestionWords;
import dev.dragoman.word2vec.WordVectors;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingTableTest {
  /**
   * In order of counts: near has the direction of asked, long lies farther the same way, close is
   * nearest by distance.
   */
  private static final Vocabulary WORDS =
      SmallModel.vocabulary(
          "asked", "asked", "asked", "asked", "near", "near", "near", "long", "long", "close");

  private static final EmbeddingTable TABLE =
      EmbeddingTable.of(
          "the table",
          WORDS,
          SmallModel.rows(
              new float[] {2, 1},
              new float[] {4, 2.1f},
              new float[] {9, -3},
              new float[] {1.9f, 0.6f}),
          2);

  private static List<String> tokens(List<RankedToken> ranked) {
    return ranked.stream().map(RankedToken::token).toList();
  }

  @Test
  void eachMeasureRanksInItsOwnOrder() {
    assertThat(tokens(TABLE.neighbours("asked", 3, Nearness.COSINE)))
        .containsExactly("near", "close", "long");
    assertThat(tokens(TABLE.neighbours("asked", 3, Nearness.EUCLID)))
        .containsExactly("close", "near", "long");
    assertThat(tokens(TABLE.neighbours("asked", 3, Nearness.DOT)))
        .containsExactly("long", "near", "close");
  }

  @Test
  void scoresAreTheMeasuresThemselves() {
    RankedToken close = TABLE.neighbours("asked", 1, Nearness.EUCLID).getFirst();
    assertThat(close.score()).isCloseTo(Math.sqrt(0.01 + 0.16), within(1e-6));
    assertThat(close.id()).isEqualTo(7);
    assertThat(TABLE.neighbours("asked", 1, Nearness.DOT).getFirst().score()).isEqualTo(15);
    assertThat(TABLE.neighbours("asked", 9, Nearness.COSINE).get(2).score())
        .isCloseTo(15 / Math.sqrt(5 * 90), within(1e-9));
  }

  @Test
  void specialTokensAreNoAnswersButCanBeAskedFor() {
    assertThat(tokens(TABLE.neighbours("asked", 99, Nearness.COSINE)))
        .hasSize(3)
        .doesNotContainAnyElementsOf(List.of("<pad>", "</s>"));
    assertThat(TABLE.neighbours("</s>", 2, Nearness.COSINE)).hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TABLE.neighbours("<pad>", 2, Nearness.COSINE))
        .withMessage(
            "the vector of '<pad>' in the table is zero, so that it has no direction to compare");
    assertThat(TABLE.withoutSpecials().words()).containsExactly("asked", "near", "long", "close");
  }

  @Test
  void anUnknownTokenSuggestsSimilarOnes() {
    assertThatExceptionOfType(UnknownTokenException.class)
        .isThrownBy(() -> TABLE.neighbours("naer", 3, Nearness.DOT))
        .withMessage("'naer' is not in the table; did you mean 'near'?")
        .satisfies(unknown -> assertThat(unknown.suggestions()).containsExactly("near"));
    assertThatExceptionOfType(UnknownTokenException.class)
        .isThrownBy(() -> TABLE.similarity("near", "xylophone"))
        .withMessage("'xylophone' is not in the table");
  }

  @Test
  void similarityHasAllMeasuresAndTheRankOfEachForTheOther() {
    Similarity found = TABLE.similarity("asked", "long");
    assertThat(found.dot()).isEqualTo(15);
    assertThat(found.distance()).isCloseTo(Math.sqrt(49 + 16), within(1e-6));
    assertThat(found.rankOfSecond()).isEqualTo(3);
    assertThat(found.rankOfFirst()).isEqualTo(2);
    assertThat(found.neighbours()).isEqualTo(3);
  }

  @Test
  void aModelsTablesAreNamedAndCounted() {
    SavedModel saved = SmallModel.saved();
    EmbeddingTable source = EmbeddingTable.of(saved, TableSide.SOURCE);
    assertThat(source.name()).isEqualTo("the source table");
    assertThat(source.rows()).isEqualTo(9);
    assertThat(source.size()).isEqualTo(3);
    assertThat(source.occurrences(source.id("reine"))).hasValue(2);
    assertThat(source.vectors().vector("roi"))
        .isEqualTo(saved.model().table(TableSide.SOURCE).select(source.id("roi")).toArray());
    assertThat(EmbeddingTable.of(saved, TableSide.TARGET).contains("queen")).isTrue();
  }

  /** Gender in the first number, royalty in the second. */
  private static final EmbeddingTable ROYAL =
      EmbeddingTable.of(
          "the file",
          WordVectors.of(
              List.of("man", "king", "woman", "queen", "dog"),
              2,
              new float[] {1, 0.1f, 1, 1, -1, 0.1f, -1, 1, 0.3f, -1}));

  @Test
  void kingMinusManPlusWomanIsNearQueenWithQuestionWordsLeftOutOrIn() {
    AnalogyAnswers answers = ROYAL.analogy("man", "king", "woman", 3);
    assertThat(answers.rankings()).hasSize(4);
    for (AnalogyMethod method : AnalogyMethod.values()) {
      assertThat(tokens(answers.answers(method, QuestionWords.LEFT_OUT))).startsWith("queen");
      assertThat(tokens(answers.answers(method, QuestionWords.LEFT_OUT)))
          .doesNotContain("man", "king", "woman");
      assertThat(ROYAL.analogyRank("man", "king", "woman", "queen", method, QuestionWords.LEFT_OUT))
          .hasValue(1);
      assertThat(ROYAL.analogyRank("man", "king", "woman", "king", method, QuestionWords.LEFT_OUT))
          .isEmpty();
    }
    assertThat(answers.answers(AnalogyMethod.COS_ADD, QuestionWords.LEFT_IN)).hasSize(3);
    assertThat(
            ROYAL.analogyRank(
                "man", "king", "woman", "dog", AnalogyMethod.COS_ADD, QuestionWords.LEFT_IN))
        .hasValue(4);
  }

  @Test
  void anAnalogyOverAModelsTableNeverAnswersWithASpecialToken() {
    EmbeddingTable target = EmbeddingTable.of(SmallModel.saved(), TableSide.TARGET);
    AnalogyAnswers answers = target.analogy("man", "king", "woman", 99);
    assertThat(tokens(answers.answers(AnalogyMethod.COS_ADD, QuestionWords.LEFT_IN)))
        .hasSize(5)
        .doesNotContain("<unk>");
    RankedToken first = answers.answers(AnalogyMethod.COS_ADD, QuestionWords.LEFT_OUT).getFirst();
    assertThat(target.tokens().get(first.id())).isEqualTo(first.token());
    assertThatExceptionOfType(UnknownTokenException.class)
        .isThrownBy(() -> target.analogy("man", "king", "</s>", 1));
  }
}
