package dev.dragoman.text;

import java.util.List;

/**
 * Text ⇄ tokens: the same normalisation and splitting in training and in translation. Immutable;
 * one instance serves many threads.
 *
 * <p>Subwords will take their seat here as one more kind of tokenizer, which splits the words of
 * another one.
 */
public sealed interface Tokenizer
    permits WordTokenizer, WhitespaceTokenizer, PeerTokenizer, TutorialTokenizer {

  /** The tokenizer that the settings describe. */
  static Tokenizer of(TextSettings settings) {
    Normalization normalization = Normalization.of(settings);
    return switch (settings.tokenizer()) {
      case WORDS -> new WordTokenizer(normalization);
      case WHITESPACE -> new WhitespaceTokenizer(normalization);
      case PEER -> new PeerTokenizer(normalization);
      case TUTORIAL -> new TutorialTokenizer();
    };
  }

  /**
   * The text in the form that is split: Unicode's NFC, lower-cased and without accents where the
   * settings say so. Lower-casing is Unicode's full mapping without a language, the same as
   * Python's {@code str.lower()}: İ becomes i with a dot above, Σ at the end of a word becomes ς.
   */
  String normalize(String text);

  /** The tokens of text that has been normalised, each with its place in it. */
  List<Token> split(String normalized);

  /** The tokens of any text. No token is empty or contains white space. */
  default List<String> tokenize(String text) {
    return split(normalize(text)).stream().map(Token::text).toList();
  }

  /** The text of these tokens; they may come from a model and so in any order. */
  String detokenize(List<String> tokens);
}
