package dev.dragoman.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The last touch: contraction, elision, a or an, and the capital at the beginning. */
final class Spelling {

  private static final Map<List<Word>, Word> CONTRACTIONS =
      Map.of(
          List.of(French.DE.word(), French.LE.word()), French.DU.word(),
          List.of(French.DE.word(), French.LES.word()), French.OF_THE_PLURAL.word(),
          List.of(French.A.word(), French.LE.word()), French.AU.word(),
          List.of(French.A.word(), French.LES.word()), French.AUX.word());

  private Spelling() {}

  /** French words as they are written: de le roi → du roi, le homme → l'homme. */
  static List<Token> french(List<Token> tokens) {
    return capitalised(elided(contracted(tokens), Sounds::isElidedBefore));
  }

  /** English words as they are written: a old man → an old man. */
  static List<Token> english(List<Token> tokens) {
    return capitalised(elided(tokens, Sounds::isVowelSound));
  }

  /**
   * The text that these tokens make: no blank after an apostrophe, around a hyphen, before a mark.
   */
  static String text(List<String> tokens) {
    StringBuilder text = new StringBuilder();
    for (String token : tokens) {
      if (!text.isEmpty() && isBlankBetween(text.charAt(text.length() - 1), token)) {
        text.append(' ');
      }
      text.append(token);
    }
    return text.toString();
  }

  private static boolean isBlankBetween(char last, String next) {
    return last != '\'' && last != '-' && "'-,.?".indexOf(next.charAt(0)) < 0;
  }

  /** The article before a vowel is not contracted: de l'eau. */
  private static List<Token> contracted(List<Token> tokens) {
    List<Token> result = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Word contraction = i + 2 < tokens.size() ? contraction(tokens.subList(i, i + 3)) : null;
      if (contraction == null) {
        result.add(token);
      } else {
        i++;
        result.add(merged(token, tokens.get(i), contraction));
      }
    }
    return result;
  }

  private static @Nullable Word contraction(List<Token> three) {
    Word article = three.get(1).word();
    boolean elided =
        article.equals(French.LE.word()) && Sounds.isElidedBefore(three.get(2).word().text());
    return elided ? null : CONTRACTIONS.get(List.of(three.get(0).word(), article));
  }

  private static Token merged(Token first, Token second, Word contraction) {
    List<Token.Tie> ties = new ArrayList<>(first.ties());
    ties.addAll(second.ties());
    return new Token(contraction, List.copyOf(ties));
  }

  /** From the end, because the form of a word depends on how the next one is written. */
  private static List<Token> elided(List<Token> tokens, Predicate<String> isVowel) {
    List<Token> result = new ArrayList<>(tokens);
    for (int i = tokens.size() - 2; i >= 0; i--) {
      Word word = tokens.get(i).word();
      if (isVowel.test(result.get(i + 1).word().text())) {
        result.set(i, result.get(i).withWord(new Word(word.beforeVowel(), word.wordClass())));
      }
    }
    return result;
  }

  private static List<Token> capitalised(List<Token> tokens) {
    List<Token> result = new ArrayList<>(tokens);
    Word first = tokens.getFirst().word();
    String text = first.text();
    String capital = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    result.set(0, tokens.getFirst().withWord(new Word(capital, first.wordClass())));
    return result;
  }
}
