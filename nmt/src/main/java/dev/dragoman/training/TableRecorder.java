package dev.dragoman.training;

import dev.dragoman.autograd.Gradients;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.data.Batch;
import dev.dragoman.history.Distances;
import dev.dragoman.history.HistoryTable;
import dev.dragoman.history.HistoryWriter;
import dev.dragoman.history.RowCounts;
import dev.dragoman.history.VectorPrecision;
import dev.dragoman.history.WatchedUpdate;
import dev.dragoman.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Records one table. An update's work is proportional to the rows that its batch looks up, and
 * nothing is allocated; all rows are visited at snapshots only.
 */
final class TableRecorder {
  private final int number;
  private final HistoryTable shape;
  private final Parameter table;
  private final HistoryWriter writer;
  private final SeenRows seen;
  private final RowCounts counts;
  private final Distances distances;
  private final float[] start;
  private float[] previous;
  private final int[] sentence = new int[WatchedUpdate.LONGEST_SENTENCE];
  private final float[] watchedBefore;
  private float[] before = new float[0];

  /**
   * A recorder.
   *
   * @param number of the table in the history
   * @param standing the account to go on with
   */
  TableRecorder(
      int number, Parameter table, HistoryWriter writer, HistoryWriter.Standing standing) {
    this.number = number;
    this.shape = writer.start().tables().get(number);
    this.table = table;
    this.writer = writer;
    this.seen = new SeenRows(shape.name(), shape.rows());
    this.counts = standing.counts();
    this.distances = Distances.zeros(shape.rows());
    this.start = standing.start();
    this.previous = rounded(standing.previous(), writer.start().precision());
    this.watchedBefore = new float[shape.watched().size() * shape.columns()];
  }

  /** The account of a table to which nothing happened yet. */
  static HistoryWriter.Standing newborn(Parameter table) {
    float[] now = table.value().toArray();
    return new HistoryWriter.Standing(new RowCounts(table.value().rows()), now, now.clone());
  }

  /** Keeps the rows that are about to move. */
  void before(Batch batch) {
    seen.count(batch);
    int columns = shape.columns();
    if (before.length < seen.count() * columns) {
      before = new float[Math.min(shape.size(), 2 * seen.count() * columns)];
    }
    Tensor value = table.value();
    for (int i = 0; i < seen.count(); i++) {
      System.arraycopy(value.data(), value.rowOffset(seen.row(i)), before, i * columns, columns);
    }
    List<Integer> watched = shape.watched();
    for (int i = 0; i < watched.size(); i++) {
      System.arraycopy(
          value.data(), value.rowOffset(watched.get(i)), watchedBefore, i * columns, columns);
    }
  }

  /** Takes the rows that moved to account. */
  void after(long update, Batch batch, Gradients gradients) {
    Tensor value = table.value();
    Tensor gradient = gradients.of(table).values();
    int columns = shape.columns();
    double gradientSquares = 0;
    double moveSquares = 0;
    for (int i = 0; i < seen.count(); i++) {
      int row = seen.row(i);
      double g = RowSquares.of(gradient.data(), gradient.rowOffset(row), columns);
      double m =
          RowSquares.ofDifference(value.data(), value.rowOffset(row), before, i * columns, columns);
      gradientSquares += g;
      moveSquares += m;
      counts.add(row, update, seen.times(row), seen.sentences(row), Math.sqrt(g), Math.sqrt(m));
    }
    writer.sums(
        update,
        number,
        seen.lookups(),
        seen.count(),
        Math.sqrt(gradientSquares),
        Math.sqrt(moveSquares));
    for (int i = 0; i < shape.watched().size(); i++) {
      watched(update, batch, gradient, i);
    }
  }

  private void watched(long update, Batch batch, Tensor gradient, int i) {
    int row = shape.watched().get(i);
    int columns = shape.columns();
    Tensor value = table.value();
    int at = value.rowOffset(row);
    boolean looked = seen.times(row) > 0;
    writer.watched(
        update,
        number,
        row,
        seen.times(row),
        seen.sentences(row),
        Math.sqrt(RowSquares.of(gradient.data(), gradient.rowOffset(row), columns)),
        Math.sqrt(RowSquares.ofDifference(value.data(), at, watchedBefore, i * columns, columns)),
        Math.sqrt(RowSquares.ofDifference(value.data(), at, start, row * columns, columns)),
        sentence,
        looked ? seen.copySentence(batch, row, sentence) : 0,
        value.data(),
        at);
  }

  /** Records all rows. */
  void snapshot(long update) {
    Tensor value = table.value();
    float[] kept = kept(value);
    distances.measureToStart(value.data(), value.offset(), start, shape.columns());
    distances.measureToPrevious(kept, previous, shape.columns());
    writer.snapshot(update, number, counts, distances, value.data(), value.offset());
    previous = kept;
  }

  /**
   * What can be read back of a snapshot. Snapshots are compared with each other by it, so that a
   * row that stood still is at distance 0 from itself, and so that a resumed run measures the same.
   */
  private float[] kept(Tensor value) {
    float[] now = Arrays.copyOfRange(value.data(), value.offset(), value.offset() + shape.size());
    return rounded(now, writer.start().precision());
  }

  private static float[] rounded(float[] values, VectorPrecision precision) {
    float[] rounded = values.clone();
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = precision.rounded(rounded[i]);
    }
    return rounded;
  }

  /** Records the account alone. */
  void account(long update) {
    writer.counts(update, number, counts);
  }
}
