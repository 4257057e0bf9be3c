package dev.dragoman.search;

/**
 * How to search: everything that decides which hypotheses come out, apart from the model.
 *
 * @param beamSize K ≥ 1: hypotheses that are kept per sentence and step; 1 is greedy search
 * @param lengthPenalty what scores are divided by before hypotheses of different lengths are
 *     compared
 * @param lengthPenaltyAlpha α ≥ 0 of the length penalty; 0 is no penalty
 * @param maxLengthRatio output tokens allowed per source position, ≥ 0; see {@link #maxLength}
 * @param maxLengthConstant output tokens allowed beyond that, ≥ 0
 * @param maxLengthCap most output tokens of any sentence, ≥ 1
 * @param minLength fewest output tokens, ≥ 0 and ≤ the cap: EOS is not produced before. 0 allows an
 *     empty output
 * @param nBest hypotheses that are returned per sentence, in [1, K]
 * @param allowUnknown whether UNK may be produced; where not, the next best id takes its place
 * @param keepAttention whether hypotheses carry attention weights (T+1 rows of S floats each, and
 *     while searching those of the whole beam)
 * @param keepScores whether greedy search computes scores, which costs it an exp per vocabulary
 *     entry and step; beam search needs them and always does
 */
public record SearchSettings(
    int beamSize,
    LengthPenalty lengthPenalty,
    double lengthPenaltyAlpha,
    double maxLengthRatio,
    int maxLengthConstant,
    int maxLengthCap,
    int minLength,
    int nBest,
    boolean allowUnknown,
    boolean keepAttention,
    boolean keepScores) {

  /** Checks every setting by itself and against the others. */
  public SearchSettings {
    requireAtLeast("beamSize", beamSize, 1);
    requireFinite("lengthPenaltyAlpha", lengthPenaltyAlpha);
    requireFinite("maxLengthRatio", maxLengthRatio);
    requireAtLeast("maxLengthConstant", maxLengthConstant, 0);
    requireAtLeast("maxLengthCap", maxLengthCap, 1);
    requireAtLeast("minLength", minLength, 0);
    requireAtLeast("nBest", nBest, 1);
    if (maxLengthRatio == 0 && maxLengthConstant == 0) {
      throw new IllegalArgumentException(
          "maxLengthRatio and maxLengthConstant are both 0: no token could be produced; raise one");
    }
    if (minLength > maxLengthCap) {
      throw new IllegalArgumentException(
          "minLength: expected at most maxLengthCap = " + maxLengthCap + ", got " + minLength);
    }
    if (nBest > beamSize) {
      throw new IllegalArgumentException(
          "nBest: expected at most beamSize = "
              + beamSize
              + ", got "
              + nBest
              + "; use a beam of at least "
              + nBest);
    }
  }

  /**
   * Beam 5, score divided by length, at most 2·S + 10 and never more than 500 tokens, the best
   * hypothesis with attention and scores, UNK allowed.
   */
  public static SearchSettings defaults() {
    return new SearchSettings(5, LengthPenalty.LENGTH, 1.0, 2.0, 10, 500, 0, 1, true, true, true);
  }

  /**
   * Most output tokens (EOS not counted) of a sentence: min(cap, ⌊ratio · S⌋ + constant), but at
   * least 1 and at least the minimum length. It depends on the sentence's own length only.
   *
   * @param sourceLength S ≥ 0, source positions of the sentence
   */
  public int maxLength(int sourceLength) {
    double allowed = Math.floor(maxLengthRatio * sourceLength) + maxLengthConstant;
    return Math.max(Math.max(1, minLength), (int) Math.min(maxLengthCap, allowed));
  }

  /**
   * The score divided by the length penalty: what hypotheses are ranked by.
   *
   * @param score summed log-probability
   * @param tokens output tokens without EOS
   */
  public double normalise(double score, int tokens) {
    return score / lengthPenalty.of(tokens + 1, lengthPenaltyAlpha);
  }

  /** These settings with another beam size; a larger n-best is cut down to it. */
  public SearchSettings withBeamSize(int size) {
    return new SearchSettings(
        size,
        lengthPenalty,
        lengthPenaltyAlpha,
        maxLengthRatio,
        maxLengthConstant,
        maxLengthCap,
        minLength,
        Math.clamp(nBest, 1, Math.max(1, size)),
        allowUnknown,
        keepAttention,
        keepScores);
  }

  /** These settings with another length penalty. */
  public SearchSettings withLengthPenalty(LengthPenalty penalty, double alpha) {
    return new SearchSettings(
        beamSize,
        penalty,
        alpha,
        maxLengthRatio,
        maxLengthConstant,
        maxLengthCap,
        minLength,
        nBest,
        allowUnknown,
        keepAttention,
        keepScores);
  }

  /** These settings with another bound on the output length: min(cap, ⌊ratio · S⌋ + constant). */
  public SearchSettings withMaxLength(double ratio, int constant, int cap) {
    return new SearchSettings(
        beamSize,
        lengthPenalty,
        lengthPenaltyAlpha,
        ratio,
        constant,
        cap,
        minLength,
        nBest,
        allowUnknown,
        keepAttention,
        keepScores);
  }

  /** These settings with another minimum length. */
  public SearchSettings withMinLength(int tokens) {
    return new SearchSettings(
        beamSize,
        lengthPenalty,
        lengthPenaltyAlpha,
        maxLengthRatio,
        maxLengthConstant,
        maxLengthCap,
        tokens,
        nBest,
        allowUnknown,
        keepAttention,
        keepScores);
  }

  /** These settings with another number of hypotheses per sentence. */
  public SearchSettings withNBest(int hypotheses) {
    return new SearchSettings(
        beamSize,
        lengthPenalty,
        lengthPenaltyAlpha,
        maxLengthRatio,
        maxLengthConstant,
        maxLengthCap,
        minLength,
        hypotheses,
        allowUnknown,
        keepAttention,
        keepScores);
  }

  /** These settings with UNK allowed or not. */
  public SearchSettings withAllowUnknown(boolean allow) {
    return new SearchSettings(
        beamSize,
        lengthPenalty,
        lengthPenaltyAlpha,
        maxLengthRatio,
        maxLengthConstant,
        maxLengthCap,
        minLength,
        nBest,
        allow,
        keepAttention,
        keepScores);
  }

  /** These settings with attention weights kept or not. */
  public SearchSettings withKeepAttention(boolean keep) {
    return new SearchSettings(
        beamSize,
        lengthPenalty,
        lengthPenaltyAlpha,
        maxLengthRatio,
        maxLengthConstant,
        maxLengthCap,
        minLength,
        nBest,
        allowUnknown,
        keep,
        keepScores);
  }

  /** These settings with scores of greedy search kept or not. */
  public SearchSettings withKeepScores(boolean keep) {
    return new SearchSettings(
        beamSize,
        lengthPenalty,
        lengthPenaltyAlpha,
        maxLengthRatio,
        maxLengthConstant,
        maxLengthCap,
        minLength,
        nBest,
        allowUnknown,
        keepAttention,
        keep);
  }

  private static void requireAtLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + ": expected at least " + least + ", got " + value);
    }
  }

  private static void requireFinite(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + ": expected a finite number of at least 0, got " + value);
    }
  }
}
