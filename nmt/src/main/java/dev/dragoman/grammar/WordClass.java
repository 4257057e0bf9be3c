package dev.dragoman.grammar;

import java.util.Locale;

/**
 * The group of meaning that a word belongs to: words of one class can stand for one another in the
 * rules of the grammar, so their embeddings should come to lie near one another.
 */
public enum WordClass {
  /** Kings, princesses, dukes. */
  ROYALTY(PartOfSpeech.NOUN),
  /** Men, women and other people who are told apart by their gender. */
  PERSON(PartOfSpeech.NOUN),
  /** Brothers and aunts: people who are always somebody's. */
  KIN(PartOfSpeech.NOUN),
  /** Friends and neighbours. */
  FRIEND(PartOfSpeech.NOUN),
  /** Bakers and pilots. */
  PROFESSION(PartOfSpeech.NOUN),
  /** Children and other people whose gender the noun does not tell. */
  BEING(PartOfSpeech.NOUN),
  /** Dogs and owls. */
  ANIMAL(PartOfSpeech.NOUN),
  /** What is eaten. */
  FOOD(PartOfSpeech.NOUN),
  /** What is drunk. */
  DRINK(PartOfSpeech.NOUN),
  /** What is worn. */
  CLOTHING(PartOfSpeech.NOUN),
  /** What is read, written or learnt. */
  READING(PartOfSpeech.NOUN),
  /** Keys, lamps and other things. */
  OBJECT(PartOfSpeech.NOUN),
  /** Instruments and songs. */
  MUSIC(PartOfSpeech.NOUN),
  /** Parties and races. */
  EVENT(PartOfSpeech.NOUN),
  /** Cars and ships. */
  VEHICLE(PartOfSpeech.NOUN),
  /** Houses, schools and rooms. */
  BUILDING(PartOfSpeech.NOUN),
  /** Towns, forests and streets. */
  LANDSCAPE(PartOfSpeech.NOUN),
  /** Kingdoms and armies. */
  REALM(PartOfSpeech.NOUN),
  /** Days, weeks, summers, noon. */
  TIME(PartOfSpeech.NOUN),
  /** French faim, soif: nouns where English has an adjective. */
  NEED(PartOfSpeech.NOUN),
  /** Colour, language, capital: what questions ask for. */
  NOTION(PartOfSpeech.NOUN),
  /** First names. */
  NAME(PartOfSpeech.PROPER_NOUN),
  /** France and the others. */
  COUNTRY(PartOfSpeech.PROPER_NOUN),
  /** Paris and the others. */
  CAPITAL(PartOfSpeech.PROPER_NOUN),
  /** Monday to Sunday. */
  DAY(PartOfSpeech.PROPER_NOUN),
  /** January to December. */
  MONTH(PartOfSpeech.PROPER_NOUN),
  /** French, German: a nationality and its language. */
  NATIONALITY(PartOfSpeech.ADJECTIVE),
  /** Red and blue. */
  COLOUR(PartOfSpeech.ADJECTIVE),
  /** Big and small. */
  SIZE(PartOfSpeech.ADJECTIVE),
  /** Old and new. */
  AGE(PartOfSpeech.ADJECTIVE),
  /** What things are like. */
  QUALITY(PartOfSpeech.ADJECTIVE),
  /** What people are like. */
  CHARACTER(PartOfSpeech.ADJECTIVE),
  /** How people are just now. */
  FEELING(PartOfSpeech.ADJECTIVE),
  /** Last and next. */
  ORDER(PartOfSpeech.ADJECTIVE),
  /** Eating and drinking. */
  CONSUMPTION(PartOfSpeech.VERB),
  /** Buying, losing, wanting. */
  POSSESSION(PartOfSpeech.VERB),
  /** Giving and showing. */
  GIVING(PartOfSpeech.VERB),
  /** Seeing and hearing. */
  PERCEPTION(PartOfSpeech.VERB),
  /** Loving and hating. */
  EMOTION(PartOfSpeech.VERB),
  /** What people do to one another. */
  SOCIAL(PartOfSpeech.VERB),
  /** What hands do. */
  HANDIWORK(PartOfSpeech.VERB),
  /** Reading, learning, visiting. */
  MIND(PartOfSpeech.VERB),
  /** Saying and thinking that. */
  SAYING(PartOfSpeech.VERB),
  /** Sleeping, dancing: verbs without an object. */
  ACTIVITY(PartOfSpeech.VERB),
  /** Going and coming. */
  MOTION(PartOfSpeech.VERB),
  /** Living somewhere. */
  DWELLING(PartOfSpeech.VERB),
  /** Be, can, must, do, will. */
  AUXILIARY(PartOfSpeech.VERB),
  /** Two to sixty. */
  NUMBER(PartOfSpeech.NUMERAL),
  /** Often, always, well, slowly. */
  MANNER(PartOfSpeech.ADVERB),
  /** Yesterday, soon. */
  WHEN(PartOfSpeech.ADVERB),
  /** Very, as, more. */
  DEGREE(PartOfSpeech.ADVERB),
  /** I, her, himself. */
  PRONOUN(PartOfSpeech.PRONOUN),
  /** Who, where, when. */
  QUESTION(PartOfSpeech.PRONOUN),
  /** The, a, my, this, every. */
  DETERMINER(PartOfSpeech.DETERMINER),
  /** In, behind, with. */
  PREPOSITION(PartOfSpeech.PREPOSITION),
  /** And, because, that, than. */
  CONJUNCTION(PartOfSpeech.CONJUNCTION),
  /** Not. */
  NEGATION(PartOfSpeech.PARTICLE),
  /** Full stop, comma, question mark, hyphen. */
  PUNCTUATION(PartOfSpeech.PUNCTUATION);

  private final PartOfSpeech partOfSpeech;

  WordClass(PartOfSpeech partOfSpeech) {
    this.partOfSpeech = partOfSpeech;
  }

  /** What kind of word the words of this class are. */
  public PartOfSpeech partOfSpeech() {
    return partOfSpeech;
  }

  /** The name in lower case, as the tables of the lexicon and the legends of maps write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
