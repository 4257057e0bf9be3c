package dev.dragoman.word2vec;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what an unknown word may have been meant to be. */
final class SimilarSpelling {

  private static final int FARTHEST = 2;

  private SimilarSpelling() {}

  /** The same word in other letters' case, else the first with the fewest changes up to two. */
  static @Nullable String of(String word, List<String> known) {
    String folded = word.toLowerCase(Locale.ROOT);
    String nearest = null;
    int least = Math.min(FARTHEST, word.length() / 2) + 1;
    for (String candidate : known) {
      if (candidate.toLowerCase(Locale.ROOT).equals(folded)) {
        return candidate;
      }
      int changes = changes(folded, candidate, least);
      if (changes < least) {
        least = changes;
        nearest = candidate;
      }
    }
    return nearest;
  }

  /** Levenshtein's distance, or {@code enough} where it is no less. */
  private static int changes(String a, String b, int enough) {
    if (Math.abs(a.length() - b.length()) >= enough) {
      return enough;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return Math.min(enough, row[b.length()]);
  }
}
