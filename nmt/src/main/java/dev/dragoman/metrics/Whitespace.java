package dev.dragoman.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * Blanks as Python's {@code str.split()} and {@code str.strip()} see them.
 *
 * <p>Java's own notions differ: {@link Character#isWhitespace(int)} leaves out the no-break spaces
 * and U+0085, the regular expression {@code \s} everything outside ASCII. Zero-width characters
 * (U+200B, U+FEFF) and U+180E are not blanks.
 */
final class Whitespace {
  private Whitespace() {}

  /** Whether the code point is a blank. */
  static boolean isBlank(int codePoint) {
    return switch (codePoint) {
      case 0x20, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
      default ->
          (codePoint >= 0x09 && codePoint <= 0x0D)
              || (codePoint >= 0x1C && codePoint <= 0x1F)
              || (codePoint >= 0x2000 && codePoint <= 0x200A);
    };
  }

  /** The parts of the text between runs of blanks; none of them is empty. */
  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isBlank(text.charAt(i))) {
        if (i > start) {
          parts.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return parts;
  }

  /** The text without the blanks at its end. */
  static String stripTrailing(String text) {
    int end = text.length();
    while (end > 0 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }
}
