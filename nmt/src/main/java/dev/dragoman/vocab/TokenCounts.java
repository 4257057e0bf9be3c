package dev.dragoman.vocab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each token occurs in a text; what a {@link Vocabulary} is built from. Counting both
 * sides of a corpus into one gives a shared vocabulary.
 */
public final class TokenCounts {

  private final Map<String, Long> counts = new HashMap<>();
  private long total;

  /** Nothing counted yet. */
  public TokenCounts() {}

  /** Counts the tokens of one sentence. */
  public void add(List<String> tokens) {
    for (String token : tokens) {
      counts.merge(token, 1L, Long::sum);
    }
    total += tokens.size();
  }

  /** Counts a token that occurs so often. */
  public void add(String token, long times) {
    counts.merge(token, times, Long::sum);
    total += times;
  }

  /** How often this token occurs. */
  public long count(String token) {
    return counts.getOrDefault(token, 0L);
  }

  /** How many running tokens were counted. */
  public long total() {
    return total;
  }

  /** How many different tokens were counted. */
  public int distinct() {
    return counts.size();
  }

  Map<String, Long> asMap() {
    return counts;
  }
}
