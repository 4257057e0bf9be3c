package dev.dragoman.vocab;

import dev.dragoman.settings.Setting;

/**
 * Which tokens of the training text enter the vocabulary.
 *
 * @param minCount how often a token must occur, at least 1; with 2 the unknown token stands for
 *     real rare words in training and so learns what an unknown word is like
 * @param maxSize how many entries there may be at most, the special tokens included; 0 for no cap
 */
public record VocabularySettings(
    @Setting(value = "How often a token must occur to get an id of its own", min = 1) int minCount,
    @Setting(value = "Most entries, special tokens included; 0 for no cap", min = 0) int maxSize) {

  /** Checks the ranges. */
  public VocabularySettings {
    if (minCount < 1) {
      throw new IllegalArgumentException("minCount: expected at least 1, got " + minCount);
    }
    if (maxSize != 0 && maxSize <= Specials.COUNT) {
      throw new IllegalArgumentException(
          "maxSize: expected 0 for no cap or more than the "
              + Specials.COUNT
              + " special tokens, got "
              + maxSize);
    }
  }

  /**
   * Tokens that occur twice or more, 30,000 entries at most (Bahdanau et al. 2015,
   * arXiv:1409.0473).
   */
  public static VocabularySettings defaults() {
    return new VocabularySettings(2, 30_000);
  }
}
