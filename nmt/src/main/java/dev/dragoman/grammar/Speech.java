package dev.dragoman.grammar;

import java.util.List;

/** What all sentence rules share: drawing tense and manner, and telling or asking a clause. */
final class Speech {

  final Lexicon lexicon;
  final Choice choice;
  final NounPhrases nouns;
  final Adverbials adverbials;
  private final Conjugation conjugation;

  Speech(Lexicon lexicon, Choice choice) {
    this.lexicon = lexicon;
    this.choice = choice;
    nouns = new NounPhrases(lexicon, choice);
    adverbials = new Adverbials(lexicon, choice);
    conjugation = new Conjugation(lexicon);
  }

  /** A tense in which the grammar has the form that this subject needs. */
  Tense tense(Verb verb, Nominal subject) {
    Tense tense =
        switch (choice.weighted(46, 33, 21)) {
          case 0 -> Tense.PRESENT;
          case 1 -> Tense.PAST;
          default -> Tense.FUTURE;
        };
    return verb.isSaidBy(subject.person(), tense) ? tense : tense(verb, subject);
  }

  /** One of these tenses where the grammar has the form, else the future, which it always has. */
  Tense tense(Verb verb, Nominal subject, Tense... among) {
    Tense tense = choice.among(among);
    return verb.isSaidBy(subject.person(), tense) ? tense : Tense.FUTURE;
  }

  /** How often: adverbs of habit only in the present, because il a mangé tells of one event. */
  Manner manner(Verb verb, Tense tense) {
    if (choice.chance(16)) {
      return Manner.NOT;
    }
    if (verb.isState() || tense == Tense.PAST || choice.chance(72)) {
      return Manner.PLAIN;
    }
    return tense == Tense.FUTURE
        ? Manner.NEVER
        : choice.among(Manner.NEVER, Manner.OFTEN, Manner.ALWAYS, Manner.SOMETIMES, Manner.RARELY);
  }

  /** Not, in one of six sentences. */
  Manner plainOrNot() {
    return choice.chance(16) ? Manner.NOT : Manner.PLAIN;
  }

  VerbGroup.Builder verb(Verb verb, Nominal subject, Tense tense) {
    return new VerbGroup.Builder(conjugation, verb, subject, tense);
  }

  Verb verb(String infinitive) {
    return lexicon.verb(infinitive);
  }

  /** Tells the clause, or asks it where nothing is denied; nobody asks about himself. */
  Phrase tellOrAsk(Nominal subject, VerbGroup.Builder verb, Manner manner, Phrase complement) {
    boolean asks = manner == Manner.PLAIN && subject.person() != Person.I && choice.chance(12);
    return asks ? ask(subject, verb, complement) : tell(subject, verb.manner(manner), complement);
  }

  Phrase tell(Nominal subject, VerbGroup.Builder verb, Phrase complement) {
    return stop(new Clause(subject, verb.build(), complement).statement());
  }

  Phrase ask(Nominal subject, VerbGroup.Builder verb, Phrase complement) {
    return questionMark(new Clause(subject, verb.question().build(), complement).question());
  }

  /** Où est-ce que …? */
  Phrase ask(Phrase asking, Nominal subject, VerbGroup.Builder verb, Phrase complement) {
    return questionMark(new Clause(subject, verb.question().build(), complement).question(asking));
  }

  /** Où travaille le roi? */
  Phrase askInverted(Phrase asking, Nominal subject, VerbGroup.Builder verb, Phrase complement) {
    return questionMark(
        new Clause(subject, verb.question().build(), complement).invertedQuestion(asking));
  }

  static Phrase stop(Phrase sentence) {
    return sentence.then(French.STOP.as(English.STOP));
  }

  static Phrase questionMark(Phrase sentence) {
    return sentence.then(French.QUESTION_MARK.as(English.QUESTION_MARK));
  }

  /** Hier, le roi …: in front it needs a comma. */
  static Phrase fronted(Phrase when) {
    return when.then(French.COMMA.as(English.COMMA));
  }

  /** An infinitive after pouvoir or vouloir; to belongs to the verb it introduces. */
  static Phrase infinitive(Verb verb, boolean withTo) {
    Cell meaning = new Cell();
    List<Token> english =
        verb.english().infinitive().stream().map(word -> Token.head(word, meaning)).toList();
    List<Token> to = withTo ? List.of(English.TO.helper(meaning)) : List.of();
    return new Phrase(List.of(Token.head(verb.infinitive(), meaning)), Phrase.join(to, english));
  }
}
