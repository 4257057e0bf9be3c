package dev.dragoman.projection;

import dev.dragoman.tensor.Packed;
import dev.dragoman.tensor.Products;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workers;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The k rows nearest to each row, by Euclidean distance, itself left out, nearest first. Exact: all
 * products of rows are computed, block by block, and the distances of those that are kept once more
 * in double, so that equal rows are at distance 0.
 */
public final class NearestNeighbours {
  /** Rows whose distances to all rows are in memory at once, for each thread. */
  private static final int BLOCK = 128;

  private final int count;
  private final int k;
  private final int[] ids;
  private final double[] distances;
  private final Object monitor = new Object();

  private NearestNeighbours(int count, int k) {
    this.count = count;
    this.k = k;
    this.ids = new int[Math.multiplyExact(count, k)];
    this.distances = new double[count * k];
  }

  /**
   * Finds them for rows [N, E].
   *
   * @param k how many, at most N − 1
   * @throws IllegalArgumentException if a row holds anything but numbers, or k is too large
   */
  public static NearestNeighbours of(
      Tensor rows, int k, Workers workers, ProjectionListener listener) {
    Directions.requireFinite(rows);
    if (k < 0 || k > Math.max(0, rows.rows() - 1)) {
      throw new IllegalArgumentException(
          "neighbours: expected 0 to " + Math.max(0, rows.rows() - 1) + ", got " + k);
    }
    NearestNeighbours found = new NearestNeighbours(rows.rows(), k);
    if (k > 0) {
      found.search(rows, workers, listener);
    }
    return found;
  }

  private void search(Tensor rows, Workers workers, ProjectionListener listener) {
    Packed packed = Packed.transposeOf(rows);
    float[] squares = squares(rows);
    AtomicInteger done = new AtomicInteger();
    workers.forEach(
        Math.ceilDiv(count, BLOCK),
        block -> {
          int from = block * BLOCK;
          int to = Math.min(count, from + BLOCK);
          Tensor products = Tensor.zeros(Shape.of(to - from, count));
          Products.multiplyInto(rows.slice(from, to), packed, products);
          for (int row = from; row < to; row++) {
            select(row, products.data(), products.rowOffset(row - from), squares);
            measure(rows, row);
          }
          int finished = done.addAndGet(to - from);
          synchronized (monitor) {
            listener.progress("neighbours", finished, count);
          }
        });
  }

  /** Half the squared length of each row. */
  static float[] squares(Tensor rows) {
    float[] squares = new float[rows.rows()];
    for (int row = 0; row < squares.length; row++) {
      double sum = 0;
      for (int i = 0; i < rows.columns(); i++) {
        double value = rows.data()[rows.rowOffset(row) + i];
        sum += value * value;
      }
      squares[row] = (float) (sum / 2);
    }
    return squares;
  }

  /** |a − b|² orders as |b|²/2 − a·b does. The k least are kept in order; the lower id wins. */
  private void select(int row, float[] products, int offset, float[] squares) {
    int base = row * k;
    float[] kept = new float[k];
    Arrays.fill(kept, Float.POSITIVE_INFINITY);
    int size = 0;
    for (int other = 0; other < count; other++) {
      float key = squares[other] - products[offset + other];
      if (other == row || (size == k && key >= kept[k - 1])) {
        continue;
      }
      int at = size < k ? size++ : k - 1;
      while (at > 0 && kept[at - 1] > key) {
        kept[at] = kept[at - 1];
        ids[base + at] = ids[base + at - 1];
        at--;
      }
      kept[at] = key;
      ids[base + at] = other;
    }
  }

  /** Distances in double, and the order that they say. */
  private void measure(Tensor rows, int row) {
    int base = row * k;
    for (int i = 0; i < k; i++) {
      int id = ids[base + i];
      double distance = distance(rows, row, id);
      int at = i;
      while (at > 0
          && (distances[base + at - 1] > distance
              || (distances[base + at - 1] == distance && ids[base + at - 1] > id))) {
        distances[base + at] = distances[base + at - 1];
        ids[base + at] = ids[base + at - 1];
        at--;
      }
      distances[base + at] = distance;
      ids[base + at] = id;
    }
  }

  static double distance(Tensor rows, int a, int b) {
    int first = rows.rowOffset(a);
    int second = rows.rowOffset(b);
    double sum = 0;
    for (int i = 0; i < rows.columns(); i++) {
      double difference = (double) rows.data()[first + i] - rows.data()[second + i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  /** N, how many rows there are. */
  public int size() {
    return count;
  }

  /** How many neighbours each row has. */
  public int k() {
    return k;
  }

  /** The i-th nearest of a row, from 0. */
  public int id(int row, int i) {
    return ids[row * k + i];
  }

  /** How far that one is. */
  public double distance(int row, int i) {
    return distances[row * k + i];
  }
}
