package dev.dragoman.history;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The first record ⇄ bytes. */
final class StartRecord {
  /** The newest format that is read, and the one that is written. */
  static final int FORMAT = 1;

  private StartRecord() {}

  private static long length(HistoryStart start) {
    long length = 3L * Integer.BYTES + Long.BYTES;
    for (HistoryTable table : start.tables()) {
      length += (7L + table.locked().size() + table.watched().size()) * Integer.BYTES;
    }
    return length;
  }

  static void write(RecordWriter out, HistoryStart start) {
    out.begin(RecordKind.START, length(start));
    out.putInt(FORMAT);
    out.putLong(start.update());
    out.putInt(start.precision().bytes());
    out.putInt(start.tables().size());
    for (HistoryTable table : start.tables()) {
      out.putInt(table.name().code());
      out.putInt(table.rows());
      out.putInt(table.columns());
      out.putInt(table.trainable() ? 1 : 0);
      out.putInt(table.tied() ? 1 : 0);
      write(out, table.locked());
      write(out, table.watched());
    }
    out.end();
  }

  private static void write(RecordWriter out, List<Integer> ids) {
    out.putInt(ids.size());
    ids.forEach(out::putInt);
  }

  /**
   * Reads the payload.
   *
   * @throws IllegalArgumentException if it makes no sense
   */
  static HistoryStart read(ByteBuffer in) {
    int format = in.getInt();
    if (format != FORMAT) {
      throw new IllegalArgumentException(
          "format " + format + "; this Dragoman reads format " + FORMAT);
    }
    long update = in.getLong();
    VectorPrecision precision = VectorPrecision.of(in.getInt());
    int count = in.getInt();
    List<HistoryTable> tables = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tables.add(
          new HistoryTable(
              TableName.of(in.getInt()),
              in.getInt(),
              in.getInt(),
              in.getInt() == 1,
              in.getInt() == 1,
              ids(in),
              ids(in)));
    }
    return new HistoryStart(update, precision, tables);
  }

  private static List<Integer> ids(ByteBuffer in) {
    int count = in.getInt();
    if (count < 0 || count > in.remaining() / Integer.BYTES) {
      throw new IllegalArgumentException("expected a number of ids, got " + count);
    }
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(in.getInt());
    }
    return ids;
  }
}
