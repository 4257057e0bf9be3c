package dev.dragoman.search;

/** The hypotheses that are being extended, one per row, rows of one sentence side by side. */
final class LiveRows {
  /** [R] the sentence of each row, ascending. */
  final int[] sentence;

  /** [R] the row of the step before that each row continues; −1 in the first step. */
  final int[] parentRow;

  /** [R] the last id of each row. */
  final int[] previousId;

  /** [R] each row's node in the history. */
  final int[] node;

  /** [R] summed log-probability of each row's ids. */
  final double[] score;

  private int count;

  /**
   * @param capacity most rows
   */
  LiveRows(int capacity) {
    sentence = new int[capacity];
    parentRow = new int[capacity];
    previousId = new int[capacity];
    node = new int[capacity];
    score = new double[capacity];
  }

  int count() {
    return count;
  }

  void clear() {
    count = 0;
  }

  void add(int ofSentence, int ofParentRow, int lastId, int atNode, double summed) {
    sentence[count] = ofSentence;
    parentRow[count] = ofParentRow;
    previousId[count] = lastId;
    node[count] = atNode;
    score[count] = summed;
    count++;
  }

  /** The end (exclusive) of the rows that share the sentence of row {@code from}. */
  int groupEnd(int from) {
    int end = from + 1;
    while (end < count && sentence[end] == sentence[from]) {
      end++;
    }
    return end;
  }
}
