package dev.dragoman.word2vec;

/**
 * The binary tree of least expected depth over words with counts (Huffman 1952): frequent words lie
 * near the root. V words have V − 1 inner nodes, numbered from the leaves upwards; the root is the
 * last. A word's code is the turns from the root to its leaf (0 to the rarer child, 1 to the
 * other), its path the inner nodes at which they are made.
 *
 * <p>Built in linear time from counts in descending order by two queues: the leaves, and the inner
 * nodes, which come into being in ascending order of their counts.
 */
final class HuffmanTree {

  private final int[] starts;
  private final int[] path;
  private final byte[] code;

  /** From counts in descending order. */
  HuffmanTree(long[] counts) {
    int leaves = counts.length;
    int[] parent = new int[Math.max(1, 2 * leaves - 1)];
    byte[] turn = new byte[parent.length];
    join(counts, parent, turn);
    starts = new int[leaves + 1];
    for (int word = 0; word < leaves; word++) {
      starts[word + 1] = starts[word] + depth(word, parent);
    }
    path = new int[starts[leaves]];
    code = new byte[starts[leaves]];
    for (int word = 0; word < leaves; word++) {
      int at = starts[word + 1];
      for (int node = word; at > starts[word]; node = parent[node]) {
        at--;
        path[at] = parent[node] - leaves;
        code[at] = turn[node];
      }
    }
  }

  /** How many decisions lead to a word. */
  int depth(int word) {
    return starts[word + 1] - starts[word];
  }

  /** The inner node of a decision on the way to a word, the root first. */
  int node(int word, int decision) {
    return path[starts[word] + decision];
  }

  /** Which child the way to a word takes at a decision: 0 or 1. */
  int turn(int word, int decision) {
    return code[starts[word] + decision];
  }

  private static void join(long[] counts, int[] parent, byte[] turn) {
    int leaves = counts.length;
    long[] weight = new long[parent.length];
    System.arraycopy(counts, 0, weight, 0, leaves);
    int leaf = leaves - 1;
    int inner = leaves;
    for (int made = leaves; made < 2 * leaves - 1; made++) {
      for (byte side = 0; side < 2; side++) {
        boolean takeLeaf = leaf >= 0 && (inner == made || weight[leaf] <= weight[inner]);
        int rarest = takeLeaf ? leaf-- : inner++;
        weight[made] += weight[rarest];
        parent[rarest] = made;
        turn[rarest] = side;
      }
    }
  }

  private static int depth(int word, int[] parent) {
    int root = parent.length - 1;
    int depth = 0;
    for (int node = word; node != root; node = parent[node]) {
      depth++;
    }
    return depth;
  }
}
