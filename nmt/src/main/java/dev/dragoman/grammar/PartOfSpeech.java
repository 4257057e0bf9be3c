package dev.dragoman.grammar;

/** What kind of word a word is. */
public enum PartOfSpeech {
  /** king, bread, day. */
  NOUN,
  /** France, Paris, Monday. */
  PROPER_NOUN,
  /** eats, was, will. */
  VERB,
  /** red, old, French. */
  ADJECTIVE,
  /** often, soon, very. */
  ADVERB,
  /** he, herself, who. */
  PRONOUN,
  /** the, a, my, this. */
  DETERMINER,
  /** in, with, of. */
  PREPOSITION,
  /** and, because, that. */
  CONJUNCTION,
  /** seven. */
  NUMERAL,
  /** not, and French ne and pas. */
  PARTICLE,
  /** The full stop, the question mark, the comma, and the hyphen in est-ce que. */
  PUNCTUATION
}
