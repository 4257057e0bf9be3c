package dev.dragoman.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.data.Batch;
import dev.dragoman.layers.CellKind;
import dev.dragoman.model.AttentionKind;
import dev.dragoman.model.ModelSettings;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.model.WeightInitialiser;
import dev.dragoman.tensor.Workers;
import dev.dragoman.vocab.Specials;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateStepTest {
  static ModelSettings model(CellKind cell, int size, int layers, boolean tied) {
    return model(cell, size, layers, tied, 0.2f);
  }

  private static ModelSettings model(
      CellKind cell, int size, int layers, boolean tied, float dropout) {
    return new ModelSettings(
        cell,
        AttentionKind.ADDITIVE,
        size,
        size,
        size,
        size,
        size,
        layers,
        layers,
        dropout,
        tied,
        false,
        WeightInitialiser.XAVIER_UNIFORM,
        0.05f);
  }

  static TrainingSettings settings(int shards, OptimiserKind kind) {
    return new TrainingSettings(
        3,
        1,
        0,
        0,
        0,
        Criterion.LOSS,
        0,
        0.1f,
        shards,
        1,
        OptimiserSettings.defaults().with(kind, 0.01f),
        ScheduleSettings.defaults());
  }

  /** Trains a tiny model for some updates; gives its weights and losses. */
  private static Map<String, float[]> train(
      CellKind cell, OptimiserKind kind, int shards, int threads) {
    Seq2Seq model =
        new Seq2Seq(model(cell, 12, 2, true), 23, 29, Specials.PAD, new SplittableRandom(1));
    TrainingSettings settings = settings(shards, kind);
    SplittableRandom random = new SplittableRandom(2);
    Map<String, float[]> results = new LinkedHashMap<>();
    try (Workers workers = new Workers(threads)) {
      Optimiser optimiser = new Optimiser(settings.optimiser(), model.parameters().values());
      UpdateStep step = new UpdateStep(model, settings, optimiser, workers);
      for (int update = 0; update < 6; update++) {
        Batch batch = RandomBatches.draw(7, 5 + update % 3, 23, random);
        UpdateStep.Result result = step.apply(batch, 0.01f);
        results.put(
            "update " + update, new float[] {(float) result.loss(), (float) result.gradientNorm()});
      }
    }
    model.weights().forEach((name, value) -> results.put(name, value.toArray()));
    return results;
  }

  private static void assertSame(Map<String, float[]> got, Map<String, float[]> expected) {
    assertThat(got).containsOnlyKeys(expected.keySet());
    got.forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
  }

  @ParameterizedTest
  @EnumSource(OptimiserKind.class)
  void theSameSeedGivesTheSameBytes(OptimiserKind kind) {
    assertSame(train(CellKind.GRU, kind, 2, 2), train(CellKind.GRU, kind, 2, 2));
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void theNumberOfThreadsChangesNothing(CellKind cell) {
    Map<String, float[]> alone = train(cell, OptimiserKind.ADAM, 3, 1);
    for (int threads = 2; threads <= 4; threads++) {
      assertSame(train(cell, OptimiserKind.ADAM, 3, threads), alone);
    }
  }

  /** One update without dropout, in pieces of so many positions. */
  private static Map<String, float[]> updateInPieces(int positions) {
    ModelSettings settings = model(CellKind.GRU, 12, 1, false, 0f);
    Seq2Seq model = new Seq2Seq(settings, 23, 29, Specials.PAD, new SplittableRandom(1));
    TrainingSettings training = settings(2, OptimiserKind.SGD);
    Optimiser optimiser = new Optimiser(training.optimiser(), model.parameters().values());
    Map<String, float[]> results = new LinkedHashMap<>();
    try (Workers workers = new Workers(2)) {
      UpdateStep step =
          new UpdateStep(model, training, optimiser, workers, positions, UpdateRecorder.NONE);
      Batch batch = RandomBatches.draw(11, 9, 23, new SplittableRandom(2));
      UpdateStep.Result result = step.apply(batch, 0.5f);
      results.put("result", new float[] {(float) result.loss(), (float) result.gradientNorm()});
    }
    model.weights().forEach((name, value) -> results.put(name, value.toArray()));
    return results;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 20, 30})
  void aBatchInPiecesGivesTheGradientOfTheWhole(int positions) {
    Map<String, float[]> whole = updateInPieces(1000);
    updateInPieces(positions)
        .forEach((name, values) ->
            assertThat(values).as(name).containsExactly(whole.get(name), within(2e-6f)));
  }

  @ParameterizedTest
  @CsvSource({"GRU, ADAM, false", "LSTM, ADAMW, true"})
  void afterWarmUpAStepAllocatesLessThanAMegabyteOnAllThreadsTogether(
      CellKind cell, OptimiserKind kind, boolean tied) throws Exception {
    assertThat(StepAllocation.inAJvmOfItsOwn(cell, kind, tied).strip()).endsWith(": frugal");
  }

  @Test
  void aBatchOfFewerSentencesThanShardsIsTrainedAsItIs() {
    Seq2Seq model =
        new Seq2Seq(
            model(CellKind.GRU, 12, 1, false), 23, 29, Specials.PAD, new SplittableRandom(1));
    TrainingSettings settings = settings(4, OptimiserKind.ADAM);
    try (Workers workers = new Workers(2)) {
      Optimiser optimiser = new Optimiser(settings.optimiser(), model.parameters().values());
      UpdateStep step = new UpdateStep(model, settings, optimiser, workers);
      SplittableRandom random = new SplittableRandom(2);
      step.apply(RandomBatches.draw(8, 6, 23, random), 0.01f);
      double few = step.apply(RandomBatches.draw(1, 6, 23, random), 0.01f).gradientNorm();
      assertThat(few).isPositive();
    }
  }
}
