package dev.dragoman.metrics;

/**
 * Lower-casing as Python's {@code str.lower()} does it: full Unicode mapping, in no locale.
 *
 * <p>Two characters need more than a look in the table: İ (U+0130) becomes two, and Σ becomes ς at
 * the end of a word. Java decides the latter with a word-break iterator, Python with the {@code
 * Final_Sigma} condition of the Unicode standard (section 3.13), which this class follows.
 */
final class LowerCase {
  private static final int CAPITAL_SIGMA = 0x03A3;
  private static final int SMALL_SIGMA = 0x03C3;
  private static final int FINAL_SIGMA = 0x03C2;
  private static final int CAPITAL_I_WITH_DOT = 0x0130;

  private LowerCase() {}

  /** The text in lower case. */
  static String of(String text) {
    StringBuilder lower = new StringBuilder(text.length() + 2);
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      switch (codePoint) {
        case CAPITAL_I_WITH_DOT -> lower.append("i\u0307");
        case CAPITAL_SIGMA ->
            lower.appendCodePoint(endsWord(text, i, next) ? FINAL_SIGMA : SMALL_SIGMA);
        default -> lower.appendCodePoint(Character.toLowerCase(codePoint));
      }
      i = next;
    }
    return lower.toString();
  }

  private static boolean endsWord(String text, int start, int end) {
    return casedBefore(text, start) && !casedFrom(text, end);
  }

  private static boolean casedBefore(String text, int end) {
    int i = end;
    while (i > 0) {
      int codePoint = text.codePointBefore(i);
      if (!isCaseIgnorable(codePoint)) {
        return isCased(codePoint);
      }
      i -= Character.charCount(codePoint);
    }
    return false;
  }

  private static boolean casedFrom(String text, int start) {
    int i = start;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (!isCaseIgnorable(codePoint)) {
        return isCased(codePoint);
      }
      i += Character.charCount(codePoint);
    }
    return false;
  }

  /** The Unicode property {@code Cased}. */
  private static boolean isCased(int codePoint) {
    return Character.isLowerCase(codePoint)
        || Character.isUpperCase(codePoint)
        || Character.isTitleCase(codePoint);
  }

  /** The Unicode property {@code Case_Ignorable}: marks, modifiers and what joins a word inside. */
  private static boolean isCaseIgnorable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.MODIFIER_LETTER,
          Character.MODIFIER_SYMBOL ->
          true;
      default -> joinsWord(codePoint);
    };
  }

  /** The word-break classes MidLetter, MidNumLet and Single_Quote of UAX 29. */
  private static boolean joinsWord(int codePoint) {
    return switch (codePoint) {
      case '\'', '.', ':', 0x00B7, 0x0387, 0x055F, 0x05F4, 0x2018, 0x2019, 0x2024, 0x2027 -> true;
      case 0xFE13, 0xFE52, 0xFE55, 0xFF07, 0xFF0E, 0xFF1A -> true;
      default -> false;
    };
  }
}
