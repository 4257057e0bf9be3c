package dev.dragoman.word2vec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what an unknown word may have been meant to be. */
public final class SimilarSpelling {

  private static final int FARTHEST = 2;

  private SimilarSpelling() {}

  /** A known word and how many letters are left out, added or exchanged to make it. */
  private record Candidate(String word, int changes) {}

  /**
   * Known words with the fewest changes up to two, case aside: the same word in other letters' case
   * first; of equally near ones those that come first.
   *
   * @param known words, the likeliest first
   * @param most how many words to return at most
   */
  public static List<String> of(String word, Iterable<String> known, int most) {
    String folded = word.toLowerCase(Locale.ROOT);
    int enough = Math.min(FARTHEST, word.length() / 2) + 1;
    List<Candidate> near = new ArrayList<>();
    for (String candidate : known) {
      int changes = changes(folded, candidate.toLowerCase(Locale.ROOT), enough);
      if (changes < enough) {
        near.add(new Candidate(candidate, changes));
      }
    }
    return near.stream()
        .sorted(Comparator.comparingInt(Candidate::changes))
        .limit(most)
        .map(Candidate::word)
        .toList();
  }

  /** "; did you mean 'a', 'b' or 'c'?", or nothing where no word is near. */
  public static String question(List<String> words) {
    if (words.isEmpty()) {
      return "";
    }
    List<String> quoted = words.stream().map(word -> "'" + word + "'").toList();
    int last = quoted.size() - 1;
    String before = last == 0 ? "" : String.join(", ", quoted.subList(0, last)) + " or ";
    return "; did you mean " + before + quoted.get(last) + "?";
  }

  /**
   * Levenshtein's distance, with a swap of neighbours as one change; or {@code enough} where it is
   * no less.
   */
  private static int changes(String a, String b, int enough) {
    if (Math.abs(a.length() - b.length()) >= enough) {
      return enough;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int exchanged = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(exchanged, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
    }
    return Math.min(enough, row[b.length()]);
  }
}
