package dev.dragoman.grammar;

import java.util.List;

/** The French tenses: present, futur proche, and the past that each verb takes. */
final class Conjugation {

  private final Verb have;
  private final Verb be;
  private final Verb go;

  Conjugation(Lexicon lexicon) {
    have = lexicon.verb("avoir");
    be = lexicon.verb("être");
    go = lexicon.verb("aller");
  }

  /** One word, or an auxiliary and a participle or infinitive. */
  List<Token> french(Verb verb, Nominal subject, Tense tense, boolean reflexive, Cell meaning) {
    Person person = subject.person();
    return switch (tense) {
      case PRESENT -> List.of(Token.head(verb.present(person), meaning));
      case PAST ->
          verb.isState()
              ? List.of(Token.head(verb.imperfect(person), meaning))
              : event(verb, subject, reflexive, meaning);
      case FUTURE ->
          List.of(
              Token.helper(go.present(person), meaning), Token.head(verb.infinitive(), meaning));
    };
  }

  private List<Token> event(Verb verb, Nominal subject, boolean reflexive, Cell meaning) {
    boolean agrees = reflexive || verb.past() == Verb.Past.WITH_ETRE;
    Word participle =
        agrees ? verb.participle(subject.gender(), subject.count()) : verb.bareParticiple();
    return List.of(
        Token.helper((agrees ? be : have).present(subject.person()), meaning),
        Token.head(participle, meaning));
  }

  /** se lave, washes himself or herself. */
  static Phrase reflexive(Nominal subject) {
    boolean man = subject.gender() == Gender.MASCULINE;
    return switch (subject.person()) {
      case I -> French.ME.as(English.MYSELF);
      case YOU -> French.TE.as(English.YOURSELF);
      case HE_OR_SHE -> French.SE.as(man ? English.HIMSELF : English.HERSELF);
      case WE -> French.NOUS.as(English.OURSELVES);
      case YOU_ALL -> French.VOUS.as(English.YOURSELVES);
      case THEY -> French.SE.as(English.THEMSELVES);
    };
  }

  /** il la voit, he sees her. */
  static Phrase object(Person person, Gender gender) {
    boolean man = gender == Gender.MASCULINE;
    return switch (person) {
      case I -> French.ME.as(English.ME);
      case YOU -> French.TE.as(English.YOU);
      case HE_OR_SHE -> man ? French.HIM.as(English.HIM) : French.HER.as(English.HER);
      case WE -> French.NOUS.as(English.US);
      case YOU_ALL -> French.VOUS.as(English.YOU);
      case THEY -> French.THEM.as(English.THEM);
    };
  }

  /** avec lui, with him. */
  static Phrase afterPreposition(Person person, Gender gender) {
    boolean man = gender == Gender.MASCULINE;
    return switch (person) {
      case I -> French.MOI.as(English.ME);
      case YOU -> French.TOI.as(English.YOU);
      case HE_OR_SHE -> man ? French.LUI.as(English.HIM) : French.ELLE.as(English.HER);
      case WE -> French.NOUS.as(English.US);
      case YOU_ALL -> French.VOUS.as(English.YOU);
      case THEY -> (man ? French.EUX : French.ELLES).as(English.THEM);
    };
  }
}
