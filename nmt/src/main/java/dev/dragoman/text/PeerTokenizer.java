package dev.dragoman.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The matches of Python's {@code re.compile(r"\w+|[^\w\s]")} on a {@code str}: runs of letters,
 * numbers and underscores, and every other visible character on its own. As in Python, combining
 * marks are not part of words.
 */
record PeerTokenizer(Normalization normalization) implements Tokenizer {

  @Override
  public String normalize(String text) {
    return normalization.apply(text);
  }

  @Override
  public List<Token> split(String normalized) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < normalized.length()) {
      int end = endOfToken(normalized, at);
      if (!Characters.isBlank(normalized.codePointAt(at))) {
        tokens.add(new Token(normalized.substring(at, end), at, end));
      }
      at = end;
    }
    return tokens;
  }

  @Override
  public String detokenize(List<String> tokens) {
    return String.join(" ", tokens);
  }

  private static int endOfToken(String text, int begin) {
    int codePoint = text.codePointAt(begin);
    int end = begin + Character.charCount(codePoint);
    while (isWord(codePoint) && end < text.length() && isWord(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean isWord(int codePoint) {
    return codePoint == '_' || Characters.isAlphanumeric(codePoint);
  }
}
