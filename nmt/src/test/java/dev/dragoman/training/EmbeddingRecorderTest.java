package dev.dragoman.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.data.Batch;
import dev.dragoman.data.BatchSettings;
import dev.dragoman.data.Batcher;
import dev.dragoman.history.History;
import dev.dragoman.history.HistoryStart;
import dev.dragoman.history.Snapshot;
import dev.dragoman.history.TableName;
import dev.dragoman.history.UpdateSums;
import dev.dragoman.history.VectorPrecision;
import dev.dragoman.history.WatchedUpdate;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.vocab.Specials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingRecorderTest {
  private static final int WATCHED = 6;

  private final DigitTask task = new DigitTask(320);
  @TempDir Path folder;

  private static HistoryStart start(Seq2Seq model, long update) {
    return EmbeddingRecorder.start(
        model,
        VectorPrecision.FLOAT32,
        Map.of(TableName.SOURCE, List.of(WATCHED), TableName.TARGET, List.of(WATCHED)),
        update);
  }

  private Seq2Seq recorded(Path file, TrainingSettings settings, DigitTask.Heard heard) {
    Seq2Seq model = task.model(1);
    Trainer trainer = task.trainer(model, settings, heard, heard);
    try (EmbeddingRecorder recorder = EmbeddingRecorder.begin(file, model, start(model, 0))) {
      trainer.recordWith(recorder);
      trainer.run();
    }
    return model;
  }

  @Test
  void recordingChangesNoBitOfTheModel() {
    DigitTask.Heard heard = new DigitTask.Heard();
    Seq2Seq recorded = recorded(folder.resolve("h"), DigitTask.settings(2, 0, 0, 0, 2), heard);
    Seq2Seq plain = task.model(1);
    task.trainer(plain, DigitTask.settings(2, 0, 0, 0, 2), heard, heard).run();
    Map<String, float[]> expected = DigitTask.weights(plain);
    DigitTask.weights(recorded)
        .forEach((name, values) -> assertThat(values).as(name).containsExactly(expected.get(name)));
  }

  @Test
  void snapshotsHoldTheVectorsOfTheModelAndTheEndIsAlwaysOne() {
    Seq2Seq model =
        recorded(folder.resolve("h"), DigitTask.settings(2, 0, 0, 0, 2), new DigitTask.Heard());
    History history = History.read(folder.resolve("h"));
    assertThat(history.snapshotUpdates())
        .containsExactly(0L, 1L, 2L, 3L, 4L, 6L, 8L, 12L, 16L, 24L, 32L, 40L);
    Snapshot end = history.snapshot(1, 40);
    assertThat(end.vectors()).containsExactly(model.targetEmbedding().table().value().toArray());
    float[] born = task.model(1).targetEmbedding().table().value().toArray();
    assertThat(history.snapshot(1, 0).vectors()).containsExactly(born);
    int columns = model.targetEmbedding().columns();
    for (int row = 0; row < model.targetSize(); row++) {
      double squares = 0;
      for (int i = row * columns; i < (row + 1) * columns; i++) {
        squares += Math.pow(end.vectors()[i] - born[i], 2);
      }
      assertThat((double) end.distances().toStart()[row])
          .isCloseTo(Math.sqrt(squares), within(1e-5));
    }
  }

  @Test
  void everyRealTokenIsCountedAndPaddingIsNot() {
    recorded(folder.resolve("h"), DigitTask.settings(1, 0, 0, 0, 1), new DigitTask.Heard());
    History history = History.read(folder.resolve("h"));
    Snapshot source = history.snapshot(0, 20);
    Snapshot target = history.snapshot(1, 20);
    int sourceTokens = 0;
    int targetTokens = 0;
    for (Batch batch : batches()) {
      sourceTokens += batch.sourceTokens();
      targetTokens += batch.targetTokens();
    }
    assertThat(sum(source)).isEqualTo(sourceTokens);
    assertThat(sum(target)).isEqualTo(targetTokens);
    assertThat(source.counts().times(Specials.PAD)).isZero();
    assertThat(source.distances().toStart()[Specials.PAD]).isZero();
    assertThat(source.counts().times(Specials.EOS)).isEqualTo(320);
    assertThat(source.counts().sentences(Specials.EOS)).isEqualTo(320);
    assertThat(source.counts().updates(Specials.EOS)).isEqualTo(20);
    assertThat(target.counts().times(Specials.BOS)).isEqualTo(320);
    assertThat(target.counts().times(Specials.EOS)).isZero();
    assertThat(target.distances().toStart()[Specials.EOS]).isZero();
  }

  private Iterable<Batch> batches() {
    return new Batcher(task.train, new BatchSettings(16, BatchSettings.Unit.SENTENCES)).inOrder();
  }

  private static int sum(Snapshot snapshot) {
    int sum = 0;
    for (int row = 0; row < snapshot.counts().rows(); row++) {
      sum += snapshot.counts().times(row);
    }
    return sum;
  }

  @Test
  void aWatchedRowsMovesLeadFromItsStartToItsEnd() {
    Seq2Seq model =
        recorded(folder.resolve("h"), DigitTask.settings(1, 0, 0, 0, 2), new DigitTask.Heard());
    History history = History.read(folder.resolve("h"));
    List<WatchedUpdate> updates = history.watched(0, WATCHED);
    assertThat(updates).hasSize(20);
    float[] before = task.model(1).sourceEmbedding().row(WATCHED).toArray();
    for (WatchedUpdate update : updates) {
      double squares = 0;
      for (int i = 0; i < before.length; i++) {
        squares += Math.pow(update.vector()[i] - before[i], 2);
      }
      assertThat((double) update.updateNorm()).isCloseTo(Math.sqrt(squares), within(1e-6));
      assertThat(update.times() > 0).isEqualTo(update.sentence().length > 0);
      if (update.times() > 0) {
        assertThat(update.sentence()).contains(WATCHED).doesNotContain(Specials.PAD);
        assertThat(update.gradientNorm()).isPositive();
      }
      before = update.vector();
    }
    assertThat(before).containsExactly(model.sourceEmbedding().row(WATCHED).toArray());
  }

  @Test
  void aRowThatStoodStillIsAtDistanceZeroEvenWhereNumbersAreRounded() {
    Seq2Seq model = task.model(1);
    DigitTask.Heard heard = new DigitTask.Heard();
    Trainer trainer = task.trainer(model, DigitTask.settings(1, 0, 0, 0, 1), heard, heard);
    Path file = folder.resolve("h");
    HistoryStart start = EmbeddingRecorder.start(model, VectorPrecision.FLOAT16, Map.of(), 0);
    try (EmbeddingRecorder recorder = EmbeddingRecorder.begin(file, model, start)) {
      trainer.recordWith(recorder);
      trainer.run();
    }
    History history = History.read(file);
    for (long update : history.snapshotUpdates()) {
      assertThat(history.snapshot(1, update).distances().toPrevious()[Specials.EOS]).isZero();
    }
    Snapshot end = history.snapshot(1, history.lastUpdate());
    assertThat(end.distances().toPrevious()[Specials.BOS]).isPositive();
  }

  @Test
  void sumsAreOverTheRowsThatTheBatchLookedUp() {
    recorded(folder.resolve("h"), DigitTask.settings(1, 0, 0, 0, 2), new DigitTask.Heard());
    List<UpdateSums> sums = History.read(folder.resolve("h")).sums();
    assertThat(sums).hasSize(40);
    assertThat(sums.getFirst().lookups()).isBetween(16 * 3, 16 * 6);
    assertThat(sums.getFirst().rows()).isBetween(5, 9);
    assertThat(sums)
        .allSatisfy(sum -> {
          assertThat(sum.gradientNorm()).isPositive();
          assertThat(sum.updateNorm()).isPositive();
        });
  }

  @Test
  void aRunThatWasKilledAndResumedLeavesTheSameBytes() throws IOException {
    recorded(folder.resolve("whole"), DigitTask.settings(2, 0, 10, 0, 2), new DigitTask.Heard());

    DigitTask.Heard before = new DigitTask.Heard();
    Seq2Seq model = task.model(1);
    Path file = folder.resolve("cut");
    Trainer first = task.trainer(model, DigitTask.settings(2, 30, 10, 0, 2), before, before);
    EmbeddingRecorder killed = EmbeddingRecorder.begin(file, model, start(model, 0));
    first.recordWith(
        new UpdateRecorder() {
          @Override
          public void before(Batch batch) {
            killed.before(batch);
          }

          @Override
          public void after(long update, Batch batch, dev.dragoman.autograd.Gradients gradients) {
            killed.after(update, batch, gradients);
          }

          @Override
          public void saving(long updates) {
            killed.saving(updates);
          }

          @Override
          public void ended(long updates) {}
        });
    first.run();
    killed.close();

    DigitTask.Heard after = new DigitTask.Heard();
    Trainer second = task.trainer(model, DigitTask.settings(2, 0, 10, 0, 2), after, after);
    second.resume(Objects.requireNonNull(before.last));
    try (EmbeddingRecorder recorder = EmbeddingRecorder.resume(file, model, start(model, 30), 30)) {
      second.recordWith(recorder);
      second.run();
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(Files.readAllBytes(folder.resolve("whole")));
  }
}
