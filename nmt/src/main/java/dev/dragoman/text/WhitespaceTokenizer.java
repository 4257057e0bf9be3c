package dev.dragoman.text;

import java.util.ArrayList;
import java.util.List;

/** Splits at white space and joins with single blanks. */
record WhitespaceTokenizer(Normalization normalization) implements Tokenizer {

  @Override
  public String normalize(String text) {
    return normalization.apply(text);
  }

  @Override
  public List<Token> split(String normalized) {
    return atBlanks(normalized);
  }

  @Override
  public String detokenize(List<String> tokens) {
    return String.join(" ", tokens);
  }

  static List<Token> atBlanks(String text) {
    List<Token> tokens = new ArrayList<>();
    int begin = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || Characters.isBlank(text.charAt(at))) {
        if (at > begin) {
          tokens.add(new Token(text.substring(begin, at), begin, at));
        }
        begin = at + 1;
      }
    }
    return tokens;
  }
}
