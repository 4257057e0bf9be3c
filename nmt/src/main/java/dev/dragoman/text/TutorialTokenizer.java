package dev.dragoman.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The plain text of PyTorch's tutorial "Translation with a Sequence to Sequence Network and
 * Attention", split at blanks.
 */
record TutorialTokenizer() implements Tokenizer {

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]");
  private static final Pattern NOT_PLAIN = Pattern.compile("[^a-zA-Z!?]+");

  @Override
  public String normalize(String text) {
    String letters = Normalization.withoutAccents(text.toLowerCase(Locale.ROOT));
    String spaced = SENTENCE_END.matcher(letters).replaceAll(" $0");
    return NOT_PLAIN.matcher(spaced).replaceAll(" ").strip();
  }

  @Override
  public List<Token> split(String normalized) {
    return WhitespaceTokenizer.atBlanks(normalized);
  }

  @Override
  public String detokenize(List<String> tokens) {
    return String.join(" ", tokens);
  }
}
