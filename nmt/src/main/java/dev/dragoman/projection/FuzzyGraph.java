package dev.dragoman.projection;

/**
 * UMAP's fuzzy simplicial set (McInnes et al. 2018, arXiv:1802.03426): how surely a row belongs
 * with each of its neighbours, e^−(d − ρ)/σ, where ρ is the distance to the nearest one, and σ such
 * that these add up to the logarithm of their number; and of both directions the sure union, a + b
 * − a·b.
 */
final class FuzzyGraph {
  private static final int STEPS = 64;
  private static final double LEAST_SIGMA = 1e-3;

  private FuzzyGraph() {}

  static SparseRows of(NearestNeighbours neighbours) {
    return SparseRows.symmetric(neighbours, memberships(neighbours), (a, b) -> a + b - a * b);
  }

  /** [N·k], in the order of the neighbours. */
  static double[] memberships(NearestNeighbours neighbours) {
    int k = neighbours.k();
    double[] memberships = new double[neighbours.size() * k];
    for (int row = 0; row < neighbours.size() && k > 0; row++) {
      double nearest = nearest(neighbours, row);
      double sigma = sigma(neighbours, row, nearest);
      for (int i = 0; i < k; i++) {
        double beyond = Math.max(0, neighbours.distance(row, i) - nearest);
        memberships[row * k + i] = Math.exp(-beyond / sigma);
      }
    }
    return memberships;
  }

  /** The nearest that is not equal; 0 where all are. */
  private static double nearest(NearestNeighbours neighbours, int row) {
    for (int i = 0; i < neighbours.k(); i++) {
      if (neighbours.distance(row, i) > 0) {
        return neighbours.distance(row, i);
      }
    }
    return 0;
  }

  private static double sigma(NearestNeighbours neighbours, int row, double nearest) {
    int k = neighbours.k();
    double wanted = Math.log(k) / Math.log(2);
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double sigma = 1;
    double mean = 0;
    for (int i = 0; i < k; i++) {
      mean += neighbours.distance(row, i) / k;
    }
    for (int step = 0; step < STEPS; step++) {
      double sum = 0;
      for (int i = 0; i < k; i++) {
        sum += Math.exp(-Math.max(0, neighbours.distance(row, i) - nearest) / sigma);
      }
      if (sum > wanted) {
        high = sigma;
        sigma = (low + high) / 2;
      } else {
        low = sigma;
        sigma = high == Double.POSITIVE_INFINITY ? sigma * 2 : (low + high) / 2;
      }
    }
    return mean > 0 ? Math.max(sigma, LEAST_SIGMA * mean) : 1;
  }
}
