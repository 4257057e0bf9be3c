package dev.dragoman.grammar;

import java.util.List;

/**
 * Subject, verb and what follows, ready to be told or asked.
 *
 * @param subject who
 * @param verb does what
 * @param complement objects, place and time, in the same order in both languages
 */
record Clause(Nominal subject, VerbGroup verb, Phrase complement) {

  /** Le roi mange. The king eats. */
  Phrase statement() {
    Phrase who = subject.phrase();
    return new Phrase(
        join(List.of(who.french(), verb.french(), complement.french())),
        join(List.of(who.english(), verb.english(), complement.english())));
  }

  /** Est-ce que le roi mange? Does the king eat? */
  Phrase question() {
    Phrase who = subject.phrase();
    return new Phrase(
        join(List.of(estCeQue(), who.french(), verb.french(), complement.french())),
        join(List.of(verb.auxiliary(), who.english(), verb.main(), complement.english())));
  }

  /** Où est-ce que tu travailles? Where do you work? */
  Phrase question(Phrase asking) {
    return asking.then(question());
  }

  /**
   * Où travaille le roi? Where does the king work? A noun may follow its verb, a pronoun may not.
   */
  Phrase invertedQuestion(Phrase asking) {
    Phrase who = subject.phrase();
    return new Phrase(
        join(List.of(asking.french(), verb.french(), who.french(), complement.french())),
        join(
            List.of(
                asking.english(),
                verb.auxiliary(),
                who.english(),
                verb.main(),
                complement.english())));
  }

  /** Qui mange? Who eats? The subject is what is asked for or, in l'homme qui mange, known. */
  Phrase predicate() {
    return new Phrase(
        join(List.of(verb.french(), complement.french())),
        join(List.of(verb.english(), complement.english())));
  }

  /** The four tokens of est-ce que belong to the verb, as English do does. */
  private List<Token> estCeQue() {
    Cell meaning = verb.meaning();
    return List.of(
        Token.helper(new Word("est", WordClass.QUESTION), meaning),
        French.HYPHEN.helper(meaning),
        Token.helper(new Word("ce", WordClass.QUESTION), meaning),
        Token.helper(French.QUE.word(), meaning));
  }

  private static List<Token> join(List<List<Token>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }
}
