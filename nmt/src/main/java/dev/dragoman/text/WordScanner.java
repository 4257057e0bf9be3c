package dev.dragoman.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the words, numbers and symbols of a text. Words keep their marks, numbers their points and
 * commas ({@code 1,000.50}), abbreviations of single letters their points ({@code p.m.}); Chinese
 * characters stand alone; of symbols each is a token, but for {@code ...} and {@code --} and the
 * characters that make up one emoji.
 */
final class WordScanner {

  /** Bounded, so that a long line of such letters costs no more than any other. */
  private static final Pattern ABBREVIATION = Pattern.compile("\\p{L}(?:\\.\\p{L}){1,7}+\\.?+");

  private static final Pattern GRAPHEME = Pattern.compile("\\X");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final Matcher abbreviation;
  private final Matcher grapheme;

  private WordScanner(String text) {
    this.text = text;
    abbreviation = ABBREVIATION.matcher(text);
    grapheme = GRAPHEME.matcher(text);
  }

  static List<Token> scan(String text) {
    WordScanner scanner = new WordScanner(text);
    int at = 0;
    while (at < text.length()) {
      at = scanner.next(at);
    }
    return scanner.tokens;
  }

  private int next(int at) {
    int codePoint = text.codePointAt(at);
    if (Characters.isBlank(codePoint)) {
      return at + Character.charCount(codePoint);
    }
    if (Characters.isIdeograph(codePoint)) {
      return add(at, endOfMarks(at + Character.charCount(codePoint)));
    }
    if (Characters.isWord(codePoint)) {
      return word(at);
    }
    return add(at, endOfSymbol(at, codePoint));
  }

  private int add(int begin, int end) {
    tokens.add(new Token(text.substring(begin, end), begin, end));
    return end;
  }

  private int word(int begin) {
    if (isAbbreviation(begin)) {
      return add(begin, abbreviation.end());
    }
    int end = endOfWord(begin);
    int from = begin;
    for (int apostrophe = apostrophe(begin, end); apostrophe < end; ) {
      int next = apostrophe(apostrophe + 1, end);
      int cut = Elisions.cut(text, from, apostrophe, next);
      if (cut > from) {
        from = add(from, cut);
      }
      apostrophe = next;
    }
    return add(from, end);
  }

  private boolean isAbbreviation(int begin) {
    return abbreviation.region(begin, text.length()).lookingAt()
        && (abbreviation.end() == text.length()
            || !Characters.isWord(text.codePointAt(abbreviation.end())));
  }

  private int apostrophe(int begin, int end) {
    int at = begin;
    while (at < end && !Characters.isApostrophe(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int endOfWord(int begin) {
    int end = begin;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      boolean inside =
          Characters.isWord(codePoint)
              ? !Characters.isIdeograph(codePoint)
              : end > begin && isInsideWord(codePoint, end);
      if (!inside) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return end;
  }

  /**
   * Whether a character that is not of words stands inside one: {@code don't}, {@code 1,000.50}.
   */
  private boolean isInsideWord(int codePoint, int at) {
    int after = at + Character.charCount(codePoint);
    if (after == text.length()) {
      return false;
    }
    int left = text.codePointBefore(at);
    int right = text.codePointAt(after);
    if (Characters.isIdeograph(right)) {
      return false;
    }
    if (Characters.isApostrophe(codePoint)) {
      return Characters.isWord(left) && Characters.isAlphanumeric(right);
    }
    if (codePoint == '.' || codePoint == ',') {
      return Character.isDigit(left) && Character.isDigit(right);
    }
    return Characters.isFormat(codePoint) && Characters.isWord(right);
  }

  private int endOfSymbol(int begin, int codePoint) {
    if (codePoint == '.' || codePoint == '-') {
      return endOfRun(begin, codePoint);
    }
    grapheme.region(begin, text.length());
    return grapheme.lookingAt() ? grapheme.end() : begin + Character.charCount(codePoint);
  }

  private int endOfRun(int begin, int character) {
    int end = begin;
    while (end < text.length() && text.charAt(end) == character) {
      end++;
    }
    return endOfMarks(end);
  }

  private int endOfMarks(int begin) {
    int end = begin;
    while (end < text.length() && Characters.isMark(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }
}
