package dev.dragoman.history;

import java.util.List;

/**
 * A table of embeddings whose rows are recorded.
 *
 * @param name which one
 * @param rows V
 * @param columns E
 * @param trainable whether training moves the table at all
 * @param tied whether the output layer uses the same table, so that every row has a gradient at
 *     every update
 * @param locked ids of rows that training leaves alone, padding among them, ascending
 * @param watched ids of rows that are recorded at every update, in the order they were asked for
 */
public record HistoryTable(
    TableName name,
    int rows,
    int columns,
    boolean trainable,
    boolean tied,
    List<Integer> locked,
    List<Integer> watched) {

  /** Checks the ids. */
  public HistoryTable {
    locked = List.copyOf(locked);
    watched = List.copyOf(watched);
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "a table needs rows and columns, got " + rows + " by " + columns);
    }
    for (List<Integer> ids : List.of(locked, watched)) {
      if (ids.stream().anyMatch(id -> id < 0 || id >= rows)) {
        throw new IllegalArgumentException(
            "ids: expected 0 to " + (rows - 1) + ", got " + ids + " in table " + name);
      }
    }
  }

  /** How many numbers the table has. */
  public int size() {
    return Math.multiplyExact(rows, columns);
  }
}
