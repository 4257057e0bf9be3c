package dev.dragoman.autograd;

import dev.dragoman.tensor.Elementwise;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Rows;
import dev.dragoman.tensor.Shape;

/**
 * Softmax cross-entropy against target ids, with label smoothing (Szegedy et al. 2016, arXiv:1512.00567). The logits'
 * memory becomes their gradient: after this operation their values are gone.
 */
public final class CrossEntropy {
  private CrossEntropy() {}

  /**
   * The loss of a set of target positions.
   *
   * @param mean mean over the targets that count, in nats, shape []: what the backward pass starts from
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
    int counted = 0;
    for (int target : targets.values()) {
      counted += target == ignoredId ? 0 : 1;
    }
    return of(tape, logits, targets, ignoredId, labelSmoothing, counted);
  }

  /**
   * As above, divided by a given number of targets: a shard of a batch divides by the whole batch's targets, so that the
   * shards' gradients add up to the batch's.
   *
   * @param divisor ≥ 1
   */
  public static Loss of(Tape tape, Value logits, Ids targets, int ignoredId, float labelSmoothing, int divisor) {
    targets.requireBelow("the vocabulary", logits.tensor().columns());
    int counted = 0;
    for (int target : targets.values()) {
      counted += target == ignoredId ? 0 : 1;
    }
    if (divisor < 1) {
      throw new IllegalArgumentException("targets: none counts, all are the ignored id " + ignoredId);
    }
    double sum = Rows.crossEntropyInPlace(logits.tensor(), targets, ignoredId, labelSmoothing, 1f / divisor);
    Value mean = tape.result("CrossEntropy", Shape.of(), logits.needsGradient());
    mean.tensor().fill((float) (sum / divisor));
    if (mean.needsGradient()) {
      logits.gradientInPlace();
      tape.record(() -> scaleByUpstream(logits, mean.gradient().get()));
    }
    return new Loss(mean, sum, counted);
  }

  private static void scaleByUpstream(Value logits, float upstream) {
    if (upstream != 1f) {
      Elementwise.scaleInto(upstream, logits.tensor(), logits.tensor());
    }
  }
}
