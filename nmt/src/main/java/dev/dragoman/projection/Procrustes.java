package dev.dragoman.projection;

/**
 * Lays one layout of the same points over another: moves, turns and perhaps mirrors it, so that the
 * squared distances between the two places of each point add up to least. It becomes as large as
 * the other, since the size of such layouts says nothing.
 */
final class Procrustes {
  private Procrustes() {}

  static Layout aligned(Layout moving, Layout onto) {
    double[] from = moving.centre();
    double[] to = onto.centre();
    double xx = 0;
    double xy = 0;
    double yx = 0;
    double yy = 0;
    double size = 0;
    double wanted = 0;
    for (int i = 0; i < moving.size(); i++) {
      double x = moving.x()[i] - from[0];
      double y = moving.y()[i] - from[1];
      xx += x * (onto.x()[i] - to[0]);
      xy += x * (onto.y()[i] - to[1]);
      yx += y * (onto.x()[i] - to[0]);
      yy += y * (onto.y()[i] - to[1]);
      size += x * x + y * y;
      wanted += Math.pow(onto.x()[i] - to[0], 2) + Math.pow(onto.y()[i] - to[1], 2);
    }
    // A turn by an angle gains cos·(xx + yy) + sin·(xy − yx); the mirrored one has −y for y.
    boolean mirrored = Math.hypot(xx - yy, xy + yx) > Math.hypot(xx + yy, xy - yx);
    double sign = mirrored ? -1 : 1;
    double angle = Math.atan2(xy - sign * yx, xx + sign * yy);
    double factor = size > 0 ? Math.sqrt(wanted / size) : 1;
    double cosine = factor * Math.cos(angle);
    double sine = factor * Math.sin(angle);
    double[] x = new double[moving.size()];
    double[] y = new double[moving.size()];
    for (int i = 0; i < x.length; i++) {
      double right = moving.x()[i] - from[0];
      double up = sign * (moving.y()[i] - from[1]);
      x[i] = to[0] + cosine * right - sine * up;
      y[i] = to[1] + sine * right + cosine * up;
    }
    return new Layout(x, y);
  }
}
