package dev.dragoman.metrics;

/**
 * How surprised a model is by a text: the exponential of its mean loss per token, so that 10 says
 * "as unsure as between ten equally likely tokens". 1 is certainty; a model that guesses blindly
 * has the size of its vocabulary. Two perplexities compare only over the same tokens of the same
 * text.
 *
 * <p>Losses are summed and divided once at the end. A mean of batches' means would weigh the tokens
 * of small batches more.
 *
 * @param totalLoss summed negative log-likelihood of the tokens, in nats
 * @param tokens how many tokens were predicted, the end of each sentence included, padding not
 */
public record Perplexity(double totalLoss, long tokens) {
  /** Nothing seen yet. */
  public static final Perplexity NONE = new Perplexity(0, 0);

  /** Checks the number of tokens. */
  public Perplexity {
    if (tokens < 0) {
      throw new IllegalArgumentException(
          "perplexity: expected a number of tokens of at least 0, got " + tokens);
    }
  }

  /** That of a text whose mean loss in nats per token is known, but not its length. */
  public static double ofMeanLoss(double nats) {
    return new Perplexity(nats, 1).value();
  }

  /**
   * This text and one more.
   *
   * @param loss summed negative log-likelihood of the further tokens, in nats
   * @param moreTokens how many they are, at least 0
   */
  public Perplexity plus(double loss, long moreTokens) {
    Perplexity more = new Perplexity(loss, moreTokens);
    return new Perplexity(totalLoss + more.totalLoss, tokens + more.tokens);
  }

  /** Mean loss in nats per token (cross-entropy). */
  public double meanLoss() {
    requireTokens();
    return totalLoss / tokens;
  }

  /** Mean loss in bits per token. */
  public double bitsPerToken() {
    return meanLoss() / Math.log(2);
  }

  /** The perplexity, from 1; infinite where a token was impossible, NaN where the loss is. */
  public double value() {
    return Math.exp(meanLoss());
  }

  private void requireTokens() {
    if (tokens == 0) {
      throw new IllegalStateException(
          "perplexity: expected at least one token, got none; was the text empty?");
    }
  }
}
