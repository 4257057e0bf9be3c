package dev.dragoman.layers;

import org.jspecify.annotations.Nullable;

/**
 * Options of an {@link Embedding}, with the meaning that they have in torch.nn.Embedding.
 *
 * @param paddingId row that is zero at birth and never receives a gradient; negative counts from
 *     the end; null for none
 * @param maxNorm rows that are looked up are scaled down, in place, to at most this norm; null for
 *     no bound. The table itself changes, outside the optimiser and without a gradient of its own
 * @param normType p of the p-norm that {@code maxNorm} bounds; may be infinite
 * @param scaleGradientByFrequency divides each row's gradient by its number of occurrences in the
 *     lookup
 * @param sparse the optimiser moves only rows that received a gradient, so its work is proportional
 *     to the rows touched
 */
public record EmbeddingOptions(
    @Nullable Integer paddingId,
    @Nullable Float maxNorm,
    float normType,
    boolean scaleGradientByFrequency,
    boolean sparse) {

  /** Checks the ranges. */
  public EmbeddingOptions {
    if (maxNorm != null && !(maxNorm > 0)) {
      throw new IllegalArgumentException("embedding: maxNorm must be above 0, got " + maxNorm);
    }
    if (!(normType > 0)) {
      throw new IllegalArgumentException("embedding: normType must be above 0, got " + normType);
    }
  }

  /** No padding row, no bound, every occurrence counts, dense updates. */
  public static EmbeddingOptions defaults() {
    return new EmbeddingOptions(null, null, 2, false, false);
  }

  /** The same with a padding row. */
  public EmbeddingOptions withPadding(int id) {
    return new EmbeddingOptions(id, maxNorm, normType, scaleGradientByFrequency, sparse);
  }

  /** The same with a bound on the norm of rows. */
  public EmbeddingOptions withMaxNorm(float bound, float type) {
    return new EmbeddingOptions(paddingId, bound, type, scaleGradientByFrequency, sparse);
  }

  /** The same with gradients divided by frequency. */
  public EmbeddingOptions withGradientScaledByFrequency() {
    return new EmbeddingOptions(paddingId, maxNorm, normType, true, sparse);
  }

  /** The same with row-sparse updates. */
  public EmbeddingOptions withSparseGradient() {
    return new EmbeddingOptions(paddingId, maxNorm, normType, scaleGradientByFrequency, true);
  }
}
