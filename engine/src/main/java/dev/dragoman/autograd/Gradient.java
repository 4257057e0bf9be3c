package dev.dragoman.autograd;

import dev.dragoman.tensor.Elementwise;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Rows;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import java.util.Arrays;

/**
 * The gradient of one parameter: a tensor of its shape and, where the parameter tracks rows, which
 * rows were touched. Every embedding table tracks them; whether the optimiser then moves those rows
 * alone is another question ({@link Parameter#isRowSparse()}).
 */
public final class Gradient {
  private final Tensor values;
  private final boolean tracksRows;
  private boolean[] touched = new boolean[0];
  private int[] touchedRows = new int[0];
  private int touchedCount;

  Gradient(Parameter parameter) {
    this.values = Tensor.zeros(parameter.value().shape());
    this.tracksRows = parameter.tracksRows();
    if (tracksRows) {
      touched = new boolean[values.rows()];
      touchedRows = new int[values.rows()];
    }
  }

  /** The values, of the parameter's shape; zero in rows that were not touched. */
  public Tensor values() {
    return values;
  }

  /** Whether rows are tracked. */
  public boolean tracksRows() {
    return tracksRows;
  }

  /** Notes that these rows receive gradient. */
  void touch(Ids ids) {
    if (!tracksRows) {
      return;
    }
    for (int id : ids.values()) {
      touch(id);
    }
  }

  /** Notes that every row receives gradient, e.g. through a tied output layer. */
  void touchAll() {
    if (tracksRows) {
      for (int row = 0; row < touched.length; row++) {
        touch(row);
      }
    }
  }

  private void touch(int row) {
    if (!touched[row]) {
      touched[row] = true;
      touchedRows[touchedCount++] = row;
    }
  }

  /** The rows that received gradient, ascending; all rows where rows are not tracked. */
  public int[] touchedRows() {
    if (!tracksRows) {
      return allRows();
    }
    int[] rows = Arrays.copyOf(touchedRows, touchedCount);
    Arrays.sort(rows);
    return rows;
  }

  private int[] allRows() {
    int[] all = new int[values.rows()];
    Arrays.setAll(all, i -> i);
    return all;
  }

  /** How many rows received gradient. */
  public int touchedCount() {
    return tracksRows ? touchedCount : values.rows();
  }

  /** Sets everything to zero; work is proportional to what was touched. */
  public void clear() {
    if (!tracksRows) {
      values.fill(0f);
      return;
    }
    for (int i = 0; i < touchedCount; i++) {
      int row = touchedRows[i];
      int at = values.rowOffset(row);
      Arrays.fill(values.data(), at, at + values.columns(), 0f);
      touched[row] = false;
    }
    touchedCount = 0;
  }

  /** Adds another gradient of the same parameter to this one. */
  public void add(Gradient other) {
    if (!tracksRows) {
      Elementwise.add(other.values, values);
      return;
    }
    for (int i = 0; i < other.touchedCount; i++) {
      touch(other.touchedRows[i]);
    }
    Rows.addSame(other.values, other.touchedRows, other.touchedCount, values);
  }

  /** View of one row, shape [columns]. */
  public Tensor row(int row) {
    return Tensor.view(values.data(), values.rowOffset(row), Shape.of(values.columns()));
  }
}
