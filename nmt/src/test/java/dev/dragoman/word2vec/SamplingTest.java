package dev.dragoman.word2vec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplingTest {
  private static final int DRAWS = 1_000_000;

  /** χ² of 5 degrees of freedom lies above this once in 100,000 times. */
  private static final double CHI_SQUARE_BOUND = 30.9;

  @Test
  void theAliasTableDrawsInProportionToTheWeights() {
    double[] weights = {0.5, 8, 1, 0.25, 3, 0.1};
    AliasTable table = new AliasTable(weights);
    Randomness random = new Randomness(1, 0);
    int[] drawn = new int[weights.length];
    for (int i = 0; i < DRAWS; i++) {
      drawn[table.draw(random.next())]++;
    }
    assertThat(chiSquare(drawn, weights)).isLessThan(CHI_SQUARE_BOUND);
  }

  @Test
  void whatHasNoWeightIsNeverDrawn() {
    AliasTable table = new AliasTable(new double[] {0, 1, 0, 2});
    Randomness random = new Randomness(2, 0);
    assertThat(IntStream.generate(() -> table.draw(random.next())).limit(DRAWS))
        .allMatch(index -> index == 1 || index == 3);
    assertThat(new AliasTable(new double[] {7}).draw(random.next())).isZero();
  }

  @Test
  void negativesComeByCountToTheThreeQuartersAndNeverAreTheWordItself() {
    WordCounts words =
        WordCounts.of(Map.of("a", 1000L, "b", 300L, "c", 100L, "d", 30L, "e", 10L, "f", 5L), 1);
    NegativeSampling sampling = new NegativeSampling(words, Word2VecSettings.defaults());
    Randomness random = new Randomness(3, 0);
    Targets targets = new Targets(sampling.mostTargets());
    int[] drawn = new int[6];
    for (int i = 0; i < DRAWS / 5; i++) {
      sampling.choose(2, 1, targets, random);
      assertThat(targets.rows()[0]).isEqualTo(2);
      assertThat(targets.labels()[0]).isEqualTo(1f);
      for (int k = 1; k < targets.count(); k++) {
        assertThat(targets.labels()[k]).isZero();
        drawn[targets.rows()[k]]++;
      }
    }
    double[] weights = new double[6];
    for (int word = 0; word < 6; word++) {
      weights[word] = word == 2 ? 0 : Math.pow((double) words.count(word), 0.75);
    }
    assertThat(drawn[2]).isZero();
    assertThat(chiSquare(drawn, weights)).isLessThan(CHI_SQUARE_BOUND);
  }

  @Test
  void frequentWordsAreKeptWithTheOriginalToolsProbability() {
    WordCounts words = WordCounts.of(Map.of("frequent", 900L, "usual", 90L, "rare", 10L), 1);
    double threshold = 0.05;
    Subsampling subsampling = new Subsampling(words, threshold);
    int[] text = IntStream.range(0, 300_000).map(i -> i % 3).toArray();
    int[] kept = new int[text.length];

    int count = subsampling.keep(text, 0, text.length, kept, new Randomness(4, 0));

    assertThat(share(kept, count, 0))
        .isCloseTo(Math.sqrt(threshold / 0.9) + threshold / 0.9, within(0.005));
    assertThat(share(kept, count, 1)).as("√(5/9) + 5/9 is more than 1").isEqualTo(1);
    assertThat(share(kept, count, 2)).isEqualTo(1);
  }

  @Test
  void aThresholdOfZeroKeepsEveryWordOfTheVocabulary() {
    WordCounts words = WordCounts.of(Map.of("a", 9000L, "b", 1L), 1);
    int[] text = {0, 1, TrainingText.LEFT_OUT, 0, 0};
    int[] kept = new int[5];
    int count = new Subsampling(words, 0).keep(text, 0, 5, kept, new Randomness(5, 0));
    assertThat(Arrays.copyOf(kept, count)).containsExactly(0, 1, 0, 0);
  }

  @Test
  void theSigmoidIsWithinFourMillionths() {
    for (double x = -20; x <= 20; x += 0.00137) {
      assertThat((double) Sigmoid.of((float) x))
          .isCloseTo(1 / (1 + Math.exp(-(float) x)), within(4e-6));
    }
    assertThat(Sigmoid.of(Float.POSITIVE_INFINITY)).isEqualTo(1f);
    assertThat(Sigmoid.of(Float.NEGATIVE_INFINITY)).isZero();
    assertThat(Sigmoid.of(Float.NaN)).isNaN();
  }

  @Test
  void randomNumbersAreEvenAndTheSameForever() {
    Randomness random = new Randomness(42, 0);
    int[] drawn = new int[6];
    for (int i = 0; i < DRAWS; i++) {
      drawn[random.below(6)]++;
    }
    assertThat(chiSquare(drawn, new double[] {1, 1, 1, 1, 1, 1})).isLessThan(CHI_SQUARE_BOUND);
    assertThat(IntStream.generate(new Randomness(42, 0)::positiveInt).limit(3))
        .containsExactly(1584862093, 538850506, 1227482698);
    assertThat(new Randomness(42, 1).next()).isNotEqualTo(new Randomness(42, 0).next());
    assertThat(new Randomness(43, 0).next()).isNotEqualTo(new Randomness(42, 0).next());
  }

  private static double chiSquare(int[] drawn, double[] weights) {
    double draws = Arrays.stream(drawn).sum();
    double sum = Arrays.stream(weights).sum();
    double chiSquare = 0;
    for (int i = 0; i < drawn.length; i++) {
      double expected = draws * weights[i] / sum;
      chiSquare += expected == 0 ? 0 : (drawn[i] - expected) * (drawn[i] - expected) / expected;
    }
    return chiSquare;
  }

  private static double share(int[] kept, int count, int word) {
    return Arrays.stream(kept).limit(count).filter(each -> each == word).count() / 100_000.0;
  }
}
