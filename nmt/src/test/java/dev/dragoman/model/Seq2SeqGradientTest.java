package dev.dragoman.model;

import dev.dragoman.autograd.CrossEntropy;
import dev.dragoman.autograd.Noise;
import dev.dragoman.gradientcheck.GradientCheck;
import dev.dragoman.layers.CellKind;
import dev.dragoman.model.SmallModels.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole model's gradients against differences of its loss, with padding on both sides. */
class Seq2SeqGradientTest {

  private static void check(
      ModelSettings settings, float labelSmoothing, @Nullable Long noiseSeed, int elements) {
    Seq2Seq model = SmallModels.model(settings);
    new GradientCheck()
        .parameters(model.parameters().values())
        .atMost(elements)
        .checkLoss((tape, none) -> {
          CrossEntropy.Loss loss =
              model.loss(
                  tape,
                  SmallModels.SOURCE,
                  SmallModels.SOURCE_LENGTHS,
                  SmallModels.TARGET_INPUT,
                  SmallModels.TARGET_OUTPUT,
                  SmallModels.TARGET_LENGTHS,
                  labelSmoothing,
                  1,
                  noiseSeed == null ? null : new Noise(noiseSeed, 0, 0));
          return new GradientCheck.Loss(loss.mean(), loss.sum());
        });
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void everyElementOfEveryParameter(CellKind cell) {
    check(SmallModels.settings(cell, AttentionKind.ADDITIVE, 2), 0.1f, null, Integer.MAX_VALUE);
  }

  static Stream<Arguments> combinations() {
    List<Arguments> all = new ArrayList<>();
    for (CellKind cell : CellKind.values()) {
      for (AttentionKind attention : AttentionKind.values()) {
        for (int layers = 1; layers <= 2; layers++) {
          for (Tables tables : Tables.values()) {
            all.add(Arguments.of(cell, attention, layers, tables, all.size() % 3 == 0 ? 0f : 0.1f));
          }
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0}, {1}, {2} layers, tables {3}, label smoothing {4}")
  @MethodSource("combinations")
  void someElementsOfEveryParameter(
      CellKind cell, AttentionKind attention, int layers, Tables tables, float labelSmoothing) {
    check(SmallModels.settings(cell, attention, layers, tables), labelSmoothing, null, 6);
  }

  @Test
  void dropoutUnderAFixedKey() {
    check(
        SmallModels.settings(CellKind.LSTM, AttentionKind.BILINEAR, 2, Tables.OWN, 0.3f),
        0.1f,
        7L,
        20);
  }
}
