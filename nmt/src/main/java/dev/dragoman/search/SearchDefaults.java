package dev.dragoman.search;

import dev.dragoman.settings.Setting;

/**
 * How a model is searched where nobody says otherwise: the part of {@link SearchSettings} that an
 * experiment decides and a model remembers. What is wanted of a single search (how many hypotheses,
 * with attention or scores) is no part of it.
 *
 * @param beamSize K, 1 to 1,000: hypotheses that are kept per sentence and step; 1 is greedy search
 * @param lengthPenalty what scores are divided by before hypotheses of different lengths are
 *     compared
 * @param lengthPenaltyAlpha α ≥ 0 of the length penalty; 0 is no penalty
 * @param maxLengthRatio output tokens allowed per source position, ≥ 0
 * @param maxLengthConstant output tokens allowed beyond that, ≥ 0
 * @param maxLengthCap most output tokens of any sentence, ≥ 1
 * @param minLength fewest output tokens, ≥ 0 and ≤ the cap
 * @param allowUnknown whether UNK may be produced
 */
public record SearchDefaults(
    @Setting(value = "Hypotheses kept per sentence; 1 is greedy search", min = 1, max = WIDEST_BEAM)
        int beamSize,
    @Setting("What scores are divided by before lengths are compared") LengthPenalty lengthPenalty,
    @Setting(value = "Strength of the length penalty; 0 is none", min = 0)
        double lengthPenaltyAlpha,
    @Setting(value = "Output tokens allowed per source token", min = 0) double maxLengthRatio,
    @Setting(value = "Output tokens allowed beyond that", min = 0) int maxLengthConstant,
    @Setting(value = "Most output tokens of any sentence", min = 1) int maxLengthCap,
    @Setting(value = "Fewest output tokens", min = 0) int minLength,
    @Setting("Whether the unknown word may be produced") boolean allowUnknown) {

  /** The widest beam that may be asked for: each step's work and memory grow with it. */
  public static final int WIDEST_BEAM = 1000;

  /** Checks what {@link SearchSettings} check. */
  public SearchDefaults {
    settings(
        beamSize,
        lengthPenalty,
        lengthPenaltyAlpha,
        maxLengthRatio,
        maxLengthConstant,
        maxLengthCap,
        minLength,
        allowUnknown);
  }

  /** Those of {@link SearchSettings#defaults()}. */
  public static SearchDefaults defaults() {
    SearchSettings settings = SearchSettings.defaults();
    return new SearchDefaults(
        settings.beamSize(),
        settings.lengthPenalty(),
        settings.lengthPenaltyAlpha(),
        settings.maxLengthRatio(),
        settings.maxLengthConstant(),
        settings.maxLengthCap(),
        settings.minLength(),
        settings.allowUnknown());
  }

  /** A search for the best hypothesis, with attention and scores. */
  public SearchSettings settings() {
    return settings(
        beamSize,
        lengthPenalty,
        lengthPenaltyAlpha,
        maxLengthRatio,
        maxLengthConstant,
        maxLengthCap,
        minLength,
        allowUnknown);
  }

  private static SearchSettings settings(
      int beamSize,
      LengthPenalty lengthPenalty,
      double lengthPenaltyAlpha,
      double maxLengthRatio,
      int maxLengthConstant,
      int maxLengthCap,
      int minLength,
      boolean allowUnknown) {
    return new SearchSettings(
        beamSize,
        lengthPenalty,
        lengthPenaltyAlpha,
        maxLengthRatio,
        maxLengthConstant,
        maxLengthCap,
        minLength,
        1,
        allowUnknown,
        true,
        true);
  }
}
