package dev.dragoman.text;

/**
 * A token as it is written for the vocabulary: its core, with a mark on a side where a blank stands
 * against the usual {@link Spacing}, or is missing. {@code ￭} joins, {@code ▁} is a blank: French
 * {@code "Quoi ?"} is {@code Quoi ▁?}. A mark between two words is a token of its own, so that
 * marks add no more than a few dozen entries to a vocabulary.
 *
 * @param left the mark before the core, 0 for none
 * @param core the token itself, empty for a mark that stands alone
 * @param right the mark after the core, 0 for none
 */
record Marks(char left, String core, char right) {

  static final char JOINER = '￭';
  static final char BLANK = '▁';
  private static final char NONE = 0;

  /** A backslash is always a token of its own, so these cannot come from a text. */
  private static final String ESCAPED_JOINER = "\\uFFED";

  private static final String ESCAPED_BLANK = "\\u2581";

  static Marks unmarked(String core) {
    return new Marks(NONE, core, NONE);
  }

  static char mark(boolean blank) {
    return blank ? BLANK : JOINER;
  }

  Marks withLeft(char mark) {
    return new Marks(mark, core, right);
  }

  Marks withRight(char mark) {
    return new Marks(left, core, mark);
  }

  boolean hasLeft() {
    return left != NONE;
  }

  boolean hasRight() {
    return right != NONE;
  }

  boolean hasAny() {
    return hasLeft() || hasRight();
  }

  /** The token as the vocabulary knows it. */
  String write() {
    String escaped = core.replace("￭", ESCAPED_JOINER).replace("▁", ESCAPED_BLANK);
    return (hasLeft() ? String.valueOf(left) : "")
        + escaped
        + (hasRight() ? String.valueOf(right) : "");
  }

  /** Reads what {@link #write} wrote, and makes the best of anything else. */
  static Marks parse(String token) {
    int begin = !token.isEmpty() && isMark(token.charAt(0)) ? 1 : 0;
    int end = token.length();
    if (end > begin && isMark(token.charAt(end - 1))) {
      end--;
    }
    String core =
        token.substring(begin, end).replace(ESCAPED_JOINER, "￭").replace(ESCAPED_BLANK, "▁");
    return new Marks(
        begin > 0 ? token.charAt(0) : NONE, core, end < token.length() ? token.charAt(end) : NONE);
  }

  private static boolean isMark(char character) {
    return character == JOINER || character == BLANK;
  }
}
