package dev.dragoman.data;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The batches of one pass over the pairs. A batch is built when it is asked for, so an epoch takes
 * little memory, and training that was interrupted can begin in the middle.
 */
public final class Epoch implements Iterable<Batch> {

  private final EncodedPairs pairs;
  private final List<int[]> plan;

  Epoch(EncodedPairs pairs, List<int[]> plan) {
    this.pairs = pairs;
    this.plan = plan;
  }

  /** How many batches there are. */
  public int size() {
    return plan.size();
  }

  /** The batch with this number, counted from 0. */
  public Batch batch(int index) {
    return Batch.of(pairs, plan.get(index));
  }

  /** The batches, one after the other. */
  @Override
  public Iterator<Batch> iterator() {
    return IntStream.range(0, size()).mapToObj(this::batch).iterator();
  }
}
