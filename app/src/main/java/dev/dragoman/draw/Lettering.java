package dev.dragoman.draw;

import java.lang.Character.UnicodeScript;

/** How wide writing is about, before anybody knows the font. */
final class Lettering {
  private static final double WIDE = 1.0;
  private static final double USUAL = 0.58;
  private static final double CAPITAL = 0.7;
  private static final double NARROW = 0.33;

  private Lettering() {}

  /** The width of a text in pixels. */
  static double width(String text, double size) {
    return size * text.codePoints().mapToDouble(Lettering::ems).sum();
  }

  private static double ems(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? WIDE : ofNarrow(codePoint);
    };
  }

  private static double ofNarrow(int codePoint) {
    if (codePoint < 0x80 && "iljtfrI.,:;'!| ()[]".indexOf(codePoint) >= 0) {
      return NARROW;
    }
    return Character.isUpperCase(codePoint) || "mw%@".indexOf(codePoint) >= 0 ? CAPITAL : USUAL;
  }

  private static boolean isWide(int codePoint) {
    return codePoint >= 0x1100
        && switch (UnicodeScript.of(codePoint)) {
          case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
          default -> Character.isEmojiPresentation(codePoint);
        };
  }

  /** The text, or as much of it as fits with an ellipsis. */
  static String cut(String text, double size, double width) {
    if (width(text, size) <= width) {
      return text;
    }
    StringBuilder fitting = new StringBuilder();
    for (int codePoint : text.codePoints().toArray()) {
      if (width(fitting.toString(), size) + (ems(codePoint) + USUAL) * size > width) {
        break;
      }
      fitting.appendCodePoint(codePoint);
    }
    return fitting + "…";
  }
}
