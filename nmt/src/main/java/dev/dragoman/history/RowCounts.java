package dev.dragoman.history;

import java.util.Arrays;

/**
 * What happened to each row of a table since the recording began, added up: the recorder's running
 * account, and as a copy a part of each snapshot.
 */
public final class RowCounts {
  /** Bytes a row takes in the file. */
  static final int BYTES = 5 * Integer.BYTES + 2 * Double.BYTES;

  private final int[] times;
  private final int[] sentences;
  private final int[] updates;
  private final int[] first;
  private final int[] last;
  private final double[] gradient;
  private final double[] path;

  /** Of rows to which nothing happened yet. */
  public RowCounts(int rows) {
    this(
        new int[rows],
        new int[rows],
        new int[rows],
        new int[rows],
        new int[rows],
        new double[rows],
        new double[rows]);
  }

  private RowCounts(
      int[] times,
      int[] sentences,
      int[] updates,
      int[] first,
      int[] last,
      double[] gradient,
      double[] path) {
    this.times = times;
    this.sentences = sentences;
    this.updates = updates;
    this.first = first;
    this.last = last;
    this.gradient = gradient;
    this.path = path;
  }

  /** A copy that later additions leave alone. */
  public RowCounts copy() {
    return new RowCounts(
        times.clone(),
        sentences.clone(),
        updates.clone(),
        first.clone(),
        last.clone(),
        gradient.clone(),
        path.clone());
  }

  /**
   * An update looked a row up.
   *
   * @param update its number, from 1
   * @param timesInBatch how often the batch has the row's token
   * @param sentencesInBatch in how many of its sentence pairs
   * @param gradientNorm norm of the row's gradient before clipping
   * @param updateNorm how far the row moved
   */
  public void add(
      int row,
      long update,
      int timesInBatch,
      int sentencesInBatch,
      double gradientNorm,
      double updateNorm) {
    times[row] += timesInBatch;
    sentences[row] += sentencesInBatch;
    updates[row]++;
    first[row] = first[row] == 0 ? (int) update : first[row];
    last[row] = (int) update;
    gradient[row] += gradientNorm;
    path[row] += updateNorm;
  }

  /** V, how many rows there are. */
  public int rows() {
    return times.length;
  }

  /** How often the row's token was looked up. */
  public int times(int row) {
    return times[row];
  }

  /** In how many sentence pairs, a pair counted again in every epoch. */
  public int sentences(int row) {
    return sentences[row];
  }

  /** In how many updates. */
  public int updates(int row) {
    return updates[row];
  }

  /** At which update first; 0 for never. */
  public int first(int row) {
    return first[row];
  }

  /** At which update last; 0 for never. */
  public int last(int row) {
    return last[row];
  }

  /** The norms of the gradients of those updates, added up. */
  public double gradient(int row) {
    return gradient[row];
  }

  /** How far those updates moved the row, added up: the length of its path, detours included. */
  public double path(int row) {
    return path[row];
  }

  void write(RecordWriter out) {
    for (int row = 0; row < times.length; row++) {
      out.putInt(times[row]);
      out.putInt(sentences[row]);
      out.putInt(updates[row]);
      out.putInt(first[row]);
      out.putInt(last[row]);
      out.putDouble(gradient[row]);
      out.putDouble(path[row]);
    }
  }

  static RowCounts read(java.nio.ByteBuffer in, int rows) {
    RowCounts counts = new RowCounts(rows);
    for (int row = 0; row < rows; row++) {
      counts.times[row] = in.getInt();
      counts.sentences[row] = in.getInt();
      counts.updates[row] = in.getInt();
      counts.first[row] = in.getInt();
      counts.last[row] = in.getInt();
      counts.gradient[row] = in.getDouble();
      counts.path[row] = in.getDouble();
    }
    return counts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowCounts counts
        && Arrays.equals(times, counts.times)
        && Arrays.equals(sentences, counts.sentences)
        && Arrays.equals(updates, counts.updates)
        && Arrays.equals(first, counts.first)
        && Arrays.equals(last, counts.last)
        && Arrays.equals(gradient, counts.gradient)
        && Arrays.equals(path, counts.path);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(times);
  }
}
