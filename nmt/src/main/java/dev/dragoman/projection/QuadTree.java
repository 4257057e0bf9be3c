package dev.dragoman.projection;

import java.util.Arrays;

/**
 * The cells of a plane, each divided into four until it holds few points (Barnes and Hut 1986). A
 * cell that looks small from a point acts on it as all its points in their centre.
 *
 * <p>Points are sorted along a Z-shaped curve, so that each cell holds an unbroken range of them;
 * cells stand in the order in which they are visited, each with the number of the one that follows
 * when its inside is passed over.
 */
final class QuadTree {
  private static final int BITS = 16;
  private static final int LEAF = 6;

  /** Below a point's place on the curve its key holds its number. */
  private static final int ID_BITS = 31;

  private final int points;
  private final int[] order;
  private final double[] x;
  private final double[] y;
  private final long[] keys;

  private int cells;
  private int[] from;
  private int[] to;
  private int[] next;
  private double[] extent;
  private double[] centreX;
  private double[] centreY;

  /** A tree over so many points, to be built again for each of their layouts. */
  QuadTree(int points) {
    this.points = points;
    this.order = new int[points];
    this.x = new double[points];
    this.y = new double[points];
    this.keys = new long[points];
    int room = points + 16;
    this.from = new int[room];
    this.to = new int[room];
    this.next = new int[room];
    this.extent = new double[room];
    this.centreX = new double[room];
    this.centreY = new double[room];
  }

  /** The tree of a layout. */
  void build(double[] pointsX, double[] pointsY) {
    double lowX = Arrays.stream(pointsX).min().orElse(0);
    double lowY = Arrays.stream(pointsY).min().orElse(0);
    double side =
        Math.max(
            Arrays.stream(pointsX).max().orElse(0) - lowX,
            Arrays.stream(pointsY).max().orElse(0) - lowY);
    double scale = side > 0 ? ((1 << BITS) - 1) / side : 0;
    for (int i = 0; i < points; i++) {
      long code =
          spread((int) ((pointsX[i] - lowX) * scale))
              | spread((int) ((pointsY[i] - lowY) * scale)) << 1;
      keys[i] = code << ID_BITS | i;
    }
    Arrays.sort(keys);
    for (int i = 0; i < points; i++) {
      order[i] = (int) (keys[i] & Integer.MAX_VALUE);
      x[i] = pointsX[order[i]];
      y[i] = pointsY[order[i]];
    }
    cells = 0;
    if (points > 0) {
      cell(0, points, 2 * BITS, side);
    }
  }

  /** A number's bits with a zero before each. */
  private static long spread(int value) {
    long bits = value;
    bits = (bits | bits << 8) & 0x00ff00ffL;
    bits = (bits | bits << 4) & 0x0f0f0f0fL;
    bits = (bits | bits << 2) & 0x33333333L;
    return (bits | bits << 1) & 0x55555555L;
  }

  /** Adds a cell, its centre and all below it. */
  private void cell(int begin, int end, int bits, double width) {
    int number = cells++;
    if (number == from.length) {
      grow();
    }
    from[number] = begin;
    to[number] = end;
    boolean leaf = end - begin <= LEAF || bits == 0;
    extent[number] = leaf ? Double.POSITIVE_INFINITY : width * width;
    double sumX = 0;
    double sumY = 0;
    for (int i = begin; i < end; i++) {
      sumX += x[i];
      sumY += y[i];
    }
    centreX[number] = sumX / (end - begin);
    centreY[number] = sumY / (end - begin);
    if (!leaf) {
      int start = begin;
      while (start < end) {
        int stop = endOfQuarter(start, end, bits - 2);
        cell(start, stop, bits - 2, width / 2);
        start = stop;
      }
    }
    next[number] = cells;
  }

  /** The first point behind {@code start} that lies in another quarter of the cell. */
  private int endOfQuarter(int start, int end, int bits) {
    long quarter = keys[start] >>> (ID_BITS + bits);
    int low = start + 1;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys[middle] >>> (ID_BITS + bits) == quarter) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void grow() {
    int room = from.length * 2;
    from = Arrays.copyOf(from, room);
    to = Arrays.copyOf(to, room);
    next = Arrays.copyOf(next, room);
    extent = Arrays.copyOf(extent, room);
    centreX = Arrays.copyOf(centreX, room);
    centreY = Arrays.copyOf(centreY, room);
  }

  /** The number of the point that stands at a place of the curve. */
  int point(int place) {
    return order[place];
  }

  /**
   * What all other points do to the one at a place of the curve: with w = 1 / (1 + d²), the sum of
   * w² times the way from them to it, and the sum of w.
   *
   * @param theta a cell counts as one where its width is less than this times its distance; 0: none
   *     does
   * @param out x and y of the first sum
   * @return the second sum
   */
  double repulsion(int place, double theta, double[] out) {
    double atX = x[place];
    double atY = y[place];
    double squared = theta * theta;
    double forceX = 0;
    double forceY = 0;
    double sum = 0;
    int cell = 0;
    while (cell < cells) {
      double wayX = atX - centreX[cell];
      double wayY = atY - centreY[cell];
      double distance = wayX * wayX + wayY * wayY;
      if (extent[cell] < squared * distance) {
        double weight = 1 / (1 + distance);
        double mass = (to[cell] - from[cell]) * weight;
        sum += mass;
        forceX += mass * weight * wayX;
        forceY += mass * weight * wayY;
        cell = next[cell];
      } else if (next[cell] == cell + 1) {
        for (int other = from[cell]; other < to[cell]; other++) {
          double apartX = atX - x[other];
          double apartY = atY - y[other];
          double weight = 1 / (1 + apartX * apartX + apartY * apartY);
          sum += weight;
          forceX += weight * weight * apartX;
          forceY += weight * weight * apartY;
        }
        cell++;
      } else {
        cell++;
      }
    }
    out[0] = forceX;
    out[1] = forceY;
    return sum - 1; // a point's own weight is 1, its way 0
  }
}
