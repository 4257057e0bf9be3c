package dev.dragoman.layers;

import dev.dragoman.tensor.Ids;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Where the real positions of a padded batch lie when it is packed for a recurrence: step by step,
 * longest sentence first, so that the sentences still running at a step are the first rows of the
 * step before. Padding has no row.
 */
public final class SequenceLayout {
  private final int[] lengths;
  private final int positions;
  private final int[] order;
  private final int[] stepOffset;

  private SequenceLayout(int[] lengths, int positions, int[] order, int[] stepOffset) {
    this.lengths = lengths;
    this.positions = positions;
    this.order = order;
    this.stepOffset = stepOffset;
  }

  /**
   * The layout of sentences of these lengths.
   *
   * @param lengths real positions of each sentence [B], each in 1..S, any order
   * @param positions S, extent of the padded axis
   */
  public static SequenceLayout of(int[] lengths, int positions) {
    for (int b = 0; b < lengths.length; b++) {
      if (lengths[b] < 1 || lengths[b] > positions) {
        throw new IllegalArgumentException(
            "lengths[%d]: expected 1 to S=%d, got %d".formatted(b, positions, lengths[b]));
      }
    }
    int[] order = longestFirst(lengths);
    int longest = lengths.length == 0 ? 0 : lengths[order[0]];
    int[] stepOffset = new int[longest + 1];
    int running = lengths.length;
    for (int t = 0; t < longest; t++) {
      while (lengths[order[running - 1]] <= t) {
        running--;
      }
      stepOffset[t + 1] = stepOffset[t] + running;
    }
    return new SequenceLayout(lengths.clone(), positions, order, stepOffset);
  }

  private static int[] longestFirst(int[] lengths) {
    Integer[] boxed = new Integer[lengths.length];
    Arrays.setAll(boxed, i -> i);
    Arrays.sort(boxed, Comparator.comparingInt(i -> -lengths[i]));
    return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
  }

  /** B, number of sentences. */
  public int sentences() {
    return lengths.length;
  }

  /** S, extent of the padded axis. */
  public int positions() {
    return positions;
  }

  /** Number of steps: the longest sentence's length. */
  public int steps() {
    return stepOffset.length - 1;
  }

  /** P, number of real positions: rows of the packed matrix. */
  public int rows() {
    return stepOffset[steps()];
  }

  /** First packed row of a step. */
  public int firstRow(int step) {
    return stepOffset[step];
  }

  /** How many sentences run at a step. */
  public int running(int step) {
    return stepOffset[step + 1] - stepOffset[step];
  }

  /** For each packed row the row b·S + s of the padded batch [B, S, ..] that it holds, [P]. */
  public Ids paddedRows() {
    int[] rows = new int[rows()];
    for (int t = 0; t < steps(); t++) {
      for (int i = 0; i < running(t); i++) {
        rows[stepOffset[t] + i] = order[i] * positions + t;
      }
    }
    return Ids.of(rows);
  }

  /** For each sentence the packed row of its first position, [B]. */
  public Ids firstRows() {
    int[] rows = new int[lengths.length];
    for (int i = 0; i < order.length; i++) {
      rows[order[i]] = i;
    }
    return Ids.of(rows);
  }

  /** For each sentence the packed row of its last position, [B]. */
  public Ids lastRows() {
    int[] rows = new int[lengths.length];
    for (int i = 0; i < order.length; i++) {
      rows[order[i]] = stepOffset[lengths[order[i]] - 1] + i;
    }
    return Ids.of(rows);
  }
}
