package dev.dragoman.search;

/**
 * By what a hypothesis' score is divided before hypotheses of different lengths are compared.
 *
 * <p>A summed log-probability falls with every token, so bare scores favour short translations. The
 * length |Y| counts the EOS, so it is at least 1. Every penalty is 1 at |Y| = 1 and at α = 0, and
 * never falls as |Y| grows, which the stop rule of beam search relies on.
 */
public enum LengthPenalty {
  /** 1: the score is compared as it is. */
  NONE {
    @Override
    public double of(int length, double alpha) {
      return 1;
    }
  },

  /** |Y|^α; with α = 1 the mean log-probability per token. */
  LENGTH {
    @Override
    public double of(int length, double alpha) {
      return StrictMath.pow(length, alpha);
    }
  },

  /**
   * ((5 + |Y|) / 6)^α, from Wu et al. 2016 (arXiv:1609.08144). Gentler than {@link #LENGTH} with
   * the same α, most of all on short sentences.
   */
  WU {
    @Override
    public double of(int length, double alpha) {
      return StrictMath.pow((5.0 + length) / 6.0, alpha);
    }
  };

  /**
   * The number that a score is divided by.
   *
   * @param length |Y| ≥ 1: tokens of the hypothesis with its EOS
   * @param alpha strength, ≥ 0; 0 is no penalty
   */
  public abstract double of(int length, double alpha);
}
