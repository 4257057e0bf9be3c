package dev.dragoman.grammar;

import java.util.List;

/** How an English verb says person and tense, and what stands before the subject of a question. */
sealed interface EnglishVerb {

  /** The words that a question puts before the subject: did, will, is, can. */
  List<Word> auxiliary(Person person, Tense tense);

  /** What follows the subject of a question, or the negation: eat; nothing for is and can. */
  List<Word> afterAuxiliary(Tense tense);

  /**
   * Subject and verb of a plain statement: ate, will eat; empty where the auxiliary says it all.
   */
  List<Word> plain(Person person, Tense tense);

  /** The form in the dictionary: eat. */
  List<Word> infinitive();

  /** Every form, for the list of words. */
  List<Word> forms();

  /**
   * A verb that needs do.
   *
   * @param base eat
   * @param third eats
   * @param past ate
   * @param particles words that follow unchanged: for in look for
   */
  record Ordinary(Word base, Word third, Word past, List<Word> particles) implements EnglishVerb {

    public Ordinary {
      particles = List.copyOf(particles);
    }

    @Override
    public List<Word> auxiliary(Person person, Tense tense) {
      English word =
          switch (tense) {
            case PRESENT -> person == Person.HE_OR_SHE ? English.DOES : English.DO;
            case PAST -> English.DID;
            case FUTURE -> English.WILL;
          };
      return List.of(word.word());
    }

    @Override
    public List<Word> afterAuxiliary(Tense tense) {
      return infinitive();
    }

    @Override
    public List<Word> plain(Person person, Tense tense) {
      return switch (tense) {
        case PRESENT -> withParticles(person == Person.HE_OR_SHE ? third : base);
        case PAST -> withParticles(past);
        case FUTURE -> List.of();
      };
    }

    @Override
    public List<Word> infinitive() {
      return withParticles(base);
    }

    @Override
    public List<Word> forms() {
      return List.of(base, third, past);
    }

    private List<Word> withParticles(Word form) {
      return particles.isEmpty() ? List.of(form) : List.of(form, particles.getFirst());
    }
  }

  /** The verb be: am, is, are, was, were, will be. */
  record Be() implements EnglishVerb {

    @Override
    public List<Word> auxiliary(Person person, Tense tense) {
      return List.of(form(person, tense).word());
    }

    private static English form(Person person, Tense tense) {
      boolean one = person == Person.I || person == Person.HE_OR_SHE;
      return switch (tense) {
        case PRESENT -> one ? (person == Person.I ? English.AM : English.IS) : English.ARE;
        case PAST -> one ? English.WAS : English.WERE;
        case FUTURE -> English.WILL;
      };
    }

    @Override
    public List<Word> afterAuxiliary(Tense tense) {
      return tense == Tense.FUTURE ? infinitive() : List.of();
    }

    @Override
    public List<Word> plain(Person person, Tense tense) {
      return List.of();
    }

    @Override
    public List<Word> infinitive() {
      return List.of(English.BE.word());
    }

    @Override
    public List<Word> forms() {
      return List.of();
    }
  }

  /**
   * A verb that is its own auxiliary: can, must.
   *
   * @param present can
   * @param past could
   */
  record Modal(Word present, Word past) implements EnglishVerb {

    @Override
    public List<Word> auxiliary(Person person, Tense tense) {
      return List.of(tense == Tense.PAST ? past : present);
    }

    @Override
    public List<Word> afterAuxiliary(Tense tense) {
      return List.of();
    }

    @Override
    public List<Word> plain(Person person, Tense tense) {
      return List.of();
    }

    @Override
    public List<Word> infinitive() {
      return List.of(present);
    }

    @Override
    public List<Word> forms() {
      return List.of(present, past);
    }
  }
}
