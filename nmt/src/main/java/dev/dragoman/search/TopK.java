package dev.dragoman.search;

/**
 * The best few of many numbered values, without sorting them all: a heap whose root is the worst of
 * those kept, so most values cost one comparison. Of equal values the lower item is better; −∞ and
 * NaN are never kept.
 */
final class TopK {
  private final double[] values;
  private final int[] items;
  private int size;

  /**
   * @param capacity how many are kept, ≥ 1
   */
  TopK(int capacity) {
    values = new double[capacity];
    items = new int[capacity];
  }

  /**
   * Keeps the best entries of a row, sorted; item = index in the row.
   *
   * @param row holds the row
   * @param offset where the row begins
   * @param length entries of the row
   * @param maxima of this row
   * @param cutoff entries up to this need not be kept
   */
  void select(float[] row, int offset, int length, LaneMaxima maxima, float cutoff) {
    clear();
    float least = Math.nextUp(cutoff);
    for (int lane = 0; lane < maxima.lanes(); lane++) {
      if (maxima.of(lane) >= least) {
        for (int i = lane; i < length; i += maxima.lanes()) {
          if (row[offset + i] >= least && offer(row[offset + i], i)) {
            least = Math.max(least, (float) worst());
          }
        }
      }
    }
    sort();
  }

  void clear() {
    size = 0;
  }

  /** Keeps the value if it is among the best so far; says whether. */
  boolean offer(double value, int item) {
    if (!(value > Double.NEGATIVE_INFINITY)) {
      return false;
    }
    if (size < values.length) {
      siftUp(size++, value, item);
      return true;
    }
    if (!worse(values[0], items[0], value, item)) {
      return false;
    }
    siftDown(0, value, item);
    return true;
  }

  /** The worst value kept; −∞ as long as there is room for any. */
  double worst() {
    return size < values.length ? Double.NEGATIVE_INFINITY : values[0];
  }

  /** Orders what was kept, best first; afterwards nothing more may be offered. */
  void sort() {
    int kept = size;
    while (size > 1) {
      size--;
      double value = values[size];
      int item = items[size];
      values[size] = values[0];
      items[size] = items[0];
      siftDown(0, value, item);
    }
    size = kept;
  }

  int size() {
    return size;
  }

  /** The item at a rank, 0 being the best; after {@link #sort}. */
  int item(int rank) {
    return items[rank];
  }

  /** The value at a rank, 0 being the best; after {@link #sort}. */
  double value(int rank) {
    return values[rank];
  }

  private void siftUp(int start, double value, int item) {
    int hole = start;
    while (hole > 0) {
      int parent = (hole - 1) / 2;
      if (!worse(value, item, values[parent], items[parent])) {
        break;
      }
      move(parent, hole);
      hole = parent;
    }
    values[hole] = value;
    items[hole] = item;
  }

  private void siftDown(int start, double value, int item) {
    int hole = start;
    while (2 * hole + 1 < size) {
      int child = 2 * hole + 1;
      if (child + 1 < size
          && worse(values[child + 1], items[child + 1], values[child], items[child])) {
        child++;
      }
      if (worse(value, item, values[child], items[child])) {
        break;
      }
      move(child, hole);
      hole = child;
    }
    values[hole] = value;
    items[hole] = item;
  }

  private static boolean worse(double value, int item, double otherValue, int otherItem) {
    return value < otherValue || (value == otherValue && item > otherItem);
  }

  private void move(int from, int to) {
    values[to] = values[from];
    items[to] = items[from];
  }
}
