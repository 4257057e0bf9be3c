package dev.dragoman.word2vec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real text: the first 1.17 million words of text8, trained as gensim 4.2.0 was with the same
 * settings, whose means over seeds 1, 2 and 3 are the figures below.
 */
class Text8Test {
  private static final Path FOLDER =
      Path.of(System.getProperty("dragoman.data", "absent"), "embeddings");
  private static final Path TEXT = FOLDER.resolve("corpus/text8-first-6877825-bytes.txt.gz");
  private static final int SEEDS = 3;

  @Test
  void theTextIsCountedAsGensimCountsIt() {
    assumePresent();
    TrainingText text = TrainingText.read(TEXT, 5);
    assertThat(text.length()).isEqualTo(1_171_946);
    assertThat(text.words().size()).isEqualTo(15_440);
    assertThat(text.sentences()).isEqualTo(118);
    assertThat(text.words().word(0)).isEqualTo("the");
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({"SKIP_GRAM, 5, 5.91, 0.407, 0.197", "CBOW, 5, 4.69, 0.387, 0.155"})
  void vectorsAreAsGoodAsGensims(
      Word2VecKind kind, int epochs, double analogies, double wordSim, double simLex) {
    assumePresent();
    TrainingText text = TrainingText.read(TEXT, 5);
    double[] mean = new double[3];
    for (int seed = 1; seed <= SEEDS; seed++) {
      WordVectors vectors =
          new Word2VecTrainer(Word2VecSettings.defaults(kind).withEpochs(epochs).withSeed(seed))
              .train(text);
      AnalogyReport report =
          AnalogyEvaluation.evaluate(vectors, FOLDER.resolve("eval/questions-words.txt"));
      assertThat(report.total().answerable()).isEqualTo(6571);
      mean[0] += 100 * report.total().accuracy() / SEEDS;
      mean[1] += pairs(vectors, "wordsim353.tsv") / SEEDS;
      mean[2] += pairs(vectors, "simlex999.txt") / SEEDS;
    }
    assertThat(mean[0]).as("analogies, percent").isGreaterThan(analogies - 0.5);
    assertThat(mean[1]).as("WordSim-353").isGreaterThan(wordSim - 0.02);
    assertThat(mean[2]).as("SimLex-999").isGreaterThan(simLex - 0.02);
  }

  private static double pairs(WordVectors vectors, String name) {
    return WordPairEvaluation.evaluate(vectors, FOLDER.resolve("eval").resolve(name)).spearman();
  }

  private static void assumePresent() {
    assumeThat(Files.exists(TEXT))
        .as("needs text8, which is not part of the project, under the property dragoman.data")
        .isTrue();
  }
}
