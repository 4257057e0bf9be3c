package dev.dragoman.projection;

import java.util.function.DoubleBinaryOperator;

/**
 * A square matrix that is mostly zero: of each row the columns that are not, ascending.
 *
 * @param begin [N + 1]: where each row begins in the other two
 * @param columns of all rows, one behind another
 * @param values at those places
 */
record SparseRows(int[] begin, int[] columns, double[] values) {

  int size() {
    return begin.length - 1;
  }

  /**
   * Makes weights of neighbours symmetric: element (i, j) is what {@code combine} makes of i's
   * weight for j and j's for i, one of which may be 0.
   *
   * @param weights [N·k] in the order of the neighbours
   */
  static SparseRows symmetric(
      NearestNeighbours neighbours, double[] weights, DoubleBinaryOperator combine) {
    int n = neighbours.size();
    SparseRows forward = ofNeighbours(neighbours, weights);
    SparseRows backward = forward.transposed();
    int[] begin = new int[n + 1];
    int[] columns = new int[2 * forward.columns.length];
    double[] values = new double[columns.length];
    int end = 0;
    for (int row = 0; row < n; row++) {
      int a = forward.begin[row];
      int b = backward.begin[row];
      while (a < forward.begin[row + 1] || b < backward.begin[row + 1]) {
        int first = a < forward.begin[row + 1] ? forward.columns[a] : Integer.MAX_VALUE;
        int second = b < backward.begin[row + 1] ? backward.columns[b] : Integer.MAX_VALUE;
        columns[end] = Math.min(first, second);
        values[end++] =
            combine.applyAsDouble(
                first <= second ? forward.values[a++] : 0,
                second <= first ? backward.values[b++] : 0);
      }
      begin[row + 1] = end;
    }
    return new SparseRows(
        begin, java.util.Arrays.copyOf(columns, end), java.util.Arrays.copyOf(values, end));
  }

  private static SparseRows ofNeighbours(NearestNeighbours neighbours, double[] weights) {
    int k = neighbours.k();
    int[] begin = new int[neighbours.size() + 1];
    int[] columns = new int[weights.length];
    double[] values = new double[weights.length];
    for (int row = 0; row < neighbours.size(); row++) {
      begin[row + 1] = (row + 1) * k;
      for (int i = 0; i < k; i++) {
        int at = row * k + i;
        int id = neighbours.id(row, i);
        while (at > row * k && columns[at - 1] > id) {
          columns[at] = columns[at - 1];
          values[at] = values[at - 1];
          at--;
        }
        columns[at] = id;
        values[at] = weights[row * k + i];
      }
    }
    return new SparseRows(begin, columns, values);
  }

  private SparseRows transposed() {
    int[] start = new int[size() + 1];
    for (int column : columns) {
      start[column + 1]++;
    }
    for (int i = 0; i < size(); i++) {
      start[i + 1] += start[i];
    }
    int[] next = start.clone();
    int[] rows = new int[columns.length];
    double[] turned = new double[columns.length];
    for (int row = 0; row < size(); row++) {
      for (int i = begin[row]; i < begin[row + 1]; i++) {
        int at = next[columns[i]]++;
        rows[at] = row;
        turned[at] = values[i];
      }
    }
    return new SparseRows(start, rows, turned);
  }
}
