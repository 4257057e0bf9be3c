package dev.dragoman.tensor;

/**
 * Integer ids with a shape, row-major: what an embedding table is looked up with.
 *
 * @param values the ids, not copied
 * @param shape their shape
 */
public record Ids(int[] values, Shape shape) {

  /** Checks that the sizes agree. */
  public Ids {
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(
          "ids of shape %s need %d values, got %d".formatted(shape, shape.size(), values.length));
    }
  }

  /** A vector of ids. */
  public static Ids of(int... values) {
    return new Ids(values, Shape.of(values.length));
  }

  /** Number of ids. */
  public int size() {
    return values.length;
  }

  /**
   * Checks that every id names a row of a table.
   *
   * @param table the table's name, for the message
   * @param rows number of rows of the table
   * @throws IndexOutOfBoundsException naming the id, its position and the table's size
   */
  public void requireBelow(String table, int rows) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0 || values[i] >= rows) {
        throw outside(i, table, rows);
      }
    }
  }

  /** As {@link #requireBelow}, where one id may be anything. */
  public void requireBelowUnless(int ignoredId, String table, int rows) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] != ignoredId && (values[i] < 0 || values[i] >= rows)) {
        throw outside(i, table, rows);
      }
    }
  }

  private IndexOutOfBoundsException outside(int index, String table, int rows) {
    return new IndexOutOfBoundsException(
        "id %d at position %s is outside %s of size %d: expected 0 to %d"
            .formatted(values[index], position(index), table, rows, rows - 1));
  }

  private String position(int index) {
    int rank = shape.rank();
    int[] position = new int[rank];
    int rest = index;
    for (int axis = rank - 1; axis >= 0; axis--) {
      position[axis] = rest % shape.axis(axis);
      rest /= shape.axis(axis);
    }
    return java.util.Arrays.toString(position);
  }
}
