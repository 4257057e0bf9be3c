package dev.dragoman.translate;

import java.util.List;

/**
 * One translation of one sentence.
 *
 * @param source the text that was translated
 * @param sourceTokens its S tokens as the model read them, the end-of-sentence token last unless
 *     {@link Translator#translateTokens} was given it elsewhere; a word that the vocabulary lacks
 *     stands as it is written
 * @param text the translation
 * @param tokens its T tokens, without the end-of-sentence token
 * @param score summed log-probability in nats, end-of-sentence token included, ≤ 0
 * @param normalisedScore score divided by the length penalty: what translations of one sentence are
 *     ranked by
 * @param attention weights [T, S]: how much each target token looked at each source token; every
 *     row sums to 1
 * @param complete whether the model ended the sentence itself; false where the length bound cut it
 */
public record Translation(
    String source,
    List<String> sourceTokens,
    String text,
    List<String> tokens,
    double score,
    double normalisedScore,
    float[][] attention,
    boolean complete) {

  /** Copies the lists. */
  public Translation {
    sourceTokens = List.copyOf(sourceTokens);
    tokens = List.copyOf(tokens);
  }

  /**
   * The source token that each target token looked at most, end-of-sentence left out, as Pharaoh
   * pairs "source-target", e.g. {@code 0-0 1-2}; both counted from 0.
   */
  public String pharaohAlignment() {
    StringBuilder pairs = new StringBuilder();
    int words = sourceTokens.size() - 1;
    for (int t = 0; t < attention.length && words > 0; t++) {
      pairs
          .append(pairs.isEmpty() ? "" : " ")
          .append(strongest(attention[t], words))
          .append('-')
          .append(t);
    }
    return pairs.toString();
  }

  private static int strongest(float[] weights, int words) {
    int best = 0;
    for (int s = 1; s < words; s++) {
      if (weights[s] > weights[best]) {
        best = s;
      }
    }
    return best;
  }
}
