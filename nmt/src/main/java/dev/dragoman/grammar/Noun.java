package dev.dragoman.grammar;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A noun in both languages.
 *
 * @param groups its class and the further groups that say what can be done with it
 * @param gender of the French noun
 * @param french singular and plural; the singular alone where there is no use for the plural
 * @param complement French words that follow it and never change: homme <em>de ménage</em>
 * @param english singular and plural; the singular alone where there is no use for the plural
 */
record Noun(
    Set<String> groups,
    Gender gender,
    List<Word> french,
    List<Word> complement,
    List<Word> english) {

  Noun {
    groups = Set.copyOf(groups);
    french = List.copyOf(french);
    complement = List.copyOf(complement);
    english = List.copyOf(english);
    if (french.isEmpty() || french.size() > 2 || french.size() != english.size()) {
      throw new IllegalArgumentException(
          "noun " + french + ": expected one form or two in both languages, got " + english);
    }
  }

  /** Whether it cannot be counted: bread. */
  boolean isMass() {
    return is("mass");
  }

  /** Whether it is spoken of in the plural too. */
  boolean hasPlural() {
    return french.size() == 2;
  }

  boolean is(String group) {
    return groups.contains(group);
  }

  String lemma() {
    return Stream.concat(Stream.of(french.getFirst()), complement.stream())
        .map(Word::text)
        .collect(Collectors.joining(" "));
  }

  /** The French words, all of which carry the meaning. */
  List<Token> french(Count count, Cell meaning) {
    return Stream.concat(Stream.of(french(count)), complement.stream())
        .map(word -> Token.head(word, meaning))
        .toList();
  }

  Word french(Count count) {
    return french.get(count.column());
  }

  Word english(Count count) {
    return english.get(count.column());
  }
}
