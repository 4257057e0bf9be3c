package dev.dragoman.projection;

import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/** Rows with a known arrangement. */
final class Clouds {
  private Clouds() {}

  /** Row i belongs to cloud i mod {@code clouds}; the clouds lie around points of their own. */
  static Tensor of(int rows, int size, int clouds, double spread, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] centres = new double[clouds][];
    for (int c = 0; c < clouds; c++) {
      centres[c] = DoubleStream.generate(random::nextGaussian).limit(size).toArray();
    }
    Tensor table = Tensor.zeros(Shape.of(rows, size));
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < size; i++) {
        double value = centres[row % clouds][i] + spread * random.nextGaussian();
        table.set((float) value, row, i);
      }
    }
    return table;
  }

  static Tensor rows(float[]... rows) {
    Tensor table = Tensor.zeros(Shape.of(rows.length, rows[0].length));
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < rows[row].length; i++) {
        table.set(rows[row][i], row, i);
      }
    }
    return table;
  }

  /** For what share of points the nearest one is of the same cloud. */
  static double together(Layout layout, int clouds) {
    int together = 0;
    for (int i = 0; i < layout.size(); i++) {
      int nearest = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < layout.size(); j++) {
        double d = Math.hypot(layout.x()[i] - layout.x()[j], layout.y()[i] - layout.y()[j]);
        if (j != i && d < least) {
          least = d;
          nearest = j;
        }
      }
      together += nearest % clouds == i % clouds ? 1 : 0;
    }
    return (double) together / layout.size();
  }
}
