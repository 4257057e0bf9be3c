package dev.dragoman.search;

import java.util.Arrays;

/**
 * The largest logit of each lane of a row, lane l being the entries l, l + n, l + 2n, … of n lanes.
 *
 * <p>Taking maxima lane by lane compares whole vectors, so this pass is several times faster than
 * one that asks every entry. Afterwards whoever looks for large entries visits only the lanes that
 * have one.
 */
final class LaneMaxima {
  private static final int MOST_LANES = 248;

  private final double[] maxima;
  private final int length;

  /**
   * @param length entries of a row, ≥ 1
   */
  LaneMaxima(int length) {
    this.length = length;
    this.maxima = new double[Math.min(MOST_LANES, length)];
  }

  /** Reads a row. */
  void read(float[] logits, int offset) {
    // A local array, of another type than the logits so that the two cannot overlap: only then does
    // the compiler make vector instructions of the inner loop.
    double[] lanes = maxima;
    Arrays.fill(lanes, Double.NEGATIVE_INFINITY);
    for (int done = 0; done < length; done += lanes.length) {
      int count = Math.min(lanes.length, length - done);
      int start = offset + done;
      for (int lane = 0; lane < count; lane++) {
        lanes[lane] = Math.max(lanes[lane], logits[start + lane]);
      }
    }
  }

  int lanes() {
    return maxima.length;
  }

  /** The largest entry of a lane, NaN if one of them is. */
  double of(int lane) {
    return maxima[lane];
  }

  /** The largest entry of the row, NaN if one of them is. */
  double ofRow() {
    double max = Double.NEGATIVE_INFINITY;
    for (double lane : maxima) {
      max = Math.max(max, lane);
    }
    return max;
  }
}
