package dev.dragoman.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Every id that was ever kept, as a tree: a node is an id that points back to the node before it; a
 * sentence's root stands for BOS. Hypotheses share their common beginnings and are written out only
 * when they are returned.
 */
final class History {
  private static final int NO_PARENT = -1;

  private final boolean keepAttention;
  private int size;
  private int[] parent = new int[256];
  private int[] id = new int[256];
  private double[] logProb = new double[256];

  /** Where the attention weights of the step that extended a node begin in that step's array. */
  private int[] attentionStart = new int[256];

  /** Per step: the attention weights of all its rows, one behind the other. */
  private final List<float[]> attentionOfStep = new ArrayList<>();

  History(boolean keepAttention) {
    this.keepAttention = keepAttention;
  }

  /** A new root; returns its node. */
  int root(int beginning) {
    return append(NO_PARENT, beginning, 0);
  }

  /** An id after a node; returns the new node. */
  int append(int after, int nextId, double nextLogProb) {
    if (size == id.length) {
      grow();
    }
    parent[size] = after;
    id[size] = nextId;
    logProb[size] = nextLogProb;
    return size++;
  }

  /**
   * Keeps the attention weights of a step that the decoder has just made; once per step, in order.
   */
  void attend(StepDecoder decoder, LiveRows rows) {
    if (!keepAttention) {
      return;
    }
    int total = 0;
    for (int row = 0; row < rows.count(); row++) {
      attentionStart[rows.node[row]] = total;
      total = Math.addExact(total, decoder.sourceLength(rows.sentence[row]));
    }
    float[] weights = new float[total];
    for (int row = 0; row < rows.count(); row++) {
      decoder.attention(row, weights, attentionStart[rows.node[row]]);
    }
    attentionOfStep.add(weights);
  }

  /** Number of ids from a node back to its root, the root not counted. */
  int length(int node) {
    int length = 0;
    for (int at = node; parent[at] != NO_PARENT; at = parent[at]) {
      length++;
    }
    return length;
  }

  /** [T] the ids that lead to a node. */
  int[] ids(int node) {
    int[] ids = new int[length(node)];
    int at = node;
    for (int t = ids.length - 1; t >= 0; t--, at = parent[at]) {
      ids[t] = id[at];
    }
    return ids;
  }

  /** [T+1] the log-probabilities of the ids that lead to a node, then that of the EOS behind it. */
  double[] logProbs(int node, double endLogProb) {
    double[] logProbs = new double[length(node) + 1];
    logProbs[logProbs.length - 1] = endLogProb;
    int at = node;
    for (int t = logProbs.length - 2; t >= 0; t--, at = parent[at]) {
      logProbs[t] = logProb[at];
    }
    return logProbs;
  }

  /**
   * [T+1, S] the attention weights by which the ids that lead to a node and the EOS were chosen.
   */
  float[][] attention(int node, int sourceLength) {
    if (!keepAttention) {
      return new float[0][];
    }
    float[][] attention = new float[length(node) + 1][];
    int at = node;
    for (int t = attention.length - 1; t >= 0; t--, at = parent[at]) {
      int start = attentionStart[at];
      attention[t] = Arrays.copyOfRange(attentionOfStep.get(t), start, start + sourceLength);
    }
    return attention;
  }

  private void grow() {
    int capacity = Math.multiplyExact(size, 2);
    parent = Arrays.copyOf(parent, capacity);
    id = Arrays.copyOf(id, capacity);
    logProb = Arrays.copyOf(logProb, capacity);
    attentionStart = Arrays.copyOf(attentionStart, capacity);
  }
}
