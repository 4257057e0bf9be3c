package dev.dragoman.autograd;

import dev.dragoman.tensor.Elementwise;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Rows;
import dev.dragoman.tensor.Shape;

/**
 * Softmax cross-entropy against target ids, with label smoothing (Szegedy et al. 2016,
 * arXiv:1512.00567). Where the logits come from a linear map, their memory becomes their gradient:
 * after this operation their values are gone.
 */
public final class CrossEntropy {
  private CrossEntropy() {}

  /**
   * The loss of a set of target positions.
   *
   * @param mean mean over the targets that count, in nats, shape []: what the backward pass starts
   *     from
   * @param sum summed loss in nats, in double
   * @param targets how many targets count
   */
  public record Loss(Value mean, double sum, int targets) {}

  /**
   * Mean of −log p(target) over the targets other than {@code ignoredId}.
   *
   * @param logits [P, V]
   * @param targets [P]
   * @param ignoredId targets with this id count nothing
   * @param labelSmoothing ε in [0, 1)
   */
  public static Loss of(Tape tape, Value logits, Ids targets, int ignoredId, float labelSmoothing) {
    return of(tape, logits, targets, ignoredId, labelSmoothing, counted(targets, ignoredId));
  }

  /**
   * As above, divided by a given number of targets: a shard of a batch divides by the whole batch's
   * targets, so that the shards' gradients add up to the batch's.
   *
   * @param divisor ≥ 1
   */
  public static Loss of(
      Tape tape, Value logits, Ids targets, int ignoredId, float labelSmoothing, int divisor) {
    if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
      throw new IllegalArgumentException(
          "label smoothing: must be in [0, 1), got " + labelSmoothing);
    }
    targets.requireBelowUnless(ignoredId, "the vocabulary", logits.tensor().columns());
    if (divisor < 1) {
      throw new IllegalArgumentException(
          "targets: at least one must count, but all are the ignored id %d or the divisor %d is below 1"
              .formatted(ignoredId, divisor));
    }
    Value mine = logits.mayLoseItsValues() ? logits : copy(tape, logits);
    double sum =
        Rows.crossEntropyInPlace(mine.tensor(), targets, ignoredId, labelSmoothing, 1f / divisor);
    Value mean = tape.result("CrossEntropy", Shape.of(), logits.needsGradient());
    mean.tensor().fill((float) (sum / divisor));
    if (mean.needsGradient()) {
      mine.gradientInPlace();
      tape.record(() -> scaleByUpstream(mine, mean.gradient().get()));
    }
    return new Loss(mean, sum, counted(targets, ignoredId));
  }

  private static int counted(Ids targets, int ignoredId) {
    int counted = 0;
    for (int target : targets.values()) {
      counted += target == ignoredId ? 0 : 1;
    }
    return counted;
  }

  private static Value copy(Tape tape, Value logits) {
    Value copy = tape.result("Copy", logits.shape(), logits.needsGradient());
    Elements.copyInto(tape, logits, copy);
    return copy;
  }

  private static void scaleByUpstream(Value logits, float upstream) {
    if (upstream != 1f) {
      Elementwise.scaleInto(upstream, logits.tensor(), logits.tensor());
    }
  }
}
