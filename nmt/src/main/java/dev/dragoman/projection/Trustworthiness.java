package dev.dragoman.projection;

import dev.dragoman.tensor.Packed;
import dev.dragoman.tensor.Products;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workers;
import java.util.OptionalDouble;

/**
 * How far neighbours on a map are neighbours among the rows (Venna and Kaski 2001): 1 where all
 * are, about 0.5 where the map was drawn at random. A point among the k nearest on the map costs
 * the more, the later it comes among the row's own neighbours. Of more than 2,000 rows, some at
 * equal steps are looked at, each among all.
 */
public final class Trustworthiness {
  private static final int BLOCK = 128;

  /** Of more rows, some at equal steps are looked at. */
  private static final int MOST = 2000;

  private Trustworthiness() {}

  /**
   * Measures a layout of rows [N, E].
   *
   * @param k how many neighbours count
   * @return nothing where there are too few rows for a neighbour to be wrong, 2N ≤ 3k + 1
   */
  public static OptionalDouble of(
      Tensor rows, Layout layout, int k, Workers workers, ProjectionListener listener) {
    int n = rows.rows();
    if (layout.size() != n) {
      throw new IllegalArgumentException(
          "layout: expected " + n + " points as there are rows, got " + layout.size());
    }
    if (2L * n <= 3L * k + 1) {
      return OptionalDouble.empty();
    }
    NearestNeighbours near =
        NearestNeighbours.of(plane(layout), k, workers, ProjectionListener.none());
    Packed packed = Packed.transposeOf(rows);
    float[] squares = NearestNeighbours.squares(rows);
    int step = Math.ceilDiv(n, MOST);
    int looked = Math.ceilDiv(n, step);
    long[] costs = new long[Math.ceilDiv(looked, BLOCK)];
    workers.forEach(
        costs.length,
        block -> {
          int count = Math.min(looked - block * BLOCK, BLOCK);
          Tensor some = rows.everyNthRow(block * BLOCK * step, step, count);
          Tensor products = Tensor.zeros(Shape.of(count, n));
          Products.multiplyInto(some, packed, products);
          for (int i = 0; i < count; i++) {
            int row = (block * BLOCK + i) * step;
            costs[block] += cost(row, products.data(), products.rowOffset(i), squares, near);
          }
        });
    listener.progress("trustworthiness", n, n);
    double cost = 0;
    for (long part : costs) {
      cost += part;
    }
    return OptionalDouble.of(1 - 2 * cost / ((double) looked * k * (2.0 * n - 3.0 * k - 1)));
  }

  private static Tensor plane(Layout layout) {
    Tensor plane = Tensor.zeros(layout.size(), 2);
    for (int i = 0; i < layout.size(); i++) {
      plane.data()[2 * i] = (float) layout.x()[i];
      plane.data()[2 * i + 1] = (float) layout.y()[i];
    }
    return plane;
  }

  /** By how many places those on the map come too late among the row's neighbours. */
  private static long cost(
      int row, float[] products, int offset, float[] squares, NearestNeighbours near) {
    long cost = 0;
    for (int i = 0; i < near.k(); i++) {
      int id = near.id(row, i);
      float key = squares[id] - products[offset + id];
      int rank = 1;
      for (int other = 0; other < squares.length; other++) {
        rank += squares[other] - products[offset + other] < key && other != row ? 1 : 0;
      }
      cost += Math.max(0, rank - near.k());
    }
    return cost;
  }
}
