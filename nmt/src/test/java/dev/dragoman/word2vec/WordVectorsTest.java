package dev.dragoman.word2vec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordVectorsTest {
  /** Columns: royal, male, female; lengths differ on purpose. */
  private static final WordVectors ROYAL =
      WordVectors.of(
          List.of("king", "man", "woman", "queen", "apple", "nothing"),
          3,
          new float[] {
            3, 3, 0, //
            0, 2, 0, //
            0, 0, 5, //
            1, 0, 1, //
            -1, 0.5f, 0.5f, //
            0, 0, 0
          });

  @Test
  void similarityIsTheCosineWhateverTheLengths() {
    assertThat(ROYAL.similarity("king", "man")).isCloseTo(Math.sqrt(0.5), within(1e-12));
    assertThat(ROYAL.similarity("man", "woman")).isZero();
    assertThat(ROYAL.similarity("king", "king")).isCloseTo(1, within(1e-12));
    assertThat(ROYAL.similarity("king", "nothing")).as("no direction").isZero();
  }

  @Test
  void neighboursComeNearestFirstWithoutTheWordItself() {
    List<Neighbour> neighbours = ROYAL.neighbours("king", 3);
    assertThat(neighbours).extracting(Neighbour::word).containsExactly("man", "queen", "woman");
    assertThat(neighbours.get(1).score()).isCloseTo(0.5, within(1e-12));
    assertThat(neighbours.get(1).index()).isEqualTo(3);
    assertThat(ROYAL.neighbours("king", 100)).hasSize(5);
    assertThat(ROYAL.neighbours("king", 0)).isEmpty();
  }

  @Test
  void neighboursOfAVectorLeaveNoWordOut() {
    assertThat(ROYAL.neighbours(new float[] {0, 9, 0}, 1))
        .extracting(Neighbour::word)
        .containsExactly("man");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ROYAL.neighbours(new float[2], 1))
        .withMessage("vector: expected [D=3], got [2]");
  }

  @ParameterizedTest
  @EnumSource
  void manIsToKingAsWomanIsToQueen(AnalogyMethod method) {
    Analogy question = Analogy.of("man", "king", "woman").with(method);
    assertThat(ROYAL.answers(question, 1).getFirst().word()).isEqualTo("queen");
    assertThat(ROYAL.rank(question, "queen")).isOne();
  }

  @Test
  void additionNormalisesFirst() {
    Analogy question = Analogy.of("man", "king", "woman");
    // king − man + woman = (1/√2, 1/√2 − 1, 1); queen = (1/√2, 0, 1/√2).
    double length = Math.sqrt(0.5 + Math.pow(Math.sqrt(0.5) - 1, 2) + 1);
    assertThat(ROYAL.answers(question, 1).getFirst().score())
        .isCloseTo((0.5 + Math.sqrt(0.5)) / length, within(1e-12));
  }

  @Test
  void multiplicationMovesCosinesToTheUnitInterval() {
    Analogy question = Analogy.of("man", "king", "woman").with(AnalogyMethod.COS_MUL);
    double toKing = (1 + 0.5) / 2;
    double toWoman = (1 + Math.sqrt(0.5)) / 2;
    double toMan = 0.5;
    assertThat(ROYAL.answers(question, 1).getFirst().score())
        .isCloseTo(toKing * toWoman / (toMan + 1e-6), within(1e-12));
  }

  @Test
  void questionWordsMayBeLeftIn() {
    WordVectors vectors =
        WordVectors.of(
            List.of("queen", "king", "man", "woman"),
            3,
            new float[] {0.5f, 0, 1, 1, 0.2f, 0, 0, 1, 0, 0, 0.9f, 0.3f});
    Analogy question = Analogy.of("man", "king", "woman").with(QuestionWords.LEFT_IN);
    assertThat(vectors.answers(question, 4))
        .extracting(Neighbour::word)
        .startsWith("king")
        .hasSize(4);
    assertThat(vectors.rank(question, "king")).isOne();
    assertThat(vectors.rank(question, "queen"))
        .isEqualTo(
            1
                + vectors.answers(question, 4).stream()
                    .map(Neighbour::word)
                    .toList()
                    .indexOf("queen"));
    assertThat(vectors.answers(question.with(QuestionWords.LEFT_OUT), 4))
        .extracting(Neighbour::word)
        .containsExactly("queen");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> vectors.rank(question.with(QuestionWords.LEFT_OUT), "king"))
        .withMessage("answer: 'king' is a question word, which is left out of the answers");
  }

  @Test
  void aQuestionNeedsAPositiveWord() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Analogy(List.of(), List.of("man"), AnalogyMethod.COS_ADD, QuestionWords.LEFT_OUT))
        .withMessage("positive: expected at least one word, got none");
  }

  @Test
  void equalScoresComeInOrderOfTheWords() {
    WordVectors same = WordVectors.of(List.of("a", "b", "c", "d"), 1, new float[] {1, 1, 1, 1});
    assertThat(same.neighbours("b", 3)).extracting(Neighbour::word).containsExactly("a", "c", "d");
  }

  @Test
  void unknownWordsAreSaidWithANearOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ROYAL.vector("Quene"))
        .withMessage("'Quene' is none of the 6 words; did you mean 'queen'?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ROYAL.similarity("king", "KING"))
        .withMessage("'KING' is none of the 6 words; did you mean 'king'?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ROYAL.neighbours("parliament", 3))
        .withMessage("'parliament' is none of the 6 words");
  }

  @Test
  void vectorsAreCopies() {
    ROYAL.vector("man")[1] = 99;
    ROYAL.matrix()[0] = 99;
    assertThat(ROYAL.vector("man")).containsExactly(0, 2, 0);
    assertThat(ROYAL.vector(0)).containsExactly(3, 3, 0);
  }

  @Test
  void countsAreKnownWhereATextWasCounted() {
    WordCounts words = WordCounts.of(Map.of("b", 3L, "a", 9L), 1);
    WordVectors vectors = WordVectors.of(words, 1, new float[] {1, 2});
    assertThat(vectors.occurrences(0)).hasValue(9);
    assertThat(vectors.indexOf("b")).hasValue(1);
    assertThat(ROYAL.occurrences(0)).isEmpty();
    assertThat(ROYAL.indexOf("emperor")).isEmpty();
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WordVectors.of(List.of("a", "b"), 3, new float[5]))
        .withMessage("matrix: expected [V=2, D=3] = 6 floats, got 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WordVectors.of(List.of("a", "a"), 1, new float[2]))
        .withMessage("words: 'a' occurs twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WordVectors.of(List.of(), 0, new float[0]))
        .withMessage("size: expected at least 1, got 0");
  }
}
