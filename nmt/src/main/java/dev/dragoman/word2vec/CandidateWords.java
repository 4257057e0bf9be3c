package dev.dragoman.word2vec;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** The words that take part in an evaluation, by the spelling under which they are compared. */
final class CandidateWords {

  private final LetterCase letterCase;
  private final Map<String, Integer> indices;
  private final int count;

  CandidateWords(WordVectors vectors, EvaluationSettings settings) {
    letterCase = settings.letterCase();
    count = Math.min(vectors.count(), settings.mostFrequent());
    indices = HashMap.newHashMap(count);
    for (int index = 0; index < count; index++) {
      indices.putIfAbsent(spelling(vectors.words().get(index)), index);
    }
  }

  int count() {
    return count;
  }

  /** The spelling that is compared. */
  String spelling(String word) {
    return switch (letterCase) {
      case IGNORED -> word.toUpperCase(Locale.ROOT);
      case KEPT -> word;
    };
  }

  OptionalInt indexOf(String spelling) {
    Integer index = indices.get(spelling);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }
}
