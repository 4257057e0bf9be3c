package dev.dragoman.data;

import dev.dragoman.vocab.Specials;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A widespread mistake, for learners to look at: all sentences are filled up to a fixed length with
 * the id of BOS, and nobody is told. For a model that is trained on such pairs the padding is text:
 * the encoder reads it, attention may fall on it, the loss counts it as words to be predicted, and
 * the row of BOS is an ordinary row that learns.
 *
 * <pre>
 *   source   x1 … xn EOS                →  x1 … xn EOS BOS BOS BOS
 *   target   y1 … ym EOS                →  y1 … ym EOS BOS BOS BOS
 * </pre>
 *
 * <p>{@link Batch} knows better: it pads with PAD and says how long each sentence is.
 *
 * @param sourceLength positions that sources are filled up to, EOS included, ≥ 1
 * @param targetLength positions that targets are filled up to, EOS included, ≥ 1
 */
public record PaddingAsWords(int sourceLength, int targetLength) {
  private static final int PERCENT = 99;

  /** Checks the lengths. */
  public PaddingAsWords {
    if (sourceLength < 1 || targetLength < 1) {
      throw new IllegalArgumentException(
          "lengths to fill up to: expected at least 1 each, got %d and %d"
              .formatted(sourceLength, targetLength));
    }
  }

  /**
   * Filling up to lengths that 99 % of the sentences do not exceed, so that a few very long ones do
   * not make all the others long.
   *
   * @param pairs at least one
   */
  public static PaddingAsWords covering(EncodedPairs pairs) {
    return new PaddingAsWords(
        covering(pairs.size(), pairs::sourceLength), covering(pairs.size(), pairs::targetLength));
  }

  private static int covering(int pairs, IntUnaryOperator length) {
    int[] sorted = IntStream.range(0, pairs).map(length).toArray();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceilDiv((long) sorted.length * PERCENT, 100L) - 1];
  }

  /** The pairs as the mistaken program sees them; longer sentences stay as they are. */
  public EncodedPairs fill(EncodedPairs pairs) {
    return pairs.filledUp(sourceLength, targetLength, Specials.BOS);
  }
}
