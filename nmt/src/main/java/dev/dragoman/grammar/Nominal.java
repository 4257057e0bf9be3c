package dev.dragoman.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who or what a sentence speaks of: a noun with all that belongs to it, a name or a pronoun.
 *
 * @param phrase the words
 * @param person which form of the verb agrees with it
 * @param gender which form of the adjective agrees with it
 */
record Nominal(Phrase phrase, Person person, Gender gender) {

  Count count() {
    return person.count();
  }

  /** The same with more words after it: le roi · de France. */
  Nominal with(Phrase complement) {
    return new Nominal(phrase.then(complement), person, gender);
  }

  /** A pronoun as subject: je, I. */
  static Nominal pronoun(Person person, Gender gender) {
    boolean man = gender == Gender.MASCULINE;
    Phrase phrase =
        switch (person) {
          case I -> French.JE.as(English.I);
          case YOU -> French.TU.as(English.YOU);
          case HE_OR_SHE -> man ? French.IL.as(English.HE) : French.ELLE.as(English.SHE);
          case WE -> French.NOUS.as(English.WE);
          case YOU_ALL -> French.VOUS.as(English.YOU);
          case THEY -> (man ? French.ILS : French.ELLES).as(English.THEY);
        };
    return new Nominal(phrase, person, gender);
  }

  /** Whether it is one noun or pronoun, so that his or her leaves no doubt whose. */
  boolean isPlain() {
    return phrase.french().stream().noneMatch(token -> token.word().equals(French.DE.word()));
  }

  boolean isName() {
    return phrase.french().getFirst().word().wordClass() == WordClass.NAME;
  }

  /** Whether both speak of the same, which would make an odd sentence: the king sees the king. */
  boolean sharesNoun(Nominal other) {
    return phrase.english().stream()
        .map(Token::word)
        .filter(Nominal::isNoun)
        .anyMatch(word -> other.hasEnglish(word));
  }

  private boolean hasEnglish(Word word) {
    return phrase.english().stream().anyMatch(token -> token.word().equals(word));
  }

  /** Whether one of these English words is in it. */
  boolean mentions(Set<Word> words) {
    return phrase.english().stream().anyMatch(token -> words.contains(token.word()));
  }

  private static boolean isNoun(Word word) {
    PartOfSpeech partOfSpeech = word.wordClass().partOfSpeech();
    return partOfSpeech == PartOfSpeech.NOUN || partOfSpeech == PartOfSpeech.PROPER_NOUN;
  }

  /** The pronoun that takes up this subject again: la reine … elle. */
  Nominal again() {
    return pronoun(person, gender);
  }

  /**
   * Builds a noun phrase: determiner, number, adjectives and noun, in the order of each language.
   */
  static final class Builder {
    private final Noun noun;
    private final Count count;
    private final Cell meaning = new Cell();
    private Optional<Expression> numeral = Optional.empty();
    private final List<Adjective> adjectives = new ArrayList<>();

    Builder(Noun noun, Count count) {
      this.noun = noun;
      this.count = count;
    }

    Builder numeral(Expression value) {
      numeral = Optional.of(value);
      return this;
    }

    Builder adjective(Adjective value) {
      adjectives.add(value);
      return this;
    }

    Nominal build(Determiner determiner) {
      Phrase introduction = introduction(determiner);
      Phrase number = numeral.map(Expression::phrase).orElse(Phrase.EMPTY);
      Phrase before = attributes(Adjective.Position.BEFORE);
      Phrase after = attributes(Adjective.Position.AFTER);
      Phrase head =
          new Phrase(
              noun.french(count, meaning), List.of(Token.head(noun.english(count), meaning)));
      Phrase phrase =
          Phrase.crossing(
              List.of(introduction, number, before, head, after),
              List.of(introduction, number, before, after, head));
      return new Nominal(phrase, Person.third(count), noun.gender());
    }

    /**
     * des becomes de before an adjective and vanishes before a number: de beaux lacs, deux lacs.
     */
    private Phrase introduction(Determiner determiner) {
      boolean several = determiner.equals(Determiner.INDEFINITE) && count == Count.PLURAL;
      if (several && numeral.isPresent()) {
        return Phrase.EMPTY;
      }
      if (several && hasAdjectiveBefore()) {
        return introduction(List.of(French.DE), List.of());
      }
      return introduction(determiner.french(noun.gender(), count), determiner.english(count));
    }

    private Phrase introduction(List<French> french, List<English> english) {
      boolean aligned = isEachOthersWord(french, english);
      Cell cell = aligned ? new Cell() : meaning;
      return new Phrase(
          french.stream().map(word -> aligned ? word.head(cell) : word.helper(cell)).toList(),
          english.stream().map(word -> aligned ? word.head(cell) : word.helper(cell)).toList());
    }

    private static boolean isEachOthersWord(List<French> french, List<English> english) {
      return !french.isEmpty() && !english.isEmpty() && french.getFirst() != French.DE;
    }

    private boolean hasAdjectiveBefore() {
      return adjectives.stream()
          .anyMatch(adjective -> adjective.position() == Adjective.Position.BEFORE);
    }

    private Phrase attributes(Adjective.Position position) {
      return adjectives.stream()
          .filter(adjective -> adjective.position() == position)
          .map(adjective -> adjective.attribute(noun.gender(), count))
          .reduce(Phrase.EMPTY, Phrase::then);
    }
  }
}
