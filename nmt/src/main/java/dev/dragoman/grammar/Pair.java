package dev.dragoman.grammar;

import java.util.List;
import java.util.Optional;

/**
 * A man and a woman of the same standing: king and queen, singer and singer.
 *
 * @param wordClass what kind of people they are
 * @param man the masculine noun
 * @param woman the feminine noun
 * @param either a French noun for both, whose article tells the gender: {@code le monarque, la
 *     monarque}
 * @param place where they belong, and nobody else
 * @param doings what they do, and hardly anybody else
 */
record Pair(
    WordClass wordClass,
    Noun man,
    Noun woman,
    Optional<Word> either,
    Noun place,
    List<Doing> doings) {

  Pair {
    doings = List.copyOf(doings);
  }

  Noun noun(Gender gender) {
    return gender == Gender.MASCULINE ? man : woman;
  }

  /** The noun that leaves it to its article whether he or she is meant: one king, one queen. */
  Optional<Noun> either(Gender gender) {
    Noun noun = noun(gender);
    return either.map(word ->
        new Noun(
            noun.groups(),
            gender,
            List.of(word),
            List.of(),
            List.of(noun.english(Count.SINGULAR))));
  }

  /** Kin and friends are always somebody's: my aunt, the friend of the king. */
  boolean isSomebodys() {
    return wordClass == WordClass.KIN || wordClass == WordClass.FRIEND;
  }

  /** Whether English has a word for each: actor and actress, but singer and singer. */
  boolean isToldApart() {
    return !man.english().equals(woman.english());
  }
}
