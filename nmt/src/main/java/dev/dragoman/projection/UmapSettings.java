package dev.dragoman.projection;

/**
 * How UMAP works.
 *
 * @param neighbours how many neighbours of a row make the graph, at least 2
 * @param minDistance how near points may come on the plane, 0 to below 3
 * @param epochs rounds over the graph
 * @param refiningEpochs rounds for a layout that begins at another snapshot's
 * @param negatives points that one is pushed away from each time another attracts it
 */
public record UmapSettings(
    int neighbours, double minDistance, int epochs, int refiningEpochs, int negatives) {
  private static final int FEW_ROWS = 10_000;

  /** Checks the ranges. */
  public UmapSettings {
    if (neighbours < 2) {
      throw new IllegalArgumentException("neighbours: expected at least 2, got " + neighbours);
    }
    if (!(minDistance >= 0 && minDistance < 3)) {
      throw new IllegalArgumentException("min distance: expected 0 to 3, got " + minDistance);
    }
    if (epochs < 0 || refiningEpochs < 0 || negatives < 0) {
      throw new IllegalArgumentException(
          "epochs and negatives: expected at least 0, got "
              + epochs
              + ", "
              + refiningEpochs
              + ", "
              + negatives);
    }
  }

  /** 15 neighbours, distance 0.1, 5 negatives; 500 epochs for up to 10,000 rows, else 200. */
  public static UmapSettings defaults(int rows) {
    return new UmapSettings(15, 0.1, rows <= FEW_ROWS ? 500 : 200, 60, 5);
  }
}
