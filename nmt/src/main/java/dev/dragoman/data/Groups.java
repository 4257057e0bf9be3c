package dev.dragoman.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which pairs hang together through equal sentences: a forest in which each pair points towards the
 * first of its group. A group is called by that pair's number.
 */
final class Groups {
  private final int[] parent;

  /** Each pair alone. */
  Groups(int pairs) {
    parent = IntStream.range(0, pairs).toArray();
  }

  /**
   * Joins pairs with equal sentences.
   *
   * @param first for each pair the first one with the same sentence
   */
  void join(int[] first) {
    for (int pair = 0; pair < first.length; pair++) {
      int left = of(first[pair]);
      int right = of(pair);
      parent[Math.max(left, right)] = Math.min(left, right);
    }
  }

  /** The group of a pair. */
  int of(int pair) {
    int root = pair;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /** All groups, rising. */
  int[] all() {
    return IntStream.range(0, parent.length).filter(pair -> parent[pair] == pair).toArray();
  }

  /** How many of these pairs each group has, by its number. */
  int[] count(int[] pairs) {
    int[] counts = new int[parent.length];
    Arrays.stream(pairs).forEach(pair -> counts[of(pair)]++);
    return counts;
  }
}
