package dev.dragoman.projection;

import dev.dragoman.tensor.Tensor;

/** Checks rows and takes their lengths away. */
public final class Directions {
  private Directions() {}

  /**
   * A copy of rows [N, E] in which each has length 1, so that the nearest by distance are the
   * nearest by cosine. A row of zeros has no direction and stays.
   */
  public static Tensor of(Tensor rows) {
    requireFinite(rows);
    Tensor unit = rows.copy();
    float[] values = unit.data();
    for (int row = 0; row < unit.rows(); row++) {
      int from = unit.rowOffset(row);
      double squares = 0;
      for (int i = from; i < from + unit.columns(); i++) {
        squares += (double) values[i] * values[i];
      }
      double factor = squares > 0 ? 1 / Math.sqrt(squares) : 0;
      for (int i = from; i < from + unit.columns(); i++) {
        values[i] = (float) (values[i] * factor);
      }
    }
    return unit;
  }

  /**
   * Refuses rows that hold anything but numbers, as a training that went astray leaves them.
   *
   * @throws IllegalArgumentException that names the first such row
   */
  static void requireFinite(Tensor rows) {
    for (int row = 0; row < rows.rows(); row++) {
      int from = rows.rowOffset(row);
      for (int i = from; i < from + rows.columns(); i++) {
        if (!Float.isFinite(rows.data()[i])) {
          throw new IllegalArgumentException(
              "row "
                  + row
                  + ": expected finite numbers, got "
                  + rows.data()[i]
                  + "; such rows have no place on a map");
        }
      }
    }
  }
}
