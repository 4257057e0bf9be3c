package dev.dragoman.inspect;

import dev.dragoman.tensor.Tensor;

/**
 * How far a row of a table lies from where it began, and which place that is among all rows.
 *
 * @param distance Euclidean, ≥ 0
 * @param rank 1 where no row moved further
 * @param rows V
 */
public record RowShift(double distance, int rank, int rows) {

  /**
   * The shift of one row.
   *
   * @param start [V, E] the table before
   * @param end [V, E] the table after
   */
  public static RowShift of(Tensor start, Tensor end, int row) {
    int rows = start.rows();
    double moved = distance(start, end, row);
    int rank = 1;
    for (int other = 0; other < rows; other++) {
      rank += distance(start, end, other) > moved ? 1 : 0;
    }
    return new RowShift(moved, rank, rows);
  }

  private static double distance(Tensor start, Tensor end, int row) {
    float[] from = start.select(row).toArray();
    float[] to = end.select(row).toArray();
    double sum = 0;
    for (int i = 0; i < from.length; i++) {
      double difference = (double) to[i] - from[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
