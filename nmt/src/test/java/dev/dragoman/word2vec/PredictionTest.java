package dev.dragoman.word2vec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Updates against central differences of the loss formulas, which are written out here in double.
 */
class PredictionTest {
  private static final int SIZE = 5;
  private static final int WORD = 4;
  private static final double STEP = 1e-5;
  private static final double TOLERANCE = 1e-5;
  private static final long SEED = 7;

  private final WordCounts words = elevenWords();

  @ParameterizedTest
  @EnumSource
  void bothSidesMoveDownTheGradientOfTheLoss(Word2VecLoss loss) {
    Word2VecSettings settings = settings(Word2VecKind.SKIP_GRAM, loss);
    Objective objective = Objective.of(settings, words);
    Weights weights = randomWeights(settings, objective);
    float[] hidden = Arrays.copyOf(new float[] {0.3f, -0.7f, 0.5f, 0.9f, -0.2f}, weights.stride());
    Targets targets = targetsOf(objective, weights);
    double[] parameters = parameters(hidden, weights);
    double[] gradient = centralDifferences(p -> loss(p, targets, weights.stride()), parameters);

    float[] dHidden = new float[weights.stride()];
    new Prediction(objective, weights)
        .learn(WORD, hidden, 0, dHidden, 0, 1f, new Randomness(SEED, 0));

    for (int i = 0; i < SIZE; i++) {
      assertThat((double) dHidden[i]).as("h[%d]", i).isCloseTo(-gradient[i], within(TOLERANCE));
    }
    for (int i = 0; i < weights.output().length; i++) {
      int at = weights.stride() + i;
      assertThat((double) weights.output()[i])
          .as("output row %d, column %d", i / weights.stride(), i % weights.stride())
          .isCloseTo(parameters[at] - gradient[at], within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSkipGramPairMovesTheContextWordsVector(Word2VecLoss loss) {
    Word2VecSettings settings = settings(Word2VecKind.SKIP_GRAM, loss);
    Objective objective = Objective.of(settings, words);
    Weights weights = randomWeights(settings, objective);
    Targets targets = targetsOf(objective, weights);
    int row = 2 * weights.stride();
    float[] before = Arrays.copyOfRange(weights.input(), row, row + weights.stride());
    double[] gradient =
        centralDifferences(p -> loss(p, targets, weights.stride()), parameters(before, weights));

    learn(settings, objective, weights, new int[] {2, WORD}, 1);

    for (int i = 0; i < SIZE; i++) {
      assertThat((double) weights.input()[row + i])
          .isCloseTo(before[i] - gradient[i], within(TOLERANCE));
    }
  }

  @Test
  void cbowGivesTheGradientOfTheMeanToEveryWordOfTheWindow() {
    Word2VecSettings settings = settings(Word2VecKind.CBOW, Word2VecLoss.NEGATIVE_SAMPLING);
    Objective objective = Objective.of(settings, words);
    Weights weights = randomWeights(settings, objective);
    Targets targets = targetsOf(objective, weights);
    float[] before = weights.input().clone();
    int[] context = {2, 9, 6};
    double[] gradient =
        centralDifferences(
            p -> loss(p, targets, weights.stride()),
            parameters(mean(before, context, weights.stride()), weights));

    learn(settings, objective, weights, new int[] {2, 9, WORD, 6}, 2);

    for (int word : context) {
      for (int i = 0; i < SIZE; i++) {
        int at = word * weights.stride() + i;
        assertThat((double) weights.input()[at])
            .as("word %d, column %d", word, i)
            .isCloseTo(before[at] - gradient[i], within(TOLERANCE));
      }
    }
    int centre = WORD * weights.stride();
    assertThat(Arrays.copyOfRange(weights.input(), centre, centre + weights.stride()))
        .containsExactly(Arrays.copyOfRange(before, centre, centre + weights.stride()));
  }

  @ParameterizedTest
  @EnumSource
  void theReportedLossIsTheFormulas(Word2VecLoss loss) {
    Word2VecSettings settings = settings(Word2VecKind.SKIP_GRAM, loss);
    Objective objective = Objective.of(settings, words);
    Weights weights = randomWeights(settings, objective);
    Targets targets = targetsOf(objective, weights);
    float[] hidden = Arrays.copyOf(new float[] {0.3f, -0.7f, 0.5f, 0.9f, -0.2f}, weights.stride());
    double expected = loss(parameters(hidden, weights), targets, weights.stride());
    Prediction prediction = new Prediction(objective, weights);

    prediction.learn(WORD, hidden, 0, hidden, 0, 1f, new Randomness(SEED, 0));

    assertThat(prediction.takeMeanLoss()).isCloseTo(expected, within(TOLERANCE));
    assertThat(prediction.takeMeanLoss()).isNaN();
  }

  @ParameterizedTest
  @EnumSource
  void thePaddingOfRowsStaysZero(Word2VecKind kind) {
    Word2VecSettings settings = settings(kind, Word2VecLoss.NEGATIVE_SAMPLING);
    Objective objective = Objective.of(settings, words);
    Weights weights = randomWeights(settings, objective);

    learn(settings, objective, weights, new int[] {2, 9, WORD, 6}, 2);

    for (int i = 0; i < weights.input().length; i++) {
      if (i % weights.stride() >= SIZE) {
        assertThat(weights.input()[i]).isZero();
        assertThat(weights.output()[i]).isZero();
      }
    }
  }

  private static void learn(
      Word2VecSettings settings, Objective objective, Weights weights, int[] sentence, int centre) {
    Prediction prediction = new Prediction(objective, weights);
    Architecture.of(settings, weights, prediction)
        .learn(sentence, 0, centre, sentence.length, 1f, new Randomness(SEED, 0));
  }

  /** −Σ log σ(±oₖ·h) of the parameters: h, then the output table. */
  private static double loss(double[] parameters, Targets targets, int stride) {
    double loss = 0;
    for (int k = 0; k < targets.count(); k++) {
      double score = 0;
      for (int i = 0; i < SIZE; i++) {
        score += parameters[i] * parameters[stride + targets.rows()[k] + i];
      }
      double agreement = targets.labels()[k] == 1f ? score : -score;
      loss += Math.log(1 + Math.exp(-agreement));
    }
    return loss;
  }

  private static double[] centralDifferences(
      ToDoubleFunction<double[]> function, double[] parameters) {
    double[] gradient = new double[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      double value = parameters[i];
      parameters[i] = value + STEP;
      double above = function.applyAsDouble(parameters);
      parameters[i] = value - STEP;
      double below = function.applyAsDouble(parameters);
      parameters[i] = value;
      gradient[i] = (above - below) / (2 * STEP);
    }
    return gradient;
  }

  private static double[] parameters(float[] hidden, Weights weights) {
    double[] parameters = new double[hidden.length + weights.output().length];
    for (int i = 0; i < hidden.length; i++) {
      parameters[i] = hidden[i];
    }
    for (int i = 0; i < weights.output().length; i++) {
      parameters[hidden.length + i] = weights.output()[i];
    }
    return parameters;
  }

  private static float[] mean(float[] input, int[] context, int stride) {
    float[] mean = new float[stride];
    for (int word : context) {
      for (int i = 0; i < stride; i++) {
        mean[i] += input[word * stride + i] / context.length;
      }
    }
    return mean;
  }

  /** The targets that the prediction will draw, each of them once: a repeated one moves twice. */
  private static Targets targetsOf(Objective objective, Weights weights) {
    Targets targets = new Targets(objective.mostTargets());
    objective.choose(WORD, weights.stride(), targets, new Randomness(SEED, 0));
    assertThat(Arrays.stream(targets.rows()).limit(targets.count()).distinct().count())
        .isEqualTo(targets.count())
        .isGreaterThan(2);
    return targets;
  }

  private Weights randomWeights(Word2VecSettings settings, Objective objective) {
    Weights weights = new Weights(words.size(), objective.outputRows(), settings);
    Randomness random = new Randomness(3, 0);
    for (int i = 0; i < weights.output().length; i++) {
      if (i % weights.stride() < SIZE) {
        weights.output()[i] = random.signedUnit();
      }
    }
    return weights;
  }

  private static Word2VecSettings settings(Word2VecKind kind, Word2VecLoss loss) {
    return Word2VecSettings.defaults(kind)
        .withLoss(loss)
        .withSize(SIZE)
        .withNegative(3, 0.75)
        .withInitialRange(4);
  }

  private static WordCounts elevenWords() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (long i = 1; i <= 11; i++) {
      counts.put("word" + i, 100 / i);
    }
    return WordCounts.of(counts, 1);
  }
}
