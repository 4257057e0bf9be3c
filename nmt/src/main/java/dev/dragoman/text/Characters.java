package dev.dragoman.text;

import java.lang.Character.UnicodeScript;

/** Classes of code points that the tokenizers share. */
final class Characters {

  private Characters() {}

  /**
   * White space as Python's {@code \s} and {@code str.split()} see it, no-break spaces included.
   */
  static boolean isBlank(int codePoint) {
    return switch (codePoint) {
      case ' ', '\t', '\n', 0x0B, '\f', '\r', 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0x2028, 0x2029 -> true;
      default -> codePoint >= 0xA0 && Character.getType(codePoint) == Character.SPACE_SEPARATOR;
    };
  }

  /** Letters and every kind of number: Python's {@code str.isalnum()}. */
  static boolean isAlphanumeric(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetter(codePoint);
    };
  }

  /** Accents and vowel signs, which belong to the letter before them. */
  static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  /** What words consist of. */
  static boolean isWord(int codePoint) {
    return isAlphanumeric(codePoint) || codePoint == '_' || isMark(codePoint);
  }

  /** Invisible characters such as the soft hyphen and the joiners of Persian and Hindi. */
  static boolean isFormat(int codePoint) {
    return Character.getType(codePoint) == Character.FORMAT;
  }

  static boolean isApostrophe(int codePoint) {
    return codePoint == '\'' || codePoint == '’';
  }

  static boolean isLatin(int codePoint) {
    return codePoint < 0x80
        ? Character.isLetter(codePoint)
        : UnicodeScript.of(codePoint) == UnicodeScript.LATIN;
  }

  /** Characters of Chinese and Japanese that are a token each, since no blanks separate words. */
  static boolean isIdeograph(int codePoint) {
    if (codePoint < 0x2E80) {
      return false;
    }
    UnicodeScript script = UnicodeScript.of(codePoint);
    return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA;
  }

  /** Characters of the scripts that are written without blanks between words. */
  static boolean isWrittenWithoutBlanks(int codePoint) {
    return isIdeograph(codePoint)
        || (codePoint >= 0x2E80 && UnicodeScript.of(codePoint) == UnicodeScript.KATAKANA)
        || codePoint == 'ー';
  }
}
