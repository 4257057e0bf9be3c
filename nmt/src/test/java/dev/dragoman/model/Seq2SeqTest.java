package dev.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.dragoman.autograd.CrossEntropy;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.Tape;
import dev.dragoman.layers.CellKind;
import dev.dragoman.model.SmallModels.Tables;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.training.Optimiser;
import dev.dragoman.training.OptimiserKind;
import dev.dragoman.training.OptimiserSettings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Seq2SeqTest {
  private final Seq2Seq model =
      SmallModels.model(SmallModels.settings(CellKind.GRU, AttentionKind.ADDITIVE, 1));

  private static CrossEntropy.Loss loss(Seq2Seq model, Tape tape) {
    return model.loss(
        tape,
        SmallModels.SOURCE,
        SmallModels.SOURCE_LENGTHS,
        SmallModels.TARGET_INPUT,
        SmallModels.TARGET_OUTPUT,
        SmallModels.TARGET_LENGTHS,
        0f,
        5,
        null);
  }

  private static Tensor weight(Map<String, Tensor> weights, String name) {
    return Objects.requireNonNull(weights.get(name), name);
  }

  private static Map<String, Tensor> copies(Seq2Seq model) {
    Map<String, Tensor> copies = new LinkedHashMap<>();
    model.weights().forEach((name, value) -> copies.put(name, value.copy()));
    return copies;
  }

  private static void update(Seq2Seq model, OptimiserKind kind, int times) {
    Optimiser optimiser =
        new Optimiser(OptimiserSettings.defaults().with(kind, 0.05f), model.parameters().values());
    for (int i = 0; i < times; i++) {
      Tape tape = Tape.recording();
      loss(model, tape).mean().backward();
      optimiser.update(tape.gradients());
    }
  }

  @Test
  void onlyRealTargetPositionsAreCounted() {
    assertThat(loss(model, Tape.recording()).targets()).isEqualTo(5);
  }

  @Test
  void theLossIsTheMeanOverTheTargetsOfTheWholeBatch() {
    CrossEntropy.Loss loss = loss(model, Tape.recording());
    assertThat(loss.mean().item()).isEqualTo((float) (loss.sum() / 5));
  }

  @ParameterizedTest
  @EnumSource(Tables.class)
  void parametersAreNamedOnceEach(Tables tables) {
    Seq2Seq each =
        SmallModels.model(SmallModels.settings(CellKind.LSTM, AttentionKind.BILINEAR, 2, tables));
    assertThat(
            each.parameters().keySet().stream().filter(name -> name.endsWith("mbedding")).toList())
        .isEqualTo(
            tables.shared ? List.of("embedding") : List.of("sourceEmbedding", "targetEmbedding"));
    assertThat(each.parameters()).containsKey("output.bias");
    assertThat(each.parameters().containsKey("output.weight")).isEqualTo(!tables.tied);
    each.parameters().forEach((name, parameter) -> assertThat(parameter.name()).isEqualTo(name));
  }

  @ParameterizedTest
  @EnumSource(OptimiserKind.class)
  void everyParameterMovesButPaddingAndWordsThatDoNotOccur(OptimiserKind kind) {
    Map<String, Tensor> before = copies(model);
    update(model, kind, 3);
    before.forEach((name, value) ->
        assertThat(weight(model.weights(), name).toArray()).as(name).isNotEqualTo(value.toArray()));
    assertThat(
            weight(model.weights(), "sourceEmbedding")
                .rowsThatDiffer(weight(before, "sourceEmbedding")))
        .containsExactly(3, 4, 5, 6, 7, 8, 9);
    assertThat(
            weight(model.weights(), "targetEmbedding")
                .rowsThatDiffer(weight(before, "targetEmbedding")))
        .containsExactly(2, 5, 9, 12);
  }

  @ParameterizedTest
  @EnumSource(OptimiserKind.class)
  void thePaddingRowStaysZeroThoughTheOutputIsTied(OptimiserKind kind) {
    Seq2Seq tied =
        SmallModels.model(
            SmallModels.settings(CellKind.GRU, AttentionKind.DOT, 1, Tables.TIED_AND_SHARED));
    update(tied, kind, 3);
    assertThat(tied.targetEmbedding().row(SmallModels.PAD).toArray()).containsOnly(0f);
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void aFrozenEncoderStaysAndTheRestLearns(CellKind cell) {
    Seq2Seq each = SmallModels.model(SmallModels.settings(cell, AttentionKind.ADDITIVE, 2));
    each.parameters().values().stream()
        .filter(Seq2SeqTest::isOfTheEncoder)
        .forEach(Parameter::freeze);
    Map<String, Tensor> before = copies(each);
    update(each, OptimiserKind.ADAM, 2);
    each.parameters()
        .forEach((name, parameter) ->
            assertThat(parameter.value().rowsThatDiffer(weight(before, name)).length == 0)
                .as(name)
                .isEqualTo(isOfTheEncoder(parameter)));
  }

  private static boolean isOfTheEncoder(Parameter parameter) {
    return parameter.name().startsWith("encoder.") || parameter.name().equals("sourceEmbedding");
  }

  @Test
  void aFrozenEncoderChangesNoOtherGradient() {
    Tape whole = Tape.recording();
    loss(model, whole).mean().backward();
    model.parameters().values().stream()
        .filter(Seq2SeqTest::isOfTheEncoder)
        .forEach(Parameter::freeze);
    Tape part = Tape.recording();
    loss(model, part).mean().backward();
    model.parameters().values().stream()
        .filter(parameter -> !isOfTheEncoder(parameter))
        .forEach(parameter ->
            assertThat(part.gradient(parameter).toArray())
                .as(parameter.name())
                .isEqualTo(whole.gradient(parameter).toArray()));
  }

  @Test
  void oneVocabularyIsNeededToShareEmbeddings() {
    ModelSettings shared =
        SmallModels.settings(CellKind.GRU, AttentionKind.ADDITIVE, 1, Tables.SHARED);
    assertThatThrownBy(() -> new Seq2Seq(shared, 11, 13, 0, new SplittableRandom(1)))
        .hasMessage("share-embeddings needs one vocabulary for both sides, got 11 and 13 words");
  }

  private void assertRefused(
      Ids source, int[] lengths, Ids input, Ids output, int[] targetLengths, String message) {
    assertThatThrownBy(() ->
            model.loss(
                Tape.recording(), source, lengths, input, output, targetLengths, 0f, 5, null))
        .hasMessage(message);
  }

  @Test
  void batchesThatDoNotFitTogetherAreRefusedByName() {
    Ids source = SmallModels.SOURCE;
    int[] lengths = SmallModels.SOURCE_LENGTHS;
    Ids input = SmallModels.TARGET_INPUT;
    Ids output = SmallModels.TARGET_OUTPUT;
    int[] targets = SmallModels.TARGET_LENGTHS;
    assertRefused(
        Ids.of(4, 7),
        lengths,
        input,
        output,
        targets,
        "source: expected ids [B, S], got shape [2]");
    assertRefused(
        source,
        new int[] {5},
        input,
        output,
        targets,
        "sourceLengths: expected B=2 entries, one for each sentence of source, got 1");
    assertRefused(
        source,
        new int[] {5, 6},
        input,
        output,
        targets,
        "sourceLengths[1]: expected 1 to S=5, got 6");
    assertRefused(
        source,
        new int[] {0, 3},
        input,
        output,
        targets,
        "sourceLengths[0]: expected 1 to S=5, got 0");
    assertRefused(
        SmallModels.ids(2, 4, 7, 9, 5, 3, 8, 11, 3, 0, 0),
        lengths,
        input,
        output,
        targets,
        "source: id 11 at position [1, 1] is outside sourceEmbedding of size 11: expected 0 to 10");
    assertRefused(
        source,
        lengths,
        SmallModels.ids(2, 2, 9, 0, 2, 5, 13),
        output,
        targets,
        "targetInput: id 13 at position [1, 2] is outside targetEmbedding of size 13: expected 0 to"
            + " 12");
    assertRefused(
        source,
        lengths,
        input,
        SmallModels.ids(2, 9, -1, 0, 5, 12, 3),
        targets,
        "targetOutput: id -1 at position [0, 1] is outside targetEmbedding of size 13: expected 0"
            + " to 12");
    assertRefused(
        source,
        lengths,
        input,
        SmallModels.ids(2, 9, 3, 5, 12),
        targets,
        "targetOutput: expected the shape of targetInput, [2, 3], got [2, 2]");
    assertRefused(
        source,
        lengths,
        SmallModels.ids(1, 2, 9, 4),
        SmallModels.ids(1, 9, 4, 3),
        new int[] {3},
        "targetInput: expected B=2 sentences, as many as source, got shape [1, 3]");
  }

  @Test
  void whatStandsAtSourcePaddingDoesNotMatter() {
    Ids garbage = SmallModels.ids(2, 4, 7, 9, 5, 3, 8, 6, 3, -7, 99);
    CrossEntropy.Loss expected = loss(model, Tape.recording());
    CrossEntropy.Loss got =
        model.loss(
            Tape.recording(),
            garbage,
            SmallModels.SOURCE_LENGTHS,
            SmallModels.TARGET_INPUT,
            SmallModels.TARGET_OUTPUT,
            SmallModels.TARGET_LENGTHS,
            0f,
            5,
            null);
    assertThat(got.sum()).isEqualTo(expected.sum());
  }

  @Test
  void aShardsLossesAndGradientsAddUpToTheBatchs() {
    Tape whole = Tape.recording();
    loss(model, whole).mean().backward();
    Tape shards = Tape.recording();
    double sum = 0;
    for (int b = 0; b < 2; b++) {
      Ids source =
          SmallModels.ids(1, Arrays.copyOfRange(SmallModels.SOURCE.values(), 5 * b, 5 * b + 5));
      Ids input =
          SmallModels.ids(
              1, Arrays.copyOfRange(SmallModels.TARGET_INPUT.values(), 3 * b, 3 * b + 3));
      Ids output =
          SmallModels.ids(
              1, Arrays.copyOfRange(SmallModels.TARGET_OUTPUT.values(), 3 * b, 3 * b + 3));
      shards.reset();
      CrossEntropy.Loss loss =
          model.loss(
              shards,
              source,
              new int[] {SmallModels.SOURCE_LENGTHS[b]},
              input,
              output,
              new int[] {SmallModels.TARGET_LENGTHS[b]},
              0f,
              5,
              null);
      loss.mean().backward();
      sum += loss.sum();
    }
    assertThat(sum).isEqualTo(loss(model, Tape.recording()).sum());
    model
        .parameters()
        .values()
        .forEach(parameter ->
            assertThat(shards.gradient(parameter).toArray())
                .as(parameter.name())
                .containsExactly(whole.gradient(parameter).toArray(), offset(1e-6f)));
  }
}
