package dev.dragoman.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes sentences out of a corpus only where each of their words stays often enough in the rest:
 * what is held out asks for new combinations of known words.
 */
final class HeldOut {

  private final List<GeneratedPair> rest = new ArrayList<>();
  private final List<GeneratedPair> taken = new ArrayList<>();
  private final Map<String, Integer> french = new HashMap<>();
  private final Map<String, Integer> english = new HashMap<>();

  /**
   * @param pairs in the order in which they are taken
   * @param wanted how many to take, if so many can be spared
   * @param minimum in how many sentences of the rest each of their words must occur
   */
  HeldOut(List<GeneratedPair> pairs, int wanted, int minimum) {
    pairs.forEach(pair -> count(pair, 1));
    for (GeneratedPair pair : pairs) {
      boolean spared =
          taken.size() < wanted
              && isSpared(french, pair.sourceTokens(), minimum)
              && isSpared(english, pair.targetTokens(), minimum);
      (spared ? taken : rest).add(pair);
      if (spared) {
        count(pair, -1);
      }
    }
  }

  /** The sentences that were taken out. */
  List<GeneratedPair> taken() {
    return taken;
  }

  /** The sentences that stayed. */
  List<GeneratedPair> rest() {
    return rest;
  }

  private static boolean isSpared(Map<String, Integer> counts, List<String> tokens, int minimum) {
    return tokens.stream().allMatch(token -> counts.getOrDefault(token, 0) > minimum);
  }

  private void count(GeneratedPair pair, int change) {
    count(french, pair.sourceTokens(), change);
    count(english, pair.targetTokens(), change);
  }

  private static void count(Map<String, Integer> counts, List<String> tokens, int change) {
    Set<String> distinct = new HashSet<>(tokens);
    distinct.forEach(token -> counts.merge(token, change, Integer::sum));
  }
}
