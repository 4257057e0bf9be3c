package dev.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.layers.CellKind;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeightShapesTest {

  private static ModelSettings settings(
      CellKind cell, AttentionKind attention, int layers, boolean tied, boolean shared) {
    int readout = tied ? 3 : 7;
    int decoder = attention == AttentionKind.DOT ? 8 : 5;
    return new ModelSettings(
        cell,
        attention,
        3,
        4,
        decoder,
        6,
        readout,
        layers,
        layers + 1,
        0,
        tied,
        shared,
        WeightInitialiser.XAVIER_UNIFORM,
        0.05f);
  }

  static Stream<ModelSettings> everyKindOfModel() {
    return Stream.of(CellKind.values())
        .flatMap(cell ->
            Stream.of(AttentionKind.values())
                .flatMap(attention ->
                    Stream.of(
                        settings(cell, attention, 1, false, false),
                        settings(cell, attention, 2, true, false),
                        settings(cell, attention, 1, false, true),
                        settings(cell, attention, 3, true, true))));
  }

  @ParameterizedTest
  @MethodSource("everyKindOfModel")
  void theyAreThoseOfAModelThatIsBuilt(ModelSettings settings) {
    int sourceSize = settings.shareEmbeddings() ? 9 : 11;
    Seq2Seq model = new Seq2Seq(settings, sourceSize, 9, 0, new SplittableRandom(1));
    Map<String, Shape> built = new LinkedHashMap<>();
    model.weights().forEach((name, weight) -> built.put(name, weight.shape()));
    assertThat(Seq2Seq.weightShapes(settings, sourceSize, 9).entrySet())
        .containsExactlyElementsOf(built.entrySet());
  }

  @ParameterizedTest
  @MethodSource("everyKindOfModel")
  void aModelOfKnownWeightsHasExactlyThem(ModelSettings settings) {
    int sourceSize = settings.shareEmbeddings() ? 9 : 11;
    Map<String, Tensor> known =
        new Seq2Seq(settings, sourceSize, 9, 0, new SplittableRandom(2)).weights();
    Seq2Seq model =
        Seq2Seq.of(
            settings,
            sourceSize,
            9,
            0,
            (name, values) -> {
              assertThat(values.toArray()).containsOnly(0f);
              assertThat(known).hasEntrySatisfying(name, values::copyFrom);
            });
    assertThat(model.weights().keySet()).containsExactlyElementsOf(known.keySet());
    model
        .weights()
        .forEach((name, weight) ->
            assertThat(known)
                .hasEntrySatisfying(
                    name, one -> assertThat(weight.toArray()).isEqualTo(one.toArray())));
    assertThat(model.sourceSize()).isEqualTo(sourceSize);
    assertThat(model.targetSize()).isEqualTo(9);
  }

  @Test
  void aModelTooLargeForArraysIsRefusedBeforeMemoryIsAskedFor() {
    ModelSettings huge =
        new ModelSettings(
            CellKind.LSTM,
            AttentionKind.ADDITIVE,
            3,
            1 << 29,
            1 << 29,
            6,
            7,
            1,
            1,
            0,
            false,
            false,
            WeightInitialiser.XAVIER_UNIFORM,
            0.05f);
    assertThatThrownBy(() -> Seq2Seq.weightShapes(huge, 11, 9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("array can hold");
  }
}
