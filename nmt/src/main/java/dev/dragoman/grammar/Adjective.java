package dev.dragoman.grammar;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An adjective in both languages.
 *
 * @param wordClass its group of meaning
 * @param french masculine, feminine, and where it is said of several their plurals
 * @param position where it stands in French
 * @param english the one form of English
 * @param comparative older; or more, which stands before {@code english}; empty where nothing is
 *     compared
 * @param of the groups of nouns it is said of
 */
record Adjective(
    WordClass wordClass,
    List<Word> french,
    Position position,
    Word english,
    Optional<Word> comparative,
    Set<String> of) {

  Adjective {
    french = List.copyOf(french);
    of = Set.copyOf(of);
  }

  /** Where an adjective stands. */
  enum Position {
    /** Before its noun: un vieux roi. */
    BEFORE,
    /** After its noun: une robe rouge. */
    AFTER,
    /** Only after être: il est heureux. */
    PREDICATE
  }

  /** Whether English has one word for the comparative. */
  boolean hasComparative() {
    return comparative.filter(degree -> !degree.equals(English.MORE.word())).isPresent();
  }

  boolean fits(Noun noun) {
    return of.stream().anyMatch(noun::is);
  }

  Word french(Gender gender, Count count) {
    return french.get(2 * count.column() + gender.column());
  }

  /** After être nothing follows that could change it: il est vieux et riche. */
  Phrase predicate(Gender gender, Count count) {
    Word agreeing = french(gender, count);
    return Phrase.of(new Word(agreeing.text(), wordClass), english);
  }

  Phrase attribute(Gender gender, Count count) {
    return Phrase.of(french(gender, count), english);
  }

  /** One word for two of French where English has one: plus riche, richer. */
  Phrase compared(Gender gender, Count count) {
    Phrase plain = predicate(gender, count);
    if (!hasComparative()) {
      return French.PLUS.as(English.MORE).then(plain);
    }
    Cell cell = new Cell();
    return new Phrase(
        List.of(French.PLUS.helper(cell), Token.head(plain.french().getFirst().word(), cell)),
        List.of(Token.head(comparative.orElseThrow(), cell)));
  }
}
