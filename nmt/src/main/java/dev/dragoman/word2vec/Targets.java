package dev.dragoman.word2vec;

/** What one prediction is judged by: rows of the output table, each with the answer 1 or 0. */
final class Targets {

  private final int[] rows;
  private final float[] labels;
  private int count;

  Targets(int most) {
    rows = new int[most];
    labels = new float[most];
  }

  void clear() {
    count = 0;
  }

  void add(int row, float label) {
    rows[count] = row;
    labels[count] = label;
    count++;
  }

  int count() {
    return count;
  }

  int[] rows() {
    return rows;
  }

  float[] labels() {
    return labels;
  }
}
