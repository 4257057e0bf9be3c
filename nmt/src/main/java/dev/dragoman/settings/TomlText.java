package dev.dragoman.settings;

import java.math.BigDecimal;
import java.util.Locale;

/** Spells single values as TOML does. */
final class TomlText {
  private static final int SMALLEST_PLAIN_EXPONENT = -6;
  private static final int LARGEST_PLAIN_EXPONENT = 8;

  private TomlText() {}

  /** A basic string: everything that is not plainly visible is escaped. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(codePoint -> append(quoted, codePoint));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int codePoint) {
    switch (codePoint) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> appendPlainOrEscaped(quoted, codePoint);
    }
  }

  private static void appendPlainOrEscaped(StringBuilder quoted, int codePoint) {
    if (isVisible(codePoint)) {
      quoted.appendCodePoint(codePoint);
    } else if (Character.isBmpCodePoint(codePoint)) {
      quoted.append(String.format(Locale.ROOT, "\\u%04X", codePoint));
    } else {
      quoted.append(String.format(Locale.ROOT, "\\U%08X", codePoint));
    }
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** Whether the text can be written at all: TOML has no way to spell half a surrogate pair. */
  static boolean isWritable(String text) {
    return text.codePoints()
        .noneMatch(codePoint -> Character.getType(codePoint) == Character.SURROGATE);
  }

  /**
   * The shortest digits that read back as the same number, as {@link Float#toString} and {@link
   * Double#toString} find them, without an exponent where people would write none.
   */
  static String number(String shortest) {
    BigDecimal value = new BigDecimal(shortest).stripTrailingZeros();
    int exponent = value.precision() - value.scale() - 1;
    if (exponent < SMALLEST_PLAIN_EXPONENT || exponent > LARGEST_PLAIN_EXPONENT) {
      return shortest.toLowerCase(Locale.ROOT);
    }
    String plain = value.toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }
}
