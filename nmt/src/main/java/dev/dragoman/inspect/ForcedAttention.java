package dev.dragoman.inspect;

import dev.dragoman.model.Seq2Seq;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workers;
import dev.dragoman.vocab.Specials;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Where a model looks while it is made to write known translations. */
final class ForcedAttention {
  private static final int BATCH = 64;

  private ForcedAttention() {}

  /** α [T, S] of each pair, in order. */
  static List<float[][]> of(Seq2Seq model, AlignedPairs pairs, Workers workers) {
    List<int[]> batches = batches(pairs);
    List<float[][]> all = new ArrayList<>(Collections.nCopies(pairs.size(), new float[0][]));
    workers.forEach(
        batches.size(),
        number -> {
          int[] batch = batches.get(number);
          List<float[][]> found = of(model, pairs, batch);
          for (int b = 0; b < batch.length; b++) {
            all.set(batch[b], found.get(b));
          }
        });
    return all;
  }

  /** Numbers of pairs, sorted by length so that little is padding. */
  static List<int[]> batches(AlignedPairs pairs) {
    Integer[] order = new Integer[pairs.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingInt(i -> pairs.targets().get(i).length)
            .thenComparingInt(i -> pairs.sources().get(i).length));
    List<int[]> batches = new ArrayList<>();
    for (int from = 0; from < order.length; from += BATCH) {
      batches.add(
          Arrays.stream(order, from, Math.min(order.length, from + BATCH))
              .mapToInt(Integer::intValue)
              .toArray());
    }
    return batches;
  }

  /**
   * α [T, S] of the pairs of one batch.
   *
   * @param batch numbers of pairs
   */
  static List<float[][]> of(Seq2Seq model, AlignedPairs pairs, int[] batch) {
    int[][] sources = Arrays.stream(batch).mapToObj(pairs.sources()::get).toArray(int[][]::new);
    int[][] targets = Arrays.stream(batch).mapToObj(pairs.targets()::get).toArray(int[][]::new);
    int[] lengths = Arrays.stream(sources).mapToInt(ids -> ids.length).toArray();
    Tensor attention = model.attention(rectangle(sources, 0), lengths, rectangle(targets, 1));
    List<float[][]> weights = new ArrayList<>();
    for (int b = 0; b < batch.length; b++) {
      float[][] one = new float[targets[b].length][sources[b].length];
      for (int t = 0; t < one.length; t++) {
        for (int s = 0; s < one[t].length; s++) {
          one[t][s] = attention.get(t, b, s);
        }
      }
      weights.add(one);
    }
    return weights;
  }

  /** Padded ids [B, longest + before], with BOS in front where one place is kept for it. */
  private static Ids rectangle(int[][] rows, int before) {
    int width = Arrays.stream(rows).mapToInt(row -> row.length).max().orElse(0) + before;
    int[] ids = new int[rows.length * width];
    Arrays.fill(ids, Specials.PAD);
    for (int b = 0; b < rows.length; b++) {
      if (before > 0) {
        ids[b * width] = Specials.BOS;
      }
      System.arraycopy(rows[b], 0, ids, b * width + before, rows[b].length);
    }
    return new Ids(ids, Shape.of(rows.length, width));
  }
}
