package dev.dragoman.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryFileTest {
  private static final int ROWS = 5;
  private static final int COLUMNS = 3;

  @TempDir Path folder;

  private static HistoryStart start(VectorPrecision precision) {
    return new HistoryStart(
        0,
        precision,
        List.of(
            new HistoryTable(
                TableName.SOURCE, ROWS, COLUMNS, true, false, List.of(0), List.of(2))));
  }

  private static float[] vectors(long update) {
    float[] values = new float[ROWS * COLUMNS];
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.1f * (i + 1) + 0.37f * update;
    }
    return values;
  }

  /** A history of so many updates with a snapshot after each. */
  private Path written(VectorPrecision precision, int updates) {
    Path file = folder.resolve("h");
    try (HistoryWriter writer = HistoryWriter.begin(file, start(precision))) {
      RowCounts counts = new RowCounts(ROWS);
      writer.snapshot(0, 0, counts, Distances.zeros(ROWS), vectors(0), 0);
      write(writer, counts, 1, updates);
    }
    return file;
  }

  private static void write(HistoryWriter writer, RowCounts counts, int from, int to) {
    for (int update = from; update <= to; update++) {
      counts.add(2, update, 3, 2, 0.5, 0.25);
      writer.sums(update, 0, 7, 4, 0.5 * update, 0.25);
      writer.watched(
          update, 0, 2, 3, 2, 0.5, 0.25, 1.5, new int[] {4, 2, 3, 9}, 3, vectors(update), 6);
      Distances distances = Distances.zeros(ROWS);
      distances.measureToStart(vectors(update), 0, vectors(0), COLUMNS);
      distances.measureToPrevious(vectors(update), vectors(update - 1), COLUMNS);
      writer.snapshot(update, 0, counts, distances, vectors(update), 0);
    }
  }

  @ParameterizedTest
  @EnumSource(VectorPrecision.class)
  void whatWasWrittenIsReadBack(VectorPrecision precision) {
    History history = History.read(written(precision, 4));

    assertThat(history.damage()).isEmpty();
    assertThat(history.start()).isEqualTo(start(precision));
    assertThat(history.lastUpdate()).isEqualTo(4);
    assertThat(history.snapshotUpdates()).containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(history.sums().get(2)).isEqualTo(new UpdateSums(3, 0, 7, 4, 1.5, 0.25));
    Snapshot snapshot = history.snapshot(0, 3);
    assertThat(snapshot.counts().times(2)).isEqualTo(9);
    assertThat(snapshot.counts().sentences(2)).isEqualTo(6);
    assertThat(snapshot.counts().first(2)).isEqualTo(1);
    assertThat(snapshot.counts().last(2)).isEqualTo(3);
    assertThat(snapshot.counts().path(2)).isEqualTo(0.75);
    assertThat(snapshot.distances().toPrevious()[1])
        .isCloseTo((float) (0.37 * Math.sqrt(3)), within(1e-5f));
    for (int i = 0; i < snapshot.vectors().length; i++) {
      assertThat(snapshot.vectors()[i]).isEqualTo(precision.rounded(vectors(3)[i]));
    }
    WatchedUpdate watched = history.watched(0, 2).getLast();
    assertThat(watched.update()).isEqualTo(4);
    assertThat(watched.sentence()).containsExactly(4, 2, 3);
    assertThat(watched.vector()[2]).isEqualTo(precision.rounded(vectors(4)[8]));
    assertThat(history.watched(0, 1)).isEmpty();
  }

  @Test
  void theStartKeepsEveryBit() {
    History history = History.read(written(VectorPrecision.FLOAT16, 1));
    assertThat(history.snapshot(0, 0).vectors()).containsExactly(vectors(0));
  }

  @Test
  void aFileThatIsCutOffAnywhereIsReadUntilItsLastWholeRecord() throws IOException {
    byte[] whole = Files.readAllBytes(written(VectorPrecision.FLOAT32, 3));
    History before = History.read(folder.resolve("h"));
    int startEnds = (int) before.endOf(0);
    Path cut = folder.resolve("cut");
    for (int length = startEnds; length < whole.length; length++) {
      Files.write(cut, Arrays.copyOf(whole, length));
      History history = History.read(cut);
      int bytes = length;
      assertThat(history.lastUpdate())
          .isEqualTo(
              LongStream.rangeClosed(0, 3)
                  .filter(update -> update == 0 || firstRecordEnds(before, update) <= bytes)
                  .max()
                  .orElseThrow());
      boolean betweenRecords = history.damage().isEmpty();
      assertThat(history.endOf(3) == length).isEqualTo(betweenRecords);
    }
  }

  private static long firstRecordEnds(History history, long update) {
    return history.endOf(update - 1) + RecordWriter.FRAME + UpdateSums.BYTES;
  }

  @Test
  void aDamagedRecordEndsWhatIsReadAndIsSaid() throws IOException {
    Path file = written(VectorPrecision.FLOAT32, 3);
    int damaged = (int) History.read(file).endOf(1) + RecordWriter.HEADER + 2;
    byte[] bytes = Files.readAllBytes(file);
    bytes[damaged] ^= 1;
    Files.write(file, bytes);
    History history = History.read(file);
    assertThat(history.lastUpdate()).isEqualTo(1);
    assertThat(history.damage().orElseThrow())
        .contains("checksum")
        .contains("until update 1, is whole");
  }

  @Test
  void aRunThatGoesOnWritesTheSameBytesAsOneThatWasNeverInterrupted() throws IOException {
    byte[] whole = Files.readAllBytes(written(VectorPrecision.FLOAT16, 6));
    Path file = written(VectorPrecision.FLOAT16, 5);
    Files.write(file, new byte[] {1, 2, 3}, java.nio.file.StandardOpenOption.APPEND);
    HistoryWriter.Resumed resumed = HistoryWriter.resume(file, start(VectorPrecision.FLOAT16), 4);
    assertThat(resumed.lastSnapshot()).isEqualTo(4);
    assertThat(resumed.tables().getFirst().start()).containsExactly(vectors(0));
    try (HistoryWriter writer = resumed.writer()) {
      write(writer, resumed.tables().getFirst().counts(), 5, 6);
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
  }

  @Test
  void theRunningAccountAloneIsEnoughToGoOnFrom() {
    Path file = folder.resolve("h");
    RowCounts counts = new RowCounts(ROWS);
    try (HistoryWriter writer = HistoryWriter.begin(file, start(VectorPrecision.FLOAT16))) {
      writer.snapshot(0, 0, counts, Distances.zeros(ROWS), vectors(0), 0);
      counts.add(3, 1, 1, 1, 2, 1);
      writer.sums(1, 0, 1, 1, 2, 1);
      writer.counts(1, 0, counts);
    }
    HistoryWriter.Resumed resumed = HistoryWriter.resume(file, start(VectorPrecision.FLOAT16), 1);
    resumed.writer().close();
    assertThat(resumed.tables().getFirst().counts()).isEqualTo(counts);
    assertThat(resumed.tables().getFirst().previous()).containsExactly(vectors(0));
  }

  @Test
  void anotherRunsHistoryIsNotGoneOnWith() {
    Path file = written(VectorPrecision.FLOAT16, 2);
    assertThatThrownBy(() -> HistoryWriter.resume(file, start(VectorPrecision.FLOAT32), 2))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("other tables, watched words or precision");
    assertThatThrownBy(() -> HistoryWriter.resume(file, start(VectorPrecision.FLOAT16), 9))
        .hasMessageContaining("does not reach update 9");
  }

  @Test
  void whatIsNoHistoryIsSaidToBeNone() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "not a history of anything at all");
    assertThatThrownBy(() -> History.read(file)).hasMessageContaining("is no history");
    assertThatThrownBy(() -> History.read(Files.createFile(folder.resolve("empty"))))
        .hasMessageContaining("is no history");
    assertThatThrownBy(() -> History.read(folder.resolve("missing")))
        .hasMessageContaining("train with --record");
  }

  @Test
  void snapshotsAreTwoForEveryDoublingOfTheUpdates() {
    assertThat(LongStream.rangeClosed(-1, 100).filter(SnapshotSchedule::isDue).toArray())
        .containsExactly(1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96);
    for (long last : new long[] {0, 1, 2, 3, 5, 6, 47, 48, 1000}) {
      assertThat(SnapshotSchedule.count(last))
          .isEqualTo((int) LongStream.rangeClosed(1, last).filter(SnapshotSchedule::isDue).count());
    }
  }

  @Test
  void theSizeThatIsSaidBeforeIsTheSizeOfTheFile() throws IOException {
    HistoryStart start = start(VectorPrecision.FLOAT16);
    Path file = folder.resolve("h");
    int updates = 21;
    try (HistoryWriter writer = HistoryWriter.begin(file, start)) {
      RowCounts counts = new RowCounts(ROWS);
      writer.snapshot(0, 0, counts, Distances.zeros(ROWS), vectors(0), 0);
      for (int update = 1; update <= updates; update++) {
        writer.sums(update, 0, 1, 1, 1, 1);
        writer.watched(update, 0, 2, 1, 1, 1, 1, 1, new int[12], 12, vectors(1), 6);
        if (SnapshotSchedule.isDue(update) || update == updates) {
          writer.snapshot(update, 0, counts, Distances.zeros(ROWS), vectors(0), 0);
        }
      }
    }
    double said = HistorySize.bytes(start, updates);
    assertThat((double) Files.size(file)).isCloseTo(said, within(0.15 * said));
  }
}
