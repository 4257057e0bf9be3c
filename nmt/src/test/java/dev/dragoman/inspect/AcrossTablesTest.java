package dev.dragoman.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.model.TableSide;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workers;
import dev.dragoman.vocab.Specials;
import dev.dragoman.word2vec.WordVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AcrossTablesTest {
  private static final SavedModel SAVED = SmallModel.saved();
  private static final EmbeddingTable SOURCE = EmbeddingTable.of(SAVED, TableSide.SOURCE);
  private static final EmbeddingTable TARGET = EmbeddingTable.of(SAVED, TableSide.TARGET);

  private static Correspondences count(int threads, AlignedPairs pairs) {
    try (Workers workers = new Workers(threads)) {
      return Correspondences.count(SAVED.model(), SOURCE, TARGET, pairs, workers);
    }
  }

  private static AlignedPairs pairs() {
    return AlignedPairs.of(
        List.of(List.of("la", "reine"), List.of("la", "femme"), List.of("le", "roi", "reine")),
            SmallModel.FRENCH,
        List.of(List.of("the", "queen"), List.of("the", "woman"), List.of("king")),
            SmallModel.ENGLISH);
  }

  @Test
  void countsAreWhereTheModelLookedWhenItWroteEachTargetWord() {
    int queen = SmallModel.ENGLISH.id("queen");
    int[] source = {SmallModel.FRENCH.id("la"), SmallModel.FRENCH.id("reine"), Specials.EOS};
    Tensor attention =
        SAVED
            .model()
            .attention(
                new Ids(source, Shape.of(1, 3)),
                new int[] {3},
                new Ids(
                    new int[] {Specials.BOS, SmallModel.ENGLISH.id("the"), queen}, Shape.of(1, 3)));
    RankedToken found =
        count(1, pairs()).of("reine", 9).stream()
            .filter(token -> token.id() == queen)
            .findFirst()
            .orElseThrow();
    assertThat(found.score()).isCloseTo(2 * attention.get(1, 0, 1) / (2.0 + 1.0), within(1e-6));
  }

  @Test
  void attentionIsNothingAtPaddingAndWholeAtWords() {
    Ids source = new Ids(new int[] {5, 4, 6, 3, 4, 3, 0, 0}, Shape.of(2, 4));
    Tensor attention =
        SAVED
            .model()
            .attention(
                source, new int[] {4, 2}, new Ids(new int[] {2, 4, 5, 2, 4, 0}, Shape.of(2, 3)));
    assertThat(attention.shape()).isEqualTo(Shape.of(3, 2, 4));
    assertThat(attention.get(1, 1, 2)).isZero();
    assertThat(attention.get(1, 1, 0) + attention.get(1, 1, 1)).isCloseTo(1f, within(1e-5f));
  }

  @Test
  void countsDoNotDependOnThreads() {
    assertThat(count(2, pairs()).of("la", 9)).isEqualTo(count(1, pairs()).of("la", 9));
    assertThat(count(1, pairs()).occurrences("la")).isEqualTo(2);
  }

  @Test
  void theDictionaryHasPairsOfWhichEachIsTheOthersBest() {
    Correspondences counted = count(1, pairs());
    for (Correspondences.IdPair pair : counted.dictionary(1)) {
      assertThat(counted.of(SOURCE.tokens().get(pair.source()), 1).getFirst().id())
          .isEqualTo(pair.target());
    }
    assertThat(counted.dictionary(1)).isNotEmpty();
    assertThat(counted.dictionary(3)).isEmpty();
  }

  @Test
  void aRotatedTableIsFoundAgain() {
    SplittableRandom random = new SplittableRandom(7);
    double angle = 1.1;
    float[] source = new float[60 * 3];
    float[] target = new float[source.length];
    for (int row = 0; row < 60; row++) {
      double x = random.nextDouble() - 0.5;
      double y = random.nextDouble() - 0.5;
      double z = random.nextDouble() - 0.5;
      set(source, row, x, y, z);
      set(
          target,
          row,
          Math.cos(angle) * x - Math.sin(angle) * y,
          Math.sin(angle) * x + Math.cos(angle) * y,
          -z);
    }
    List<Correspondences.IdPair> dictionary = new ArrayList<>();
    IntStream.range(0, 40).forEach(row -> dictionary.add(new Correspondences.IdPair(row, row)));
    OrthogonalMapping mapping = OrthogonalMapping.learn(table(source), table(target), dictionary);
    assertThat(mapping.entries()).isEqualTo(36);
    assertThat(mapping.precision(1)).isEqualTo(1);
    for (int row = 40; row < 60; row++) {
      RankedToken nearest = mapping.of("w" + row, 1).getFirst();
      assertThat(nearest.token()).isEqualTo("w" + row);
      assertThat(nearest.score()).isCloseTo(1, within(1e-6));
    }
  }

  private static void set(float[] matrix, int row, double... values) {
    for (int i = 0; i < values.length; i++) {
      matrix[row * values.length + i] = (float) values[i];
    }
  }

  private static EmbeddingTable table(float[] matrix) {
    return EmbeddingTable.of(
        "a file",
        WordVectors.of(IntStream.range(0, 60).mapToObj(row -> "w" + row).toList(), 3, matrix));
  }

  @Test
  void theOrthogonalFactorIsOrthogonalAndThatOfAScaledRotationIsTheRotation() {
    double[] factor = OrthogonalMapping.orthogonalFactor(new double[] {0, -3, 3, 0}, 2);
    assertThat(factor).containsExactly(new double[] {0, -1, 1, 0}, within(1e-9));
    double[] skewed = OrthogonalMapping.orthogonalFactor(new double[] {2, 1, 0.5, 1e-3}, 2);
    assertThat(skewed[0] * skewed[1] + skewed[2] * skewed[3]).isCloseTo(0, within(1e-9));
    assertThat(skewed[0] * skewed[0] + skewed[2] * skewed[2]).isCloseTo(1, within(1e-9));
  }

  @Test
  void aMappingNeedsADictionary() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OrthogonalMapping.learn(SOURCE, TARGET, List.of()))
        .withMessageContaining("expected at least 10 entries to learn a mapping from, got 0");
  }
}
