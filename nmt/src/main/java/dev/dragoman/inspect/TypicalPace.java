package dev.dragoman.inspect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * When the rows of a table moved. A row is half way at the first recorded moment at which it is
 * half as far from its start as at the end; the typical row is the median of those that moved.
 *
 * @param half the update by which the typical row was half way
 * @param nineTenths the update by which it was nine tenths of its way
 * @param last the last update of the record
 */
public record TypicalPace(long half, long nineTenths, long last) {

  /**
   * From a record; empty where no row is elsewhere at the end than at the start.
   *
   * @param updates the recorded moments, in their order
   * @param distances for each of them how far each row was from its start [V]
   */
  static Optional<TypicalPace> of(List<Long> updates, List<float[]> distances) {
    float[] end = distances.getLast();
    int[] moved = IntStream.range(0, end.length).filter(row -> end[row] > 0).toArray();
    if (moved.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new TypicalPace(
            typical(moved, 0.5, updates, distances),
            typical(moved, 0.9, updates, distances),
            updates.getLast()));
  }

  /** The moment by which at least half of the rows had gone that share of their way. */
  private static long typical(
      int[] rows, double share, List<Long> updates, List<float[]> distances) {
    long[] reached =
        Arrays.stream(rows).mapToLong(row -> updates.get(firstAt(row, share, distances))).toArray();
    Arrays.sort(reached);
    return reached[(reached.length - 1) / 2];
  }

  private static int firstAt(int row, double share, List<float[]> distances) {
    double wanted = share * distances.getLast()[row];
    int moment = 0;
    while (distances.get(moment)[row] < wanted) {
      moment++;
    }
    return moment;
  }

  /** In a sentence. */
  public String words() {
    return String.format(
        Locale.ROOT,
        "A typical row, the median of those that moved, had half of its distance behind it by"
            + " update %,d of %,d, in the first %s of the training, and nine tenths by update %,d.",
        half,
        last,
        percent(),
        nineTenths);
  }

  private String percent() {
    long percent = Math.ceilDiv(100 * half, last);
    return percent <= 1 ? "hundredth" : percent + " %";
  }
}
