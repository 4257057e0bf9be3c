package dev.dragoman.text;

/**
 * Where blanks usually stand: reads tokens from left to right and says for each to which neighbours
 * it is attached. The rules are those of English and German; French, which has a blank before
 * {@code ! ? : ;}, is served by marks ({@link Marks}).
 *
 * <p>Quotation marks that look the same at both ends open and close by turns. One that carries a
 * mark of its own does not take part in the turns.
 */
final class Spacing {

  private boolean doubleQuoteOpen;
  private boolean singleQuoteOpen;

  /** How the next token is attached, by what it is and by which quotations are open. */
  Attachment attachment(String core) {
    int first = core.codePointAt(0);
    if (core.length() > Character.charCount(first)) {
      return ofLongToken(core, first);
    }
    return switch (first) {
      case '"', '“' -> doubleQuoteOpen ? Attachment.LEFT : Attachment.RIGHT;
      case '\'', '‘' -> singleQuoteOpen ? Attachment.LEFT : Attachment.RIGHT;
      default -> ofCodePoint(first);
    };
  }

  /** Takes note of an unmarked token, after its attachment was asked for. */
  void pass(String core) {
    switch (core) {
      case "\"", "“" -> doubleQuoteOpen = !doubleQuoteOpen;
      case "„" -> doubleQuoteOpen = true;
      case "”" -> doubleQuoteOpen = false;
      case "'", "‘" -> singleQuoteOpen = !singleQuoteOpen;
      case "‚" -> singleQuoteOpen = true;
      case "’" -> singleQuoteOpen = false;
      default -> {}
    }
  }

  /** Whether a blank stands between two tokens that carry no marks. */
  static boolean isBlankBetween(String left, Attachment ofLeft, String right, Attachment ofRight) {
    return !ofLeft.right()
        && !ofRight.left()
        && !Characters.isWrittenWithoutBlanks(left.codePointBefore(left.length()))
        && !Characters.isWrittenWithoutBlanks(right.codePointAt(0));
  }

  /**
   * {@code l'} holds on to what follows, {@code 's}, {@code n't} and {@code ...} to what precedes.
   */
  private static Attachment ofLongToken(String core, int first) {
    if (Characters.isApostrophe(first) || core.startsWith("..") || Elisions.isNegation(core)) {
      return Attachment.LEFT;
    }
    boolean elision = Characters.isApostrophe(core.codePointBefore(core.length()));
    return elision ? Attachment.RIGHT : Attachment.NONE;
  }

  private static Attachment ofCodePoint(int codePoint) {
    return switch (codePoint) {
      case '.', ',', '!', '?', ';', ':', '%', '…', '‰', '°', '™', '®' -> Attachment.LEFT;
      case '،', '؛', '؟', '۔', '।', '॥' -> Attachment.LEFT;
      case '@', '#', '$', '£', '¿', '¡' -> Attachment.RIGHT;
      case '-', '‐', '‑', '/', '·', '־' -> Attachment.BOTH;
      case '«', '»', '‹', '›' -> Attachment.NONE;
      default -> isFullWidth(codePoint) ? Attachment.BOTH : ofCategory(codePoint);
    };
  }

  private static Attachment ofCategory(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.START_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION -> Attachment.RIGHT;
      case Character.END_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> Attachment.LEFT;
      default -> Attachment.NONE;
    };
  }

  /** The punctuation of Chinese and Japanese brings its own white. */
  private static boolean isFullWidth(int codePoint) {
    boolean block =
        (codePoint >= 0x3000 && codePoint <= 0x303F)
            || (codePoint >= 0xFF00 && codePoint <= 0xFF65);
    return (block && !Character.isLetterOrDigit(codePoint)) || codePoint == '・';
  }
}
