package dev.dragoman.grammar;

import java.util.List;

/** Questions that ask for a word: who, what, where, when, why, how many, which. */
final class Questions {

  private final Speech speech;
  private final Choice choice;
  private final NounPhrases nouns;
  private final Adverbials adverbials;

  Questions(Speech speech) {
    this.speech = speech;
    choice = speech.choice;
    nouns = speech.nouns;
    adverbials = speech.adverbials;
  }

  /** Qui a mangé la pomme? Who ate the apple? */
  Phrase who() {
    Nominal anybody = new Nominal(Phrase.EMPTY, Person.HE_OR_SHE, Gender.MASCULINE);
    Phrase who = French.QUI.as(English.WHO);
    if (choice.chance(30)) {
      Verb verb = choice.deal(speech.lexicon.verbs(WordClass.ACTIVITY));
      Tense tense = speech.tense(verb, anybody);
      Phrase where = adverbials.where();
      return who(who, anybody, speech.verb(verb, anybody, tense), where);
    }
    Verb verb = choice.deal(transitives());
    Noun noun = choice.deal(speech.lexicon.nouns(thingGroup(verb)));
    Phrase what = nouns.object(verb, noun, speaker(), Manner.PLAIN).phrase();
    Tense tense = speech.tense(verb, anybody);
    return who(who, anybody, speech.verb(verb, anybody, tense), what);
  }

  private static Phrase who(
      Phrase who, Nominal anybody, VerbGroup.Builder verb, Phrase complement) {
    return Speech.questionMark(who.then(new Clause(anybody, verb.build(), complement).predicate()));
  }

  /** Verbs that take things, for which one can ask. */
  private List<Verb> transitives() {
    return speech.lexicon.verbs().stream().filter(verb -> !things(verb).isEmpty()).toList();
  }

  private String thingGroup(Verb verb) {
    return choice.of(things(verb));
  }

  private static List<String> things(Verb verb) {
    return verb.takes().stream()
        .filter(group -> !List.of("people", "country", "language").contains(group))
        .sorted()
        .toList();
  }

  private static Nominal speaker() {
    return Nominal.pronoun(Person.WE, Gender.MASCULINE);
  }

  /** Que mange le roi? What does the king eat? */
  Phrase what() {
    Nominal subject = subject();
    Verb verb = choice.deal(transitives());
    Tense tense = speech.tense(verb, subject);
    return ask(French.WHAT, English.WHAT, subject, verb, tense, Phrase.EMPTY);
  }

  /** Où travaille le roi? Where does the king work? */
  Phrase where() {
    Nominal subject = subject();
    boolean action = choice.chance(40);
    Verb verb =
        action
            ? choice.deal(speech.lexicon.verbs(WordClass.ACTIVITY))
            : speech.verb(choice.among("habiter", "aller", "être", "rester"));
    return ask(French.OU, English.WHERE, subject, verb, speech.tense(verb, subject), Phrase.EMPTY);
  }

  /** Quand partira le train? When will the train leave? */
  Phrase when() {
    Nominal subject = subject();
    Verb verb =
        speech.verb(choice.among("arriver", "partir", "revenir", "travailler", "dormir", "venir"));
    return ask(
        French.QUAND, English.WHEN, subject, verb, speech.tense(verb, subject), Phrase.EMPTY);
  }

  /** Pourquoi est-ce que tu pleures? Why do you cry? */
  Phrase why() {
    Nominal subject = nouns.subject();
    Verb verb = choice.deal(speech.lexicon.verbs(WordClass.ACTIVITY));
    Tense tense = speech.tense(verb, subject, Tense.PRESENT, Tense.PAST);
    Phrase why = French.POURQUOI.as(English.WHY);
    return speech.ask(why, subject, speech.verb(verb, subject, tense), Phrase.EMPTY);
  }

