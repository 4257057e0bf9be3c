package dev.dragoman.cli;

import java.util.ArrayList;
import java.util.List;

/** Fits text into the columns of a terminal. */
final class Columns {
  private Columns() {}

  /** The text, or as much of it as fits with an ellipsis; control characters become blanks. */
  static String cut(String text, int width) {
    StringBuilder fitting = new StringBuilder();
    int used = 0;
    for (int codePoint : text.codePoints().toArray()) {
      int columns = columns(codePoint);
      if (used + columns > width) {
        return shortenedBy(fitting, width) + "…";
      }
      fitting.appendCodePoint(Character.isISOControl(codePoint) ? ' ' : codePoint);
      used += columns;
    }
    return fitting.toString();
  }

  private static String shortenedBy(StringBuilder fitting, int width) {
    while (width(fitting.toString()) > width - 1 && !fitting.isEmpty()) {
      fitting.setLength(fitting.offsetByCodePoints(fitting.length(), -1));
    }
    return fitting.toString();
  }

  /** How many columns the text takes. */
  static int width(String text) {
    return text.codePoints().map(Columns::columns).sum();
  }

  private static int columns(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
      default -> Character.isEmojiPresentation(codePoint) || isFullWidthForm(codePoint);
    };
  }

  private static boolean isFullWidthForm(int codePoint) {
    return isBetween(0x3000, codePoint, 0x303E)
        || isBetween(0xFF01, codePoint, 0xFF60)
        || isBetween(0xFFE0, codePoint, 0xFFE6);
  }

  private static boolean isBetween(int first, int codePoint, int last) {
    return first <= codePoint && codePoint <= last;
  }

  /** The text in lines of at most {@code width} columns, broken at blanks where there are any. */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && width(line + " " + word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
