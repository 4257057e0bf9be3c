package dev.dragoman.metrics;

import java.util.Objects;

/**
 * How BLEU is computed. Start from {@link #defaults()} and change what you need: {@code
 * BleuSettings.defaults().withTokenizer(BleuTokenizer.INTERNATIONAL)}.
 *
 * @param tokenizer how sentences are cut into tokens
 * @param smoothing what to do with n-gram orders at which nothing matches
 * @param lowercase whether hypotheses and references are lower-cased before tokenising
 * @param effectiveOrder whether the mean is taken only over the orders that the hypothesis is long
 *     enough to have; for sentences, where a hypothesis of three words has no 4-gram
 * @param maxOrder the longest n-grams that count, at least 1; usually 4
 * @param force whether the caller knows that the text looks tokenised; changes no score, but
 *     silences {@link Bleu#looksTokenized}
 */
public record BleuSettings(
    BleuTokenizer tokenizer,
    Smoothing smoothing,
    boolean lowercase,
    boolean effectiveOrder,
    int maxOrder,
    boolean force) {

  /** Checks the order. */
  public BleuSettings {
    Objects.requireNonNull(tokenizer, "tokenizer");
    Objects.requireNonNull(smoothing, "smoothing");
    if (maxOrder < 1) {
      throw new IllegalArgumentException(
          "BLEU n-gram order: expected at least 1, got " + maxOrder + "; the usual one is 4");
    }
  }

  /** sacreBLEU's defaults for corpora: mixed case, 13a, up to 4-grams, exponential smoothing. */
  public static BleuSettings defaults() {
    return new BleuSettings(
        BleuTokenizer.MTEVAL_13A, new Smoothing.Exponential(), false, false, 4, false);
  }

  /** The defaults with effective order, as sacreBLEU recommends them for single sentences. */
  public static BleuSettings sentenceDefaults() {
    return defaults().withEffectiveOrder(true);
  }

  /** These settings with another tokeniser. */
  public BleuSettings withTokenizer(BleuTokenizer tokenizer) {
    return new BleuSettings(tokenizer, smoothing, lowercase, effectiveOrder, maxOrder, force);
  }

  /** These settings with another smoothing. */
  public BleuSettings withSmoothing(Smoothing smoothing) {
    return new BleuSettings(tokenizer, smoothing, lowercase, effectiveOrder, maxOrder, force);
  }

  /** These settings with or without lower-casing. */
  public BleuSettings withLowercase(boolean lowercase) {
    return new BleuSettings(tokenizer, smoothing, lowercase, effectiveOrder, maxOrder, force);
  }

  /** These settings with or without effective order. */
  public BleuSettings withEffectiveOrder(boolean effectiveOrder) {
    return new BleuSettings(tokenizer, smoothing, lowercase, effectiveOrder, maxOrder, force);
  }

  /** These settings with n-grams up to another order. */
  public BleuSettings withMaxOrder(int maxOrder) {
    return new BleuSettings(tokenizer, smoothing, lowercase, effectiveOrder, maxOrder, force);
  }

  /** These settings with or without the warning about text that looks tokenised. */
  public BleuSettings withForce(boolean force) {
    return new BleuSettings(tokenizer, smoothing, lowercase, effectiveOrder, maxOrder, force);
  }
}
