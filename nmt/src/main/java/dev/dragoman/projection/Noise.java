package dev.dragoman.projection;

import java.util.SplittableRandom;

/** Moves points a little, so that equal ones can part. */
final class Noise {
  private Noise() {}

  static Layout on(Layout layout, double deviation, SplittableRandom random) {
    double[] x = layout.x().clone();
    double[] y = layout.y().clone();
    for (int i = 0; i < x.length; i++) {
      x[i] += deviation * random.nextGaussian();
      y[i] += deviation * random.nextGaussian();
    }
    return new Layout(x, y);
  }
}
