package dev.dragoman.layers;

import dev.dragoman.autograd.BagLookup;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Looks up bags of ids and reduces each to one vector, without laying their rows out; as torch.nn.EmbeddingBag.
 *
 * @param embedding the table [V, E]
 * @param mode sum, mean or maximum
 */
public record EmbeddingBag(Embedding embedding, BagLookup.Mode mode) {

  /**
   * One vector per bag.
   *
   * @param ids all bags' ids one after another [N]
   * @param offsets where each bag begins [G], ascending, first 0; an empty bag gives zeros
   * @return [G, E]
   */
  public Value lookup(Tape tape, Ids ids, int... offsets) {
    return BagLookup.of(tape, tape.use(embedding.table()), ids, offsets, mode, null);
  }

  /**
   * One weighted sum per bag; mode must be SUM.
   *
   * @param weights one factor per id [N]
   */
  public Value lookupWeighted(Tape tape, Ids ids, int[] offsets, @Nullable Tensor weights) {
    Value factors = weights == null ? null : tape.constant(weights);
    return BagLookup.of(tape, tape.use(embedding.table()), ids, offsets, mode, factors);
  }
}
