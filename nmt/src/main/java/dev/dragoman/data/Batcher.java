package dev.dragoman.data;

import dev.dragoman.data.BatchSettings.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Cuts pairs into batches of similar lengths, so that little is padding: the pairs are shuffled,
 * sorted by target length and then source length, cut, and the batches are shuffled. Pairs of equal
 * lengths meet others in each epoch.
 *
 * <p>The same pairs, settings, seed and epoch give the same batches on every machine.
 */
public final class Batcher {

  private final EncodedPairs pairs;
  private final BatchSettings settings;

  /** Batches of these pairs. */
  public Batcher(EncodedPairs pairs, BatchSettings settings) {
    this.pairs = pairs;
    this.settings = settings;
  }

  /** The batches of one epoch, in random order. */
  public Epoch epoch(long seed, int epoch) {
    Randomness random = new Randomness(seed, epoch);
    int[] order = IntStream.range(0, pairs.size()).toArray();
    random.shuffle(order);
    List<int[]> batches = cut(sortedByLength(order));
    int[] places = IntStream.range(0, batches.size()).toArray();
    random.shuffle(places);
    return new Epoch(pairs, Arrays.stream(places).mapToObj(batches::get).toList());
  }

  /** The batches without any shuffling, short sentences first: for validation and test. */
  public Epoch inOrder() {
    int[] order = IntStream.range(0, pairs.size()).toArray();
    return new Epoch(pairs, cut(sortedByLength(order)));
  }

  private int[] sortedByLength(int[] order) {
    return stableSort(stableSort(order, pairs::sourceLength), pairs::targetLength);
  }

  /** Counting sort: linear, and equal lengths stay in their order. */
  private static int[] stableSort(int[] order, IntUnaryOperator length) {
    int longest = Arrays.stream(order).map(length).max().orElse(0);
    int[] next = new int[longest + 2];
    for (int pair : order) {
      next[length.applyAsInt(pair) + 1]++;
    }
    for (int i = 1; i < next.length; i++) {
      next[i] += next[i - 1];
    }
    int[] sorted = new int[order.length];
    for (int pair : order) {
      sorted[next[length.applyAsInt(pair)]++] = pair;
    }
    return sorted;
  }

  private List<int[]> cut(int[] order) {
    List<int[]> batches = new ArrayList<>();
    int begin = 0;
    int longest = 0;
    for (int at = 0; at < order.length; at++) {
      int withNext = Math.max(longest, longerSide(order[at]));
      if (at > begin && isFull(at - begin, withNext)) {
        batches.add(Arrays.copyOfRange(order, begin, at));
        begin = at;
        withNext = longerSide(order[at]);
      }
      longest = withNext;
    }
    if (begin < order.length) {
      batches.add(Arrays.copyOfRange(order, begin, order.length));
    }
    return batches;
  }

  /** Whether one more sentence is too many for a batch, given the longest of them all. */
  private boolean isFull(int sentences, int longest) {
    long places = settings.unit() == Unit.SENTENCES ? 1 : longest;
    return (sentences + 1) * places > settings.size();
  }

  private int longerSide(int pair) {
    return Math.max(pairs.sourceLength(pair), pairs.targetLength(pair));
  }
}
