package dev.dragoman.word2vec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Word ⇄ index, the most frequent word first, ties in order of code points; with the counts. Unlike
 * a translator's vocabulary it has no special tokens: a word that is not in it is left out of the
 * text.
 */
public final class WordCounts {

  private final List<String> words;
  private final long[] counts;
  private final Map<String, Integer> indices;
  private final long total;

  private WordCounts(List<String> words, long[] counts) {
    this.words = List.copyOf(words);
    this.counts = counts;
    this.indices = HashMap.newHashMap(words.size());
    for (String word : words) {
      indices.put(word, indices.size());
    }
    this.total = Arrays.stream(counts).sum();
  }

  /**
   * The words that occur often enough.
   *
   * @param counts how often each word occurs
   * @param minCount words that occur less often are left out, ≥ 1
   */
  public static WordCounts of(Map<String, Long> counts, long minCount) {
    List<Map.Entry<String, Long>> kept = new ArrayList<>();
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      if (entry.getValue() >= Math.max(1, minCount)) {
        kept.add(Map.entry(entry.getKey(), entry.getValue()));
      }
    }
    kept.sort(
        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry::getKey, WordCounts::compareCodePoints));
    return new WordCounts(
        kept.stream().map(Map.Entry::getKey).toList(),
        kept.stream().mapToLong(Map.Entry::getValue).toArray());
  }

  /** V, how many words there are. */
  public int size() {
    return words.size();
  }

  /** The words in order of their indices. */
  public List<String> words() {
    return words;
  }

  /** The word with this index. */
  public String word(int index) {
    return words.get(index);
  }

  /** How often the word with this index occurs. */
  public long count(int index) {
    return counts[index];
  }

  /** The index of a word, if it is one of these. */
  public OptionalInt indexOf(String word) {
    Integer index = indices.get(word);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** Running words: the sum of all counts. */
  public long total() {
    return total;
  }

  long[] counts() {
    return counts.clone();
  }

  /** UTF-16 order, except that surrogates, which stand for the highest code points, come last. */
  private static int compareCodePoints(String a, String b) {
    int shared = Math.min(a.length(), b.length());
    for (int i = 0; i < shared; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean sameClass = Character.isSurrogate(x) == Character.isSurrogate(y);
        return sameClass ? Character.compare(x, y) : Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
