package dev.dragoman.draw;

import java.util.Collection;

/**
 * Signs that every font has, in place of the tokeniser's marks, which many fonts lack: what is
 * drawn differs from the token there, data do not.
 */
public final class Glyphs {
  private static final char JOINER = '\uFFED';
  private static final char BLANK = '\u2581';
  private static final char DOT = '\u00B7';
  private static final char LINE = '_';

  private Glyphs() {}

  /** A text as it is drawn. */
  static String drawn(String text) {
    return text.replace(JOINER, DOT).replace(BLANK, LINE);
  }

  /** What the signs mean, with a blank before it; nothing where no token has one. */
  public static String legend(Collection<String> tokens) {
    boolean joined = has(tokens, JOINER);
    boolean apart = has(tokens, BLANK);
    if (!joined && !apart) {
      return "";
    }
    String dot = joined ? DOT + " beside a token joins it to its neighbour" : "";
    String line = apart ? LINE + " is a blank where usually none stands" : "";
    return " " + dot + (joined && apart ? "; " : "") + line + ".";
  }

  private static boolean has(Collection<String> tokens, char mark) {
    return tokens.stream().anyMatch(token -> token.indexOf(mark) >= 0);
  }
}
