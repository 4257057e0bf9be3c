package dev.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.layers.CellKind;
import dev.dragoman.model.Arithmetic.Counts;
import dev.dragoman.tensor.Shape;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArithmeticTest {
  private static final int SOURCE_WORDS = 13;
  private static final int TARGET_WORDS = 11;

  private static ModelSettings settings(CellKind cell, AttentionKind attention, int layers) {
    return new ModelSettings(
        cell,
        attention,
        4,
        6,
        12,
        5,
        7,
        layers,
        layers,
        0f,
        false,
        false,
        WeightInitialiser.XAVIER_UNIFORM,
        0.05f);
  }

  /**
   * Each weight of a matrix is multiplied once per place that it is used at; embeddings and biases
   * are not multiplied.
   */
  private static long matrixWeights(ModelSettings settings) {
    long sum = 0;
    for (Map.Entry<String, Shape> weight :
        Seq2Seq.weightShapes(settings, SOURCE_WORDS, TARGET_WORDS).entrySet()) {
      boolean counts =
          weight.getValue().rank() == 2
              && !weight.getKey().endsWith("Embedding")
              && !weight.getKey().equals("attention.energy");
      sum += counts ? weight.getValue().size() : 0;
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource(AttentionKind.class)
  void aSentenceOfOneWordOnBothSidesUsesEachWeightOnce(AttentionKind attention) {
    for (CellKind cell : CellKind.values()) {
      for (int layers = 1; layers <= 3; layers++) {
        ModelSettings settings = settings(cell, attention, layers);
        double withoutPairs =
            Arithmetic.of(settings, TARGET_WORDS).multiplyAdds(new Counts(1, 1, 1, 0));
        assertThat(withoutPairs).isEqualTo((double) matrixWeights(settings));
      }
    }
  }

  @Test
  void trainingTakesThreeTimesTheForwardPassAndABeamOfOneIsGreedy() {
    Arithmetic arithmetic =
        Arithmetic.of(settings(CellKind.GRU, AttentionKind.ADDITIVE, 1), TARGET_WORDS);
    Counts counts = new Counts(3, 20, 17, 113);
    double greedy = arithmetic.greedyPerTargetToken(counts);
    assertThat(greedy).isCloseTo(2 * arithmetic.multiplyAdds(counts) / 17, within(1e-9));
    assertThat(arithmetic.trainingPerTargetToken(counts)).isEqualTo(3 * greedy);
    assertThat(arithmetic.beamPerTargetToken(counts, 1)).isEqualTo(greedy);
    assertThat(arithmetic.beamPerTargetToken(counts, 5)).isBetween(2 * greedy, 5 * greedy);
  }
}
