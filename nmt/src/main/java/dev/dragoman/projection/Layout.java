package dev.dragoman.projection;

import java.util.Arrays;

/**
 * Points of a plane.
 *
 * @param x to the right, one for each point; not copied, and not to be written to afterwards
 * @param y upwards, as many
 */
public record Layout(double[] x, double[] y) {

  /** Checks that the lengths agree and that all are numbers. */
  public Layout {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "layout: expected as many y as x, got " + x.length + " and " + y.length);
    }
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
        throw new IllegalArgumentException(
            "layout: expected finite numbers, got (" + x[i] + ", " + y[i] + ") for point " + i);
      }
    }
  }

  /** How many points there are. */
  public int size() {
    return x.length;
  }

  /**
   * Laid over another layout of the same points, so that the two can be compared: moved, turned,
   * perhaps mirrored, and made as large; who lies near whom stays as it is.
   */
  public Layout turnedOver(Layout other) {
    if (size() != other.size()) {
      throw new IllegalArgumentException(
          "layout: expected " + other.size() + " points, got " + size());
    }
    return Procrustes.aligned(this, other);
  }

  /** The mean of all points, x and y. */
  double[] centre() {
    return new double[] {
      Arrays.stream(x).average().orElse(0), Arrays.stream(y).average().orElse(0)
    };
  }

  /** Moved so that the mean is at 0 and the x have this standard deviation, where they differ. */
  Layout scaled(double deviation) {
    double[] centre = centre();
    double squares = Arrays.stream(x).map(value -> (value - centre[0]) * (value - centre[0])).sum();
    double factor = squares > 0 ? deviation / Math.sqrt(squares / x.length) : 1;
    return new Layout(
        Arrays.stream(x).map(value -> (value - centre[0]) * factor).toArray(),
        Arrays.stream(y).map(value -> (value - centre[1]) * factor).toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Layout layout
        && Arrays.equals(x, layout.x)
        && Arrays.equals(y, layout.y);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
  }
}
