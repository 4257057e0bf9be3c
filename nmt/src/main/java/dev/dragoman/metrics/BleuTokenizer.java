package dev.dragoman.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How BLEU cuts a sentence into tokens. BLEU counts tokens, so two scores compare only under the
 * same tokeniser; its name is part of the {@link Signature}.
 */
public enum BleuTokenizer {
  /**
   * {@code 13a}, the default: the rules of NIST's {@code mteval-v13a.pl}, made for Western European
   * text. ASCII punctuation becomes tokens of its own, except that a period or comma between digits
   * stays, and so do the hyphen and the apostrophe; other punctuation stays attached.
   */
  MTEVAL_13A("13a") {
    @Override
    public List<String> tokenize(String sentence) {
      String text = unescape(sentence.replace("<skipped>", "").replace("-\n", ""));
      text = " " + text.replace('\n', ' ') + " ";
      text = ASCII_PUNCTUATION.matcher(text).replaceAll(" $1 ");
      text = POINT_AFTER_NON_DIGIT.matcher(text).replaceAll("$1 $2 ");
      text = POINT_BEFORE_NON_DIGIT.matcher(text).replaceAll(" $1 $2");
      text = HYPHEN_AFTER_DIGIT.matcher(text).replaceAll("$1 $2 ");
      return Whitespace.split(text);
    }
  },

  /**
   * {@code intl}: the international rules of NIST's {@code mteval-v14.pl}. Punctuation of every
   * script is split off unless it stands between digits, and every symbol is a token.
   */
  INTERNATIONAL("intl") {
    @Override
    public List<String> tokenize(String sentence) {
      String text = PUNCTUATION_AFTER_NON_DIGIT.matcher(sentence).replaceAll("$1 $2 ");
      text = PUNCTUATION_BEFORE_NON_DIGIT.matcher(text).replaceAll(" $1 $2");
      text = SYMBOL.matcher(text).replaceAll(" $1 ");
      return Whitespace.split(text);
    }
  },

  /** {@code char}: every code point is a token, except blanks. For text without word borders. */
  CHARACTER("char") {
    @Override
    public List<String> tokenize(String sentence) {
      return sentence
          .codePoints()
          .filter(codePoint -> !Whitespace.isBlank(codePoint))
          .mapToObj(Character::toString)
          .toList();
    }
  },

  /** {@code none}: splits at blanks only. For text that is tokenised already. */
  NONE("none") {
    @Override
    public List<String> tokenize(String sentence) {
      return Whitespace.split(sentence);
    }
  };

  private static final Pattern ASCII_PUNCTUATION = Pattern.compile("([ -&(-+:-@/\\[-`{-~])");
  private static final Pattern POINT_AFTER_NON_DIGIT = Pattern.compile("([^0-9])([.,])");
  private static final Pattern POINT_BEFORE_NON_DIGIT = Pattern.compile("([.,])([^0-9])");
  private static final Pattern HYPHEN_AFTER_DIGIT = Pattern.compile("([0-9])(-)");

  private static final Pattern PUNCTUATION_AFTER_NON_DIGIT = Pattern.compile("(\\P{N})(\\p{P})");
  private static final Pattern PUNCTUATION_BEFORE_NON_DIGIT = Pattern.compile("(\\p{P})(\\P{N})");
  private static final Pattern SYMBOL = Pattern.compile("(\\p{S})");

  private final String signature;

  BleuTokenizer(String signature) {
    this.signature = signature;
  }

  /** The name in signatures and on the command line, e.g. {@code 13a}. */
  public String signature() {
    return signature;
  }

  /**
   * Cuts one sentence into its tokens.
   *
   * @param sentence one line of text, without blanks at its end: some rules look at the last
   *     character ({@link Bleu} strips them)
   * @return the tokens; none of them is empty or holds a blank
   */
  public abstract List<String> tokenize(String sentence);

  /**
   * The tokeniser of that name.
   *
   * @param name {@code 13a}, {@code intl}, {@code char} or {@code none}
   * @throws IllegalArgumentException if there is none of that name
   */
  public static BleuTokenizer named(String name) {
    return Arrays.stream(values())
        .filter(tokenizer -> tokenizer.signature.equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "BLEU tokeniser: expected one of " + names() + ", got \"" + name + "\""));
  }

  private static String names() {
    return Arrays.stream(values()).map(BleuTokenizer::signature).collect(Collectors.joining(", "));
  }

  private static String unescape(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return text.replace("&quot;", "\"")
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
  }
}
