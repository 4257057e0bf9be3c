package dev.dragoman.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Words, numbers and punctuation, joined again as they were: {@link Spacing} guesses where blanks
 * stand, and where the text is otherwise the token says so ({@link Marks}). Splitting and joining
 * use the same guess, so what was split is joined again exactly, up to the kind and number of
 * blanks.
 */
record WordTokenizer(Normalization normalization) implements Tokenizer {

  @Override
  public String normalize(String text) {
    return normalization.apply(text);
  }

  @Override
  public List<Token> split(String normalized) {
    return new Marker(WordScanner.scan(normalized)).mark();
  }

  @Override
  public String detokenize(List<String> tokens) {
    Joiner joiner = new Joiner();
    for (String token : tokens) {
      joiner.add(token);
    }
    return joiner.text.toString();
  }

  /** Compares the guess with the text and writes marks where they differ. */
  private static final class Marker {
    private final List<Token> plain;
    private final List<Token> written = new ArrayList<>();
    private final Spacing spacing = new Spacing();

    Marker(List<Token> plain) {
      this.plain = plain;
    }

    List<Token> mark() {
      Attachment before = Attachment.NONE;
      for (int i = 0; i < plain.size(); i++) {
        Token token = plain.get(i);
        Marks marks = Marks.unmarked(token.text());
        Attachment attachment = spacing.attachment(token.text());
        if (i > 0 && isSymbol(token) && isException(i, before, attachment)) {
          marks = marks.withLeft(Marks.mark(hasBlankBefore(i)));
        }
        if (isSymbol(token) && needsRightMark(i, attachment)) {
          marks = marks.withRight(Marks.mark(hasBlankBefore(i + 1)));
        }
        if (i > 0
            && !isSymbol(token)
            && !isSymbol(plain.get(i - 1))
            && isException(i, before, attachment)) {
          writeLoneMark(i);
        }
        if (!marks.hasAny()) {
          spacing.pass(token.text());
        }
        written.add(new Token(marks.write(), token.begin(), token.end()));
        before = attachment;
      }
      return written;
    }

    /**
     * A symbol before a word carries the mark for both; the word's attachment knows no quotations.
     */
    private boolean needsRightMark(int i, Attachment attachment) {
      return i + 1 < plain.size()
          && !isSymbol(plain.get(i + 1))
          && isException(i + 1, attachment, spacing.attachment(plain.get(i + 1).text()));
    }

    private void writeLoneMark(int i) {
      int at = plain.get(i).begin();
      written.add(new Token(String.valueOf(Marks.mark(hasBlankBefore(i))), at, at));
    }

    private boolean isException(int i, Attachment before, Attachment attachment) {
      boolean guess =
          Spacing.isBlankBetween(plain.get(i - 1).text(), before, plain.get(i).text(), attachment);
      return guess != hasBlankBefore(i);
    }

    private boolean hasBlankBefore(int i) {
      return plain.get(i - 1).end() < plain.get(i).begin();
    }

    /** Words never carry marks: there are too many of them. */
    private static boolean isSymbol(Token token) {
      int first = token.text().codePointAt(0);
      return !Characters.isWord(first)
          && !(token.text().length() > 1 && Characters.isApostrophe(first));
    }
  }

  /** Writes tokens one after the other, with a blank where the marks or else the guess say so. */
  private static final class Joiner {
    private final StringBuilder text = new StringBuilder();
    private final Spacing spacing = new Spacing();
    private String previous = "";
    private Attachment before = Attachment.NONE;
    private char mark;

    void add(String token) {
      Marks marks = Marks.parse(token);
      if (marks.hasLeft()) {
        mark = marks.left();
      }
      if (marks.core().isEmpty()) {
        return;
      }
      Attachment attachment = spacing.attachment(marks.core());
      if (!previous.isEmpty() && isBlank(marks.core(), attachment)) {
        text.append(' ');
      }
      text.append(marks.core());
      if (!marks.hasAny()) {
        spacing.pass(marks.core());
      }
      previous = marks.core();
      before = attachment;
      mark = marks.right();
    }

    private boolean isBlank(String core, Attachment attachment) {
      return mark == 0
          ? Spacing.isBlankBetween(previous, before, core, attachment)
          : mark == Marks.BLANK;
    }
  }
}
