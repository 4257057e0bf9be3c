package dev.dragoman.text;

import java.util.Locale;
import java.util.Set;

/**
 * Where words with an apostrophe are cut: French and Italian shorten the word before it ({@code l'
 * homme}, {@code dell' arte}), English the word after it ({@code it 's}, {@code do n't}).
 */
final class Elisions {

  private static final Set<String> ENGLISH_ENDINGS = Set.of("s", "m", "d", "t", "re", "ve", "ll");

  private Elisions() {}

  /**
   * Where to cut at one apostrophe of a word.
   *
   * @param text holds the word
   * @param begin where the part of the word that is still uncut begins
   * @param apostrophe where the apostrophe stands
   * @param end where the letters after it end
   * @return the index to cut before, {@code begin} where no cut is due
   */
  static int cut(String text, int begin, int apostrophe, int end) {
    int before = text.codePointBefore(apostrophe);
    if (!Characters.isLatin(before) && !Character.isDigit(before)) {
      return begin;
    }
    String ending = text.substring(apostrophe + 1, end).toLowerCase(Locale.ROOT);
    if (!ENGLISH_ENDINGS.contains(ending)) {
      return apostrophe + 1;
    }
    return isNegation(text.substring(apostrophe - 1, end)) ? apostrophe - 1 : apostrophe;
  }

  /** Whether a token is the {@code n't} of {@code don't}. */
  static boolean isNegation(String token) {
    return token.length() == 3
        && (token.charAt(0) == 'n' || token.charAt(0) == 'N')
        && Characters.isApostrophe(token.charAt(1))
        && (token.charAt(2) == 't' || token.charAt(2) == 'T');
  }
}
