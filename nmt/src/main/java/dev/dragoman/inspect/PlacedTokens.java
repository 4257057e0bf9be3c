package dev.dragoman.inspect;

import dev.dragoman.text.Token;
import dev.dragoman.text.Tokenizer;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text and its tokens, each with its place in it.
 *
 * @param text the text as people wrote or read it; the normalised text where the tokenizer's
 *     normalisation cannot be followed back character by character
 * @param tokens in the order of the text
 */
public record PlacedTokens(String text, List<PlacedToken> tokens) {

  /** Copies the tokens and checks that they lie inside the text. */
  public PlacedTokens {
    tokens = List.copyOf(tokens);
    for (PlacedToken token : tokens) {
      if (token.end() > text.length()) {
        throw new IllegalArgumentException(
            "token '"
                + token.token()
                + "': expected an end of at most "
                + text.length()
                + ", the length of the text, got "
                + token.end());
      }
    }
  }

  /** The tokens that a tokenizer finds in a text. */
  public static PlacedTokens split(String text, Tokenizer tokenizer) {
    String normalized = tokenizer.normalize(text);
    int[] origins = origins(text, normalized, tokenizer);
    boolean traced = origins.length > 0;
    String whole = traced ? text : normalized;
    List<PlacedToken> tokens = new ArrayList<>();
    for (Token token : tokenizer.split(normalized)) {
      int begin = traced ? origins[token.begin()] : token.begin();
      int end = traced ? origins[token.end()] : token.end();
      tokens.add(PlacedToken.of(token.text(), whole, begin, end));
    }
    return new PlacedTokens(whole, tokens);
  }

  /**
   * For each index of the normalised text the index in the text that it came from, found by
   * normalising one visible character after the other; empty where these together are not as long
   * as the whole.
   */
  private static int[] origins(String text, String normalized, Tokenizer tokenizer) {
    int[] origins = new int[normalized.length() + 1];
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int filled = 0;
    int begin = characters.first();
    for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
      int length = tokenizer.normalize(text.substring(begin, end)).length();
      if (filled + length > normalized.length()) {
        return new int[0];
      }
      for (int i = 0; i < length; i++) {
        origins[filled + i] = length == end - begin ? begin + i : begin;
      }
      filled += length;
      begin = end;
    }
    origins[filled] = text.length();
    return filled == normalized.length() ? origins : new int[0];
  }

  /**
   * Tokens that a model wrote, in the text that they were joined to.
   *
   * @param text what the tokenizer makes of the tokens
   */
  public static PlacedTokens joined(String text, List<String> tokens, Tokenizer tokenizer) {
    List<PlacedToken> placed = new ArrayList<>();
    int before = 0;
    for (int t = 0; t < tokens.size(); t++) {
      String prefix = tokenizer.detokenize(tokens.subList(0, t + 1));
      int end = text.startsWith(prefix) ? Math.max(before, prefix.length()) : before;
      int begin = before;
      while (begin < end && Character.isWhitespace(text.charAt(begin))) {
        begin++;
      }
      placed.add(PlacedToken.of(tokens.get(t), text, begin, end));
      before = end;
    }
    return new PlacedTokens(text, placed);
  }

  /** The same with one more token behind the end of the text, of which it stands for nothing. */
  public PlacedTokens withEnd(String token) {
    List<PlacedToken> all = new ArrayList<>(tokens);
    all.add(PlacedToken.of(token, text, text.length(), text.length()));
    return new PlacedTokens(text, all);
  }
}
