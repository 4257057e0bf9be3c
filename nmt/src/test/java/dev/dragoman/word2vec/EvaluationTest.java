package dev.dragoman.word2vec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  /** The angle of each word in degrees, on a circle. */
  private static final WordVectors CIRCLE =
      circle(
          List.of("rome", "italy", "paris", "france", "Berlin", "germany", "walk", "walked"),
          0,
          10,
          90,
          100,
          180,
          190,
          270,
          290);

  private static final EvaluationSettings SETTINGS = EvaluationSettings.defaults();

  @TempDir Path folder;

  @Test
  void answersAreCountedBySectionAndInTotal() throws IOException {
    AnalogyReport report =
        AnalogyEvaluation.evaluate(
            CIRCLE,
            file(
                """
                : capitals
                Rome Italy Paris France
                rome italy berlin germany
                Rome Italy Madrid Spain
                : gram1-past
                rome italy walk walked

                walk walked rome
                """));
    assertThat(report.sections())
        .containsExactly(
            new AnalogySection("capitals", 2, 0, 1), new AnalogySection("gram1-past", 1, 0, 0));
    assertThat(report.total()).isEqualTo(new AnalogySection("total", 3, 0, 1));
    assertThat(report.semantic()).isEqualTo(new AnalogySection("semantic", 2, 0, 1));
    assertThat(report.syntactic()).isEqualTo(new AnalogySection("syntactic", 1, 0, 0));
    assertThat(report.invalidLines()).containsExactly(8);
  }

  @Test
  void questionWordsAreNoAnswers() throws IOException {
    WordVectors vectors = circle(List.of("a", "b", "c", "far"), 0, 1, 40, 90);
    assertThat(
            AnalogyEvaluation.evaluate(vectors, file(": s\na b c far\na b c c\n"))
                .total()
                .correct())
        .as("c itself is nearest to b − a + c")
        .isOne();
  }

  @Test
  void ofWordsThatDifferInCaseTheMoreFrequentCounts() throws IOException {
    WordVectors vectors =
        circle(
            List.of("Rome", "italy", "paris", "FRANCE", "rome", "france"), 0, 10, 90, 77, 55, 100);
    Path question = file(": s\nrome italy paris france\n");
    assertThat(AnalogyEvaluation.evaluate(vectors, question).total().correct()).isOne();
    assertThat(
            AnalogyEvaluation.evaluate(vectors, question, SETTINGS.withLetterCase(LetterCase.KEPT))
                .total()
                .correct())
        .isZero();
  }

  @Test
  void aQuestionWordInAnotherCaseIsPassedOver() throws IOException {
    WordVectors vectors = circle(List.of("a", "b", "c", "C", "d"), 0, 10, 90, 99, 102);
    assertThat(AnalogyEvaluation.evaluate(vectors, file(": s\na b c d\n")).total().correct())
        .as("C is nearest, but spelt like the question word c")
        .isOne();
  }

  @Test
  void onlyTheMostFrequentWordsTakePart() throws IOException {
    Path questions = file(": s\nrome italy paris france\nrome italy berlin germany\n");
    AnalogyReport report =
        AnalogyEvaluation.evaluate(CIRCLE, questions, SETTINGS.withMostFrequent(4));
    assertThat(report.total()).isEqualTo(new AnalogySection("total", 1, 0, 1));
  }

  @Test
  void questionsWithUnknownWordsMayCountAsWrong() throws IOException {
    AnalogyReport report =
        AnalogyEvaluation.evaluate(
            CIRCLE,
            file(": s\nrome italy paris france\nrome italy madrid spain\n"),
            SETTINGS.withUnknownWords(UnknownWords.COUNT_AS_WRONG));
    assertThat(report.total()).isEqualTo(new AnalogySection("total", 1, 1, 0));
    assertThat(report.total().accuracy()).isEqualTo(0.5);
    assertThat(new AnalogySection("none", 0, 0, 4).accuracy()).isZero();
  }

  @Test
  void manyQuestionsOnSeveralThreadsCountTheSame() throws IOException {
    String many = ": s\n" + "rome italy paris france\nrome italy walk walked\n".repeat(500);
    AnalogyReport report = AnalogyEvaluation.evaluate(CIRCLE, file(many), SETTINGS.withThreads(3));
    assertThat(report).isEqualTo(AnalogyEvaluation.evaluate(CIRCLE, file(many)));
    assertThat(report.total().answerable()).isEqualTo(1000);
  }

  @Test
  void wordsBeyondTheFirstBlockAreFoundToo() throws IOException {
    String[] words = new String[3000];
    double[] degrees = new double[3000];
    for (int i = 0; i < words.length; i++) {
      words[i] = "w" + i;
      degrees[i] = 225;
    }
    degrees[5] = 0;
    degrees[2999] = 10;
    degrees[1024] = 90;
    degrees[2047] = 100;
    Path questions = file(": s\nw5 w2999 w1024 w2047\n");
    WordVectors vectors = circle(List.of(words), degrees);
    assertThat(AnalogyEvaluation.evaluate(vectors, questions).total().correct()).isOne();
  }

  @Test
  void filesWithoutQuestionsAreRefused() throws IOException {
    Path unnamed = file("a b c d\n");
    assertThatExceptionOfType(Word2VecException.class)
        .isThrownBy(() -> AnalogyEvaluation.evaluate(CIRCLE, unnamed))
        .withMessage(
            unnamed
                + ", line 1: expected a section's name, such as ': family', before the first"
                + " question, got 'a b c d'");
    Path empty = file(": a\n\n: b\nx y z\n");
    assertThatExceptionOfType(Word2VecException.class)
        .isThrownBy(() -> AnalogyEvaluation.evaluate(CIRCLE, empty))
        .withMessageContaining("no analogy questions in it");
  }

  @Test
  void cosinesAreComparedWithJudgements() throws IOException {
    WordPairReport report =
        WordPairEvaluation.evaluate(
            CIRCLE,
            file(
                """
                # a comment
                Word 1\tWord 2\tHuman (mean)
                Rome\tItaly\t9.5
                rome\tparis\t5
                rome\tberlin\t1.0

                rome\tmadrid\t7
                walk\twalked\t8e0
                rome italy 3
                """));
    double[] judged = {9.5, 5, 1, 8};
    double[] cosines = {cos(10), cos(90), cos(180), cos(20)};
    assertThat(report.pearson()).isCloseTo(Correlation.pearson(judged, cosines), within(1e-6));
    assertThat(report.spearman()).isEqualTo(1);
    assertThat(report.pairs()).isEqualTo(4);
    assertThat(report.unknown()).isOne();
    assertThat(report.unknownPercent()).isEqualTo(20);
    assertThat(report.invalidLines()).containsExactly(2, 9);
  }

  @Test
  void unknownPairsMayCountAsUnlike() throws IOException {
    WordPairReport report =
        WordPairEvaluation.evaluate(
            CIRCLE,
            file("rome\titaly\t9\nrome\tparis\t4\nrome\tmadrid\t5\nmadrid\tlisbon\t2\n"),
            SETTINGS.withUnknownWords(UnknownWords.COUNT_AS_WRONG));
    assertThat(report.pairs()).isEqualTo(4);
    assertThat(report.unknown()).isEqualTo(2);
    assertThat(report.unknownPercent()).isEqualTo(50);
  }

  @Test
  void pairFilesWithoutKnownPairsAreRefused() throws IOException {
    Path blanks = file("rome italy 9\n");
    assertThatExceptionOfType(Word2VecException.class)
        .isThrownBy(() -> WordPairEvaluation.evaluate(CIRCLE, blanks))
        .withMessage(
            blanks + ": no word pairs in it; expected lines of word, tab, word, tab, number");
    Path unknown = file("x\ty\t9\n");
    assertThatExceptionOfType(Word2VecException.class)
        .isThrownBy(() -> WordPairEvaluation.evaluate(CIRCLE, unknown))
        .withMessage(unknown + ": none of its 1 pairs has a vector for both words");
  }

  @Test
  void correlationsAreTheTextbooks() {
    double[] x = {106, 100, 86, 101, 99, 103, 97, 113, 112, 110};
    double[] y = {7, 27, 2, 50, 28, 29, 20, 12, 6, 17};
    assertThat(Correlation.spearman(x, y)).isCloseTo(-29.0 / 165, within(1e-12));
    assertThat(Correlation.pearson(x, y)).isCloseTo(-0.070216326, within(1e-9));
    assertThat(Correlation.ranks(new double[] {3, 1, 3, 2, 3})).containsExactly(4, 1, 4, 2, 4);
    assertThat(Correlation.pearson(new double[] {1, 1}, new double[] {1, 2})).isNaN();
  }

  @Test
  void settingsOutsideTheirRangeAreRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SETTINGS.withMostFrequent(0))
        .withMessage("mostFrequent: expected at least 1, got 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SETTINGS.withThreads(0))
        .withMessage("threads: expected at least 1, got 0");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("questions.txt"), content);
  }

  private static double cos(double degrees) {
    return Math.cos(Math.toRadians(degrees));
  }

  private static WordVectors circle(List<String> words, double... degrees) {
    float[] matrix = new float[2 * degrees.length];
    for (int i = 0; i < degrees.length; i++) {
      matrix[2 * i] = (float) Math.cos(Math.toRadians(degrees[i]));
      matrix[2 * i + 1] = (float) Math.sin(Math.toRadians(degrees[i]));
    }
    return WordVectors.of(words, 2, matrix);
  }
}
