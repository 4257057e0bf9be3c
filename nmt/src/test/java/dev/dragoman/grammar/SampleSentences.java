package dev.dragoman.grammar;

import java.util.List;

/**
 * Builds single sentences with the rules of the grammar, for tests to compare with written ones.
 */
final class SampleSentences {

  static final Lexicon LEXICON = Lexicon.load();
  private static final Conjugation CONJUGATION = new Conjugation(LEXICON);

  private SampleSentences() {}

  static Noun noun(String lemma) {
    return LEXICON.nouns().stream()
        .filter(noun -> noun.lemma().equals(lemma))
        .findFirst()
        .orElseGet(() -> person(lemma));
  }

  private static Noun person(String lemma) {
    return LEXICON.people().stream()
        .flatMap(pair -> List.of(pair.man(), pair.woman()).stream())
        .filter(noun -> noun.lemma().equals(lemma))
        .findFirst()
        .orElseThrow();
  }

  static Country country(String french) {
    return LEXICON.countries().stream()
        .filter(country -> country.frenchName().text().equals(french))
        .findFirst()
        .orElseThrow();
  }

  static Nominal.Builder one(String lemma) {
    return new Nominal.Builder(noun(lemma), Count.SINGULAR);
  }

  static Nominal.Builder several(String lemma) {
    return new Nominal.Builder(noun(lemma), Count.PLURAL);
  }

  static Nominal.Builder one(String lemma, String adjective) {
    return one(lemma).adjective(LEXICON.adjective(adjective));
  }

  static Nominal.Builder several(String lemma, String adjective) {
    return several(lemma).adjective(LEXICON.adjective(adjective));
  }

  static Nominal pronoun(Person person, Gender gender) {
    return Nominal.pronoun(person, gender);
  }

  static VerbGroup.Builder verb(String infinitive, Nominal subject, Tense tense) {
    return new VerbGroup.Builder(CONJUGATION, LEXICON.verb(infinitive), subject, tense);
  }

  static GeneratedPair tell(Nominal subject, VerbGroup.Builder verb, Phrase rest) {
    return write(Speech.stop(new Clause(subject, verb.build(), rest).statement()));
  }

  static GeneratedPair ask(Nominal subject, VerbGroup.Builder verb, Phrase rest) {
    return write(
        Speech.questionMark(new Clause(subject, verb.question().build(), rest).question()));
  }

  static GeneratedPair write(Phrase phrase) {
    return GeneratedPair.of(Spelling.french(phrase.french()), Spelling.english(phrase.english()));
  }

  /** Source and target with an arrow between, so that a test shows both. */
  static String both(GeneratedPair pair) {
    return pair.source() + " → " + pair.target();
  }
}
