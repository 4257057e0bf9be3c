package dev.dragoman.text;

/** What a token is. */
public enum Tokenization {
  /**
   * Words, numbers and punctuation of any language, split so that they can be joined again exactly
   * up to blanks: {@code "L'homme dort."} becomes {@code L' homme dort .}
   */
  WORDS,

  /** What stands between blanks: for text that another tool has tokenised already. */
  WHITESPACE,

  /**
   * The matches of Python's {@code \w+|[^\w\s]}, as the PyTorch reference job splits Multi30k.
   * Joined with single blanks: it cannot be undone.
   */
  PEER,

  /**
   * The plain text of PyTorch's seq2seq tutorial: lower-cased, accents dropped, a blank before each
   * {@code . ! ?}, then everything but {@code a-z ! ?} is a blank. Joined with single blanks: it
   * cannot be undone. It lower-cases and folds accents whatever the settings say.
   */
  TUTORIAL
}