  /** Combien de pommes est-ce que tu manges? How many apples do you eat? */
  Phrase howMany() {
    Nominal subject = nouns.subject();
    Verb verb = choice.deal(transitives());
    Noun noun = choice.deal(speech.lexicon.nouns(thingGroup(verb)));
    if (!noun.hasPlural() || verb.wordClass() == WordClass.EMOTION) {
      return howMany();
    }
    Cell many = new Cell();
    Phrase howMany =
        new Phrase(
            List.of(French.COMBIEN.head(many), French.DE.head(many)),
            List.of(English.HOW.head(many), English.MANY.head(many)));
    Phrase what = Phrase.of(noun.french(Count.PLURAL), noun.english(Count.PLURAL));
    // "Combien de pommes a-t-il mangées" would agree with the noun, which est-ce que cannot spare.
    Tense tense = speech.tense(verb, subject, Tense.PRESENT, Tense.FUTURE);
    return speech.ask(howMany.then(what), subject, speech.verb(verb, subject, tense), Phrase.EMPTY);
  }

  /** Quel âge a le roi? How old is the king? */
  Phrase howOld() {
    Nominal subject = inverted();
    Cell old = new Cell();
    Cell is = new Cell();
    Phrase start =
        new Phrase(
            List.of(
                French.QUEL.head(old),
                French.AGE.head(old),
                Token.head(speech.verb("avoir").present(subject.person()), is)),
            List.of(
                English.HOW.head(old),
                English.OLD_IN_YEARS.head(old),
                Token.head(be(subject), is)));
    return Speech.questionMark(start.then(subject.phrase()));
  }

  /** De quelle couleur est la robe? What colour is the dress? */
  Phrase whatColour() {
    Noun noun = choice.deal(speech.lexicon.nouns(choice.among("clothing", "vehicle")));
    Count count = choice.chance(70) ? Count.SINGULAR : Count.PLURAL;
    Nominal thing = new Nominal.Builder(noun, count).build(Determiner.DEFINITE);
    Nominal subject =
        choice.chance(50) ? thing : nouns.owned(new Nominal.Builder(noun, count), nouns.owner());
    Cell what = new Cell();
    Cell is = new Cell();
    Cell colour = new Cell();
    Phrase start =
        new Phrase(
            List.of(
                French.DE.helper(what),
                French.QUELLE.head(what),
                French.COULEUR.head(colour),
                Token.head(speech.verb("être").present(subject.person()), is)),
            List.of(
                English.WHAT.head(what), English.COLOUR.head(colour), Token.head(be(subject), is)));
    return Speech.questionMark(start.then(subject.phrase()));
  }

  /** Quelle langue parle la reine? Which language does the queen speak? */
  Phrase whichLanguage() {
    Nominal subject = subject();
    Phrase which = French.QUELLE.as(English.WHICH).then(French.LANGUE.as(English.LANGUAGE));
    Verb verb = speech.verb(choice.among("parler", "apprendre", "comprendre", "étudier"));
    VerbGroup.Builder group =
        speech.verb(verb, subject, speech.tense(verb, subject, Tense.PRESENT));
    return isPronoun(subject)
        ? speech.ask(which, subject, group, Phrase.EMPTY)
        : speech.askInverted(which, subject, group, Phrase.EMPTY);
  }

  private static Word be(Nominal subject) {
    return (subject.count() == Count.SINGULAR ? English.IS : English.ARE).word();
  }

  private Phrase ask(
      French french, English english, Nominal subject, Verb verb, Tense tense, Phrase rest) {
    VerbGroup.Builder group = speech.verb(verb, subject, tense);
    Phrase asking = french.as(english);
    return isPronoun(subject)
        ? speech.ask(asking, subject, group, rest)
        : speech.askInverted(asking, subject, group, rest);
  }

  private Nominal subject() {
    return choice.chance(40) ? nouns.pronoun() : inverted();
  }

  /**
   * Who may stand after the verb: somebody with a noun, and known, for un roi would not be asked
   * for.
   */
  private Nominal inverted() {
    return switch (choice.weighted(20, 50, 30)) {
      case 0 -> nouns.name();
      case 1 -> nouns.definite(choice.gender());
      default -> nouns.one(choice.deal(nouns.kin()), choice.gender());
    };
  }

  private static boolean isPronoun(Nominal subject) {
    return subject.phrase().french().getFirst().word().wordClass() == WordClass.PRONOUN;
  }
}
