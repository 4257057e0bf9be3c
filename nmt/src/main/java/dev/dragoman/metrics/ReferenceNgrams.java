package dev.dragoman.metrics;

import java.util.List;

/**
 * The n-grams of a sentence's references, counted; a hypothesis is matched against them.
 *
 * <p>A trie over token ids: a node is an n-gram, its child by one more token the (n+1)-gram, so
 * that an n-gram costs one look-up and no string. The children of all nodes lie in one hash table
 * with open addressing, keyed by node and token.
 */
final class ReferenceNgrams {
  private static final int ROOT = 0;
  private static final int ABSENT = 0;

  private final int maxOrder;
  private final long[] keys;
  private final int[] nodes;
  private final int shift;
  private int nodeCount = 1;

  /** For each node how often its n-gram occurs in the reference that has it most often. */
  private final int[] counts;

  /**
   * Counts the n-grams of some references.
   *
   * @param maxOrder the longest n-grams to count, at least 0
   * @param references token ids of each reference
   */
  ReferenceNgrams(int maxOrder, List<int[]> references) {
    this.maxOrder = maxOrder;
    int most = 1;
    for (int[] reference : references) {
      most = Math.addExact(most, ngramsUpTo(maxOrder, reference.length));
    }
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.multiplyExact(most, 2) - 1);
    this.keys = new long[1 << bits];
    this.nodes = new int[1 << bits];
    this.shift = Long.SIZE - bits;
    this.counts = new int[most];
    references.forEach(this::count);
  }

  /** How many n-grams of one order a text of that many tokens has. */
  static int ngrams(int order, int tokens) {
    return Math.max(0, tokens - order + 1);
  }

  /**
   * How many n-grams of each order the hypothesis shares with the references. An n-gram that it
   * repeats counts at most as often as one reference has it.
   *
   * @param hypothesis token ids; an id that no reference has matches nothing
   * @return matches by order, beginning with order 1
   */
  long[] matches(int[] hypothesis) {
    long[] matches = new long[maxOrder];
    int[] seen = new int[nodeCount];
    for (int start = 0; start < hypothesis.length; start++) {
      int node = ROOT;
      int longest = Math.min(maxOrder, hypothesis.length - start);
      for (int n = 0; n < longest; n++) {
        node = nodes[slot(node, hypothesis[start + n])];
        if (node == ABSENT) {
          break;
        }
        seen[node]++;
        if (seen[node] <= counts[node]) {
          matches[n]++;
        }
      }
    }
    return matches;
  }

  private static int ngramsUpTo(int maxOrder, int tokens) {
    long sum = 0;
    for (int n = 1; n <= Math.min(maxOrder, tokens); n++) {
      sum += ngrams(n, tokens);
    }
    return Math.toIntExact(sum);
  }

  private void count(int[] reference) {
    int[] seen = new int[counts.length];
    for (int start = 0; start < reference.length; start++) {
      int node = ROOT;
      int longest = Math.min(maxOrder, reference.length - start);
      for (int n = 0; n < longest; n++) {
        node = childOrNew(node, reference[start + n]);
        seen[node]++;
        counts[node] = Math.max(counts[node], seen[node]);
      }
    }
  }

  private int childOrNew(int node, int token) {
    int slot = slot(node, token);
    if (nodes[slot] == ABSENT) {
      keys[slot] = key(node, token);
      nodes[slot] = nodeCount++;
    }
    return nodes[slot];
  }

  /** Where the child lies, or the free place where it would. */
  private int slot(int node, int token) {
    long key = key(node, token);
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
    while (nodes[slot] != ABSENT && keys[slot] != key) {
      slot = (slot + 1) & (nodes.length - 1);
    }
    return slot;
  }

  private static long key(int node, int token) {
    return ((long) node << Integer.SIZE) | (token & 0xFFFFFFFFL);
  }
}
