package dev.dragoman.training;

import dev.dragoman.autograd.Gradients;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.data.Batch;
import dev.dragoman.history.HistoryStart;
import dev.dragoman.history.HistoryTable;
import dev.dragoman.history.HistoryWriter;
import dev.dragoman.history.SnapshotSchedule;
import dev.dragoman.history.TableName;
import dev.dragoman.history.VectorPrecision;
import dev.dragoman.model.ModelSettings;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.model.TableSide;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The flight recorder: writes down what every row of a model's embedding tables does while it is
 * trained. After each update the sums over the rows that the batch looked up, and the watched rows;
 * on a {@linkplain SnapshotSchedule logarithmic schedule} and at the end all rows.
 *
 * <p>Rows that a batch does not look up may move as well, by Adam's moments or because the output
 * layer shares the table: their moves show from snapshot to snapshot, not in an update's sums.
 */
public final class EmbeddingRecorder implements UpdateRecorder, AutoCloseable {
  private final HistoryWriter writer;
  private final List<TableRecorder> tables;
  private long lastSnapshot;

  private EmbeddingRecorder(HistoryWriter writer, List<TableRecorder> tables, long lastSnapshot) {
    this.writer = writer;
    this.tables = tables;
    this.lastSnapshot = lastSnapshot;
  }

  /**
   * What a history of a model says first.
   *
   * @param watched ids of rows that are recorded at every update, for each table that has any
   * @param update updates that were made so far
   */
  public static HistoryStart start(
      Seq2Seq model,
      VectorPrecision precision,
      Map<TableName, List<Integer>> watched,
      long update) {
    ModelSettings settings = model.settings();
    List<HistoryTable> tables = new ArrayList<>();
    if (settings.shareEmbeddings()) {
      tables.add(table(model, TableName.SHARED, settings.tieOutput(), watched));
    } else {
      tables.add(table(model, TableName.SOURCE, false, watched));
      tables.add(table(model, TableName.TARGET, settings.tieOutput(), watched));
    }
    return new HistoryStart(update, precision, tables);
  }

  private static HistoryTable table(
      Seq2Seq model, TableName name, boolean tied, Map<TableName, List<Integer>> watched) {
    Parameter table = parameter(model, name);
    int rows = table.value().rows();
    return new HistoryTable(
        name,
        rows,
        table.value().columns(),
        table.isTrainable(),
        tied,
        IntStream.range(0, rows).filter(table::isRowLocked).boxed().toList(),
        watched.getOrDefault(name, List.of()));
  }

  private static Parameter parameter(Seq2Seq model, TableName name) {
    return model.tableParameter(name == TableName.TARGET ? TableSide.TARGET : TableSide.SOURCE);
  }

  /** Begins a history; one that is there is written over. */
  public static EmbeddingRecorder begin(Path file, Seq2Seq model, HistoryStart start) {
    HistoryWriter writer = HistoryWriter.begin(file, start);
    List<HistoryWriter.Standing> standings =
        start.tables().stream()
            .map(table -> TableRecorder.newborn(parameter(model, table.name())))
            .toList();
    EmbeddingRecorder recorder =
        new EmbeddingRecorder(writer, tables(model, writer, standings), start.update());
    recorder.snapshot(start.update());
    return recorder;
  }

  /**
   * Goes on with a history.
   *
   * @param start what it must say first, but for the update at which it began
   * @param update updates that were made so far
   * @throws dev.dragoman.history.HistoryException if it is not this run's or does not reach so far
   */
  public static EmbeddingRecorder resume(
      Path file, Seq2Seq model, HistoryStart start, long update) {
    HistoryWriter.Resumed resumed = HistoryWriter.resume(file, start, update);
    return new EmbeddingRecorder(
        resumed.writer(),
        tables(model, resumed.writer(), resumed.tables()),
        resumed.lastSnapshot());
  }

  private static List<TableRecorder> tables(
      Seq2Seq model, HistoryWriter writer, List<HistoryWriter.Standing> standings) {
    List<TableRecorder> tables = new ArrayList<>();
    for (int i = 0; i < standings.size(); i++) {
      Parameter table = parameter(model, writer.start().tables().get(i).name());
      tables.add(new TableRecorder(i, table, writer, standings.get(i)));
    }
    return tables;
  }

  @Override
  public void before(Batch batch) {
    for (int i = 0; i < tables.size(); i++) {
      tables.get(i).before(batch);
    }
  }

  @Override
  public void after(long update, Batch batch, Gradients gradients) {
    for (int i = 0; i < tables.size(); i++) {
      tables.get(i).after(update, batch, gradients);
    }
    if (SnapshotSchedule.isDue(update)) {
      snapshot(update);
    }
  }

  @Override
  public void saving(long updates) {
    tables.forEach(table -> table.account(updates));
  }

  @Override
  public void ended(long updates) {
    if (updates > lastSnapshot) {
      snapshot(updates);
    }
  }

  private void snapshot(long update) {
    tables.forEach(table -> table.snapshot(update));
    lastSnapshot = update;
  }

  @Override
  public void close() {
    writer.close();
  }
}
