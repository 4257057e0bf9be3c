package dev.dragoman.word2vec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a text once: numbers words in order of their first occurrence while it counts them, and
 * renumbers them by count when the text has ended.
 */
final class TextEncoder {

  private final String name;
  private final Map<String, Integer> firstSeen = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private final IntSequence ids = new IntSequence();
  private final IntSequence sentenceStarts = new IntSequence();
  private int start;

  TextEncoder(String name) {
    this.name = name;
    sentenceStarts.add(0);
  }

  void add(String word) {
    if (ids.size() - start == TrainingText.LONGEST_SENTENCE) {
      endSentence();
    }
    Integer id = firstSeen.putIfAbsent(word, words.size());
    if (id == null) {
      ids.add(words.size());
      words.add(word);
    } else {
      ids.add(id);
    }
  }

  /** Ends the sentence, if it has words. */
  void endSentence() {
    if (ids.size() > start) {
      start = ids.size();
      sentenceStarts.add(start);
    }
  }

  TrainingText finish(int minCount) {
    endSentence();
    int[] encoded = ids.toArray();
    WordCounts counts = count(encoded, minCount);
    requireWords(counts, encoded.length, minCount);
    int[] byCount = new int[words.size()];
    for (int i = 0; i < byCount.length; i++) {
      byCount[i] = counts.indexOf(words.get(i)).orElse(TrainingText.LEFT_OUT);
    }
    for (int i = 0; i < encoded.length; i++) {
      encoded[i] = byCount[encoded[i]];
    }
    return new TrainingText(name, counts, encoded, sentenceStarts.toArray(), minCount);
  }

  private WordCounts count(int[] encoded, int minCount) {
    long[] occurrences = new long[words.size()];
    for (int id : encoded) {
      occurrences[id]++;
    }
    Map<String, Long> counts = HashMap.newHashMap(words.size());
    for (int i = 0; i < occurrences.length; i++) {
      counts.put(words.get(i), occurrences[i]);
    }
    return WordCounts.of(counts, minCount);
  }

  private void requireWords(WordCounts counts, int running, int minCount) {
    if (running == 0) {
      throw new Word2VecException(name + ": no words in it; expected text");
    }
    if (counts.size() == 0) {
      throw new Word2VecException(
          name
              + ": none of its "
              + words.size()
              + " words occurs at least "
              + minCount
              + " times; lower the minimum count or give more text");
    }
  }
}
