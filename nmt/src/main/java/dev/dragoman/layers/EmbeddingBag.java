package dev.dragoman.layers;

import dev.dragoman.autograd.BagLookup;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Looks up bags of ids and reduces each to one vector, without laying their rows out; as
 * torch.nn.EmbeddingBag. The table's options hold: the padding id counts as if it stood in no bag,
 * looked-up rows above the maximum norm are scaled down in place, and locked rows receive no
 * gradient.
 *
 * @param embedding the table [V, E]
 * @param mode sum, mean or maximum
 */
public record EmbeddingBag(Embedding embedding, BagLookup.Mode mode) {

  /** Checks that the table's options go with the mode. */
  public EmbeddingBag {
    if (mode == BagLookup.Mode.MAX && embedding.options().scaleGradientByFrequency()) {
      throw new IllegalArgumentException(
          "embedding bag over %s: scaleGradientByFrequency goes with modes SUM and MEAN, got MAX"
              .formatted(embedding.table().name()));
    }
  }

  /**
   * One vector per bag.
   *
   * @param ids all bags' ids one after another [N]
   * @param offsets where each bag begins [G], ascending, first 0; an empty bag gives zeros
   * @return [G, E]
   */
  public Value lookup(Tape tape, Ids ids, int... offsets) {
    return reduce(tape, ids, offsets, null);
  }

  /**
   * One weighted sum per bag; mode must be SUM.
   *
   * @param weights one factor per id [N]; null for ones
   */
  public Value lookupWeighted(Tape tape, Ids ids, int[] offsets, @Nullable Tensor weights) {
    return reduce(tape, ids, offsets, weights == null ? null : tape.constant(weights));
  }

  /**
   * One weighted sum per bag, whose factors may themselves be learned; mode must be SUM.
   *
   * @param weights one factor per id [N]
   */
  public Value lookupWeighted(Tape tape, Ids ids, int[] offsets, Value weights) {
    return reduce(tape, ids, offsets, weights);
  }

  private Value reduce(Tape tape, Ids ids, int[] offsets, @Nullable Value weights) {
    embedding.boundNorms(ids);
    return BagLookup.of(
        tape,
        tape.use(embedding.table()),
        ids,
        offsets,
        mode,
        weights,
        embedding::isPadding,
        embedding.table()::isRowLocked,
        embedding.scaling());
  }
}
