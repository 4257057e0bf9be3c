package dev.dragoman.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for the words of one sentence's references. */
final class WordIds {
  private static final int UNKNOWN = -1;

  private final Map<String, Integer> ids = new HashMap<>();

  /** The ids of a reference's words; a word that is new gets one. */
  int[] ofReference(List<String> words) {
    return words.stream().mapToInt(this::idOrNew).toArray();
  }

  /** The ids of a hypothesis' words; a word that no reference has gets one that matches nothing. */
  int[] ofHypothesis(List<String> words) {
    return words.stream().mapToInt(word -> ids.getOrDefault(word, UNKNOWN)).toArray();
  }

  private int idOrNew(String word) {
    Integer known = ids.putIfAbsent(word, ids.size());
    return known == null ? ids.size() - 1 : known;
  }
}
