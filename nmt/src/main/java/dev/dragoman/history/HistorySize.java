package dev.dragoman.history;

/** How large a history becomes. */
public final class HistorySize {
  /** A usual number of words in a sentence. */
  private static final int SENTENCE = 12;

  private HistorySize() {}

  /**
   * About how many bytes the file of a whole run takes; what is written when the run validates is
   * not counted.
   */
  public static long bytes(HistoryStart start, long updates) {
    long bytes = 0;
    int snapshots = snapshots(updates);
    for (HistoryTable table : start.tables()) {
      bytes += HistoryWriter.snapshotLength(table, VectorPrecision.FLOAT32);
      bytes += snapshots * HistoryWriter.snapshotLength(table, start.precision());
      bytes += updates * (RecordWriter.FRAME + UpdateSums.BYTES);
      bytes += updates * table.watched().size() * watched(start, table);
    }
    return bytes;
  }

  private static long watched(HistoryStart start, HistoryTable table) {
    return RecordWriter.FRAME
        + WatchedUpdate.BYTES
        + SENTENCE * Integer.BYTES
        + (long) table.columns() * start.precision().bytes();
  }

  /** How many snapshots a whole run has, the start not counted, the end counted. */
  public static int snapshots(long updates) {
    return SnapshotSchedule.count(updates)
        + (updates > 0 && !SnapshotSchedule.isDue(updates) ? 1 : 0);
  }
}
