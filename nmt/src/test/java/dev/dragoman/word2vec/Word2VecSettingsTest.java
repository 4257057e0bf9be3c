package dev.dragoman.word2vec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class Word2VecSettingsTest {
  private static final Word2VecSettings DEFAULTS = Word2VecSettings.defaults();

  @Test
  void theDefaultsAreTheOriginalToolsAndGensims() {
    assertThat(DEFAULTS)
        .isEqualTo(
            new Word2VecSettings(
                Word2VecKind.SKIP_GRAM,
                Word2VecLoss.NEGATIVE_SAMPLING,
                100,
                5,
                5,
                0.75,
                0.001,
                5,
                5,
                1,
                1,
                0.025,
                0.0001,
                2,
                10_000));
    assertThat(Word2VecSettings.defaults(Word2VecKind.CBOW).learningRate()).isEqualTo(0.05);
  }

  @Test
  void everyChangeChangesItsSettingAlone() {
    Word2VecSettings changed =
        DEFAULTS
            .withLoss(Word2VecLoss.HIERARCHICAL_SOFTMAX)
            .withSize(2)
            .withWindow(3)
            .withNegative(4, 0.5)
            .withSample(0)
            .withMinCount(6)
            .withEpochs(7)
            .withThreads(8)
            .withSeed(9)
            .withLearningRate(0.1, 0.01)
            .withInitialRange(0.5)
            .withBatchWords(11);
    assertThat(changed)
        .isEqualTo(
            new Word2VecSettings(
                Word2VecKind.SKIP_GRAM,
                Word2VecLoss.HIERARCHICAL_SOFTMAX,
                2,
                3,
                4,
                0.5,
                0,
                6,
                7,
                8,
                9,
                0.1,
                0.01,
                0.5,
                11));
  }

  @Test
  void valuesOutsideTheirRangeAreRefusedByName() {
    assertRefused(() -> DEFAULTS.withSize(0), "size: expected at least 1, got 0");
    assertRefused(() -> DEFAULTS.withSize(70_000), "size: expected at most 65536, got 70000");
    assertRefused(() -> DEFAULTS.withWindow(0), "window: expected at least 1, got 0");
    assertRefused(() -> DEFAULTS.withNegative(0, 0.75), "negative: expected at least 1, got 0");
    assertRefused(
        () -> DEFAULTS.withNegative(5, Double.NaN),
        "negativeExponent: expected a finite number, got NaN");
    assertRefused(
        () -> DEFAULTS.withSample(5),
        "sample: expected a share of the text in [0, 1] such as 0.001, got 5.0");
    assertRefused(() -> DEFAULTS.withMinCount(0), "minCount: expected at least 1, got 0");
    assertRefused(() -> DEFAULTS.withEpochs(0), "epochs: expected at least 1, got 0");
    assertRefused(() -> DEFAULTS.withThreads(0), "threads: expected at least 1, got 0");
    assertRefused(
        () -> DEFAULTS.withLearningRate(0, 0), "learningRate: expected a number above 0, got 0.0");
    assertRefused(
        () -> DEFAULTS.withLearningRate(0.1, 0.2),
        "minLearningRate: expected a number from 0 to learningRate = 0.1, got 0.2");
    assertRefused(
        () -> DEFAULTS.withInitialRange(Double.NaN),
        "initialRange: expected a number above 0, got NaN");
    assertRefused(() -> DEFAULTS.withBatchWords(0), "batchWords: expected at least 1, got 0");
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }
}
