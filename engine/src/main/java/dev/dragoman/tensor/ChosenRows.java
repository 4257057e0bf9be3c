package dev.dragoman.tensor;

import dev.dragoman.kernels.ChosenRowKernels;
import dev.dragoman.kernels.Lanes;

/**
 * One vector against a few chosen rows of a table: the inner loops of word2vec, thousands of times
 * shorter than a step of the translator. Arrays and indices come as they are, and but for the
 * bounds of the arrays nothing is checked. A row is named by the index of its first float.
 */
public final class ChosenRows {

  /** Rows whose length is a multiple of this have no rest that runs one by one. */
  public static final int GROUP = Lanes.COUNT;

  private ChosenRows() {}

  /**
   * scores[k] = x · row k for k in [0, count), over n floats, in an order that is the same
   * everywhere.
   */
  public static void dots(
      float[] x, int xOffset, float[] table, int[] rows, int count, int n, float[] scores) {
    ChosenRowKernels kernel = Backend.kernels().chosenRow();
    kernel.dots(x, xOffset, table, rows, count, n, scores);
  }

  /**
   * A table and a vector that learn from each other. For every k in order: dX += factors[k]·row k,
   * then row k += factors[k]·x, with x as it was at the beginning. {@code dX} may be x itself.
   */
  public static void learn(
      float[] x,
      int xOffset,
      float[] dX,
      int dXOffset,
      float[] table,
      int[] rows,
      float[] factors,
      int count,
      int n) {
    ChosenRowKernels kernel = Backend.kernels().chosenRow();
    kernel.learn(x, xOffset, dX, dXOffset, table, rows, factors, count, n);
  }

  /** out[0, n) = scale·Σ_k row k: the mean of the rows where the scale is 1/count. */
  public static void scaledSumInto(
      float[] table, int[] rows, int count, float scale, float[] out, int n) {
    ChosenRowKernels kernel = Backend.kernels().chosenRow();
    kernel.scaledSum(table, rows, count, scale, out, n);
  }

  /** Every row k += x[0, n), in order of k. */
  public static void addToRows(float[] x, float[] table, int[] rows, int count, int n) {
    ChosenRowKernels kernel = Backend.kernels().chosenRow();
    kernel.addToRows(x, table, rows, count, n);
  }
}
