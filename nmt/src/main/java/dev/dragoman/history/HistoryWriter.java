package dev.dragoman.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a history, record behind record: {@link #sums} and {@link #watched} after every update,
 * {@link #snapshot} now and then, {@link #counts} where training can be resumed. Nothing that was
 * written is ever changed; only a run that is resumed cuts off what it is about to do again.
 */
public final class HistoryWriter implements AutoCloseable {
  private final HistoryStart start;
  private final RecordWriter out;

  private HistoryWriter(HistoryStart start, RecordWriter out) {
    this.start = start;
    this.out = out;
  }

  /** Begins a history; one that is there is written over. */
  public static HistoryWriter begin(Path file, HistoryStart start) {
    FileChannel channel =
        open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    HistoryWriter writer = new HistoryWriter(start, new RecordWriter(file, channel));
    StartRecord.write(writer.out, start);
    return writer;
  }

  /**
   * A history that goes on.
   *
   * @param writer writes what comes next
   * @param tables where the recorder of each table stands
   * @param lastSnapshot the update of the last snapshot
   */
  public record Resumed(HistoryWriter writer, List<Standing> tables, long lastSnapshot) {

    /** Copies the list. */
    public Resumed {
      tables = List.copyOf(tables);
    }
  }

  /**
   * Where the recorder of a table stands.
   *
   * @param counts its running account
   * @param start where the rows were when the recording began [V, E]
   * @param previous where they were at the last snapshot [V, E]
   */
  public record Standing(RowCounts counts, float[] start, float[] previous) {}

  /**
   * Goes on with a history from an update on; what it has of later updates is cut off, as they are
   * about to be made again.
   *
   * @param update updates that were made when the state was saved from which training goes on
   * @throws HistoryException if the history is not this run's or does not know the update
   */
  public static Resumed resume(Path file, HistoryStart expected, long update) {
    History history = History.read(file);
    if (!history.start().goesWith(expected)) {
      throw new HistoryException(
          file
              + ": was recorded with other tables, watched words or precision; go on with the settings"
              + " that it began with, or move it away to begin another");
    }
    long lastSnapshot =
        history.snapshotUpdates().stream().filter(at -> at <= update).reduce(0L, Math::max);
    List<Standing> tables = new ArrayList<>();
    for (int table = 0; table < expected.tables().size(); table++) {
      tables.add(standing(history, table, update, lastSnapshot, file));
    }
    FileChannel channel = open(file, StandardOpenOption.WRITE);
    try {
      channel.truncate(history.endOf(update));
      channel.position(channel.size());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
    }
    return new Resumed(
        new HistoryWriter(history.start(), new RecordWriter(file, channel)), tables, lastSnapshot);
  }

  private static Standing standing(
      History history, int table, long update, long lastSnapshot, Path file) {
    RowCounts counts =
        history
            .counts(table, update)
            .orElseThrow(() ->
                new HistoryException(
                    file
                        + ": does not reach update "
                        + update
                        + ", from which training goes on; move it away to begin another"));
    return new Standing(
        counts,
        history.snapshot(table, history.start().update()).vectors(),
        history.snapshot(table, lastSnapshot).vectors());
  }

  private static FileChannel open(Path file, StandardOpenOption... how) {
    try {
      return FileChannel.open(file, how);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** What it is about. */
  public HistoryStart start() {
    return start;
  }

  /** One table's sums of an update. */
  public void sums(
      long update, int table, int lookups, int rows, double gradientNorm, double updateNorm) {
    out.begin(RecordKind.SUMS, UpdateSums.BYTES);
    out.putLong(update);
    out.putInt(table);
    out.putInt(lookups);
    out.putInt(rows);
    out.putDouble(gradientNorm);
    out.putDouble(updateNorm);
    out.end();
  }

  /**
   * One watched row after an update.
   *
   * @param sentence ids of a sentence, of which the first {@code sentenceLength} count
   * @param vectors where the row begins at {@code vectorOffset}
   */
  public void watched(
      long update,
      int table,
      int id,
      int times,
      int sentences,
      double gradientNorm,
      double updateNorm,
      double toStart,
      int[] sentence,
      int sentenceLength,
      float[] vectors,
      int vectorOffset) {
    int columns = start.tables().get(table).columns();
    out.begin(
        RecordKind.WATCHED,
        WatchedUpdate.BYTES
            + (long) sentenceLength * Integer.BYTES
            + (long) columns * start.precision().bytes());
    out.putLong(update);
    out.putInt(table);
    out.putInt(id);
    out.putInt(times);
    out.putInt(sentences);
    out.putFloat((float) gradientNorm);
    out.putFloat((float) updateNorm);
    out.putFloat((float) toStart);
    out.putInt(sentenceLength);
    for (int i = 0; i < sentenceLength; i++) {
      out.putInt(sentence[i]);
    }
    out.putVectors(vectors, vectorOffset, vectorOffset + columns, start.precision());
    out.end();
  }

  /**
   * All rows of a table; every table follows at the same update. Vectors at the start keep full
   * precision.
   *
   * @param vectors [V, E], from {@code offset} on
   */
  public void snapshot(
      long update, int table, RowCounts counts, Distances distances, float[] vectors, int offset) {
    HistoryTable shape = start.tables().get(table);
    VectorPrecision precision =
        update == start.update() ? VectorPrecision.FLOAT32 : start.precision();
    out.begin(RecordKind.SNAPSHOT, snapshotLength(shape, precision));
    out.putLong(update);
    out.putInt(table);
    out.putInt(precision.bytes());
    counts.write(out);
    distances.write(out);
    out.putVectors(vectors, offset, offset + shape.size(), precision);
    out.end();
  }

  static long snapshotLength(HistoryTable table, VectorPrecision precision) {
    return Long.BYTES
        + 2L * Integer.BYTES
        + (long) table.rows() * (RowCounts.BYTES + Distances.BYTES)
        + (long) table.size() * precision.bytes();
  }

  /** The running account of a table, where training can be resumed. */
  public void counts(long update, int table, RowCounts counts) {
    out.begin(
        RecordKind.COUNTS, Long.BYTES + Integer.BYTES + (long) counts.rows() * RowCounts.BYTES);
    out.putLong(update);
    out.putInt(table);
    counts.write(out);
    out.end();
  }

  @Override
  public void close() {
    out.close();
  }
}
