package dev.dragoman.history;

import java.util.List;

/**
 * What a history is about: its first record.
 *
 * @param update updates that had been made when it began, 0 unless a run without one was resumed
 * @param precision of all vectors but those at the start
 * @param tables the tables, in the order of the other records
 */
public record HistoryStart(long update, VectorPrecision precision, List<HistoryTable> tables) {

  /** Copies the list. */
  public HistoryStart {
    tables = List.copyOf(tables);
    if (update < 0 || tables.isEmpty()) {
      throw new IllegalArgumentException(
          "a history needs a table and begins at an update ≥ 0, got "
              + tables.size()
              + " tables and "
              + update);
    }
  }

  /** Whether this is the same run's, begun at any update. */
  boolean goesWith(HistoryStart other) {
    return precision == other.precision && tables.equals(other.tables);
  }
}
