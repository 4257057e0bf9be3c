package dev.dragoman.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds what somebody meant by a misspelt name: the known name with the fewest typing slips between
 * (letters left out, added, exchanged or swapped), if there is one near enough.
 */
public final class NearestName {
  private static final int FAR = 1_000;

  private NearestName() {}

  /**
   * The known name nearest to {@code name}. Dotted names are compared part by part; where no whole
   * name is near, one with the same last part is taken, since a key often lands in a wrong section;
   * else one that is near with hyphens for its dots, as in {@code batch-size}.
   */
  public static Optional<String> to(String name, Collection<String> known) {
    return nearest(name, known, NearestName::pathDistance)
        .or(() -> nearest(name, known, NearestName::lastPartDistance))
        .or(() -> nearest(name, known, NearestName::undottedDistance));
  }

  private static Optional<String> nearest(
      String name, Collection<String> known, Distance distance) {
    return known.stream()
        .filter(candidate -> distance.between(name, candidate) < FAR)
        .min(Comparator.comparingInt(candidate -> distance.between(name, candidate)));
  }

  private interface Distance {
    int between(String name, String candidate);
  }

  private static int pathDistance(String name, String candidate) {
    String[] nameParts = name.split("\\.", -1);
    String[] candidateParts = candidate.split("\\.", -1);
    if (nameParts.length != candidateParts.length) {
      return FAR;
    }
    int sum = 0;
    for (int part = 0; part < nameParts.length; part++) {
      sum += partDistance(nameParts[part], candidateParts[part]);
    }
    return sum;
  }

  private static int lastPartDistance(String name, String candidate) {
    return partDistance(Names.last(name), Names.last(candidate));
  }

  private static int undottedDistance(String name, String candidate) {
    return partDistance(name.replace('.', '-'), candidate.replace('.', '-'));
  }

  private static int partDistance(String name, String candidate) {
    int slips = slips(spelling(name), spelling(candidate));
    int allowed = Math.max(1, Math.min(name.length(), candidate.length()) / 3);
    return slips <= allowed ? slips : FAR;
  }

  private static String spelling(String name) {
    return Names.ofComponent(name).replace('_', '-');
  }

  /** Optimal string alignment distance: Levenshtein's, with a swap of neighbours as one slip. */
  private static int slips(String a, String b) {
    int[][] distance = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        distance[i][j] = i == 0 || j == 0 ? i + j : cheapest(distance, a, b, i, j);
      }
    }
    return distance[a.length()][b.length()];
  }

  private static int cheapest(int[][] distance, String a, String b, int i, int j) {
    int exchange = distance[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(exchange, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, distance[i - 2][j - 2] + 1) : best;
  }
}
