package dev.dragoman.grammar;

import java.util.List;
import java.util.Set;

/**
 * A noun in both languages.
 *
 * @param groups its class and the further groups that say what can be done with it
 * @param gender of the French noun
 * @param french singular and plural; the singular alone where there is no use for the plural
 * @param english singular and plural; the singular alone where there is no use for the plural
 */
record Noun(Set<String> groups, Gender gender, List<Word> french, List<Word> english) {

  Noun {
    groups = Set.copyOf(groups);
    french = List.copyOf(french);
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
    return french.getFirst().text();
  }

  Word french(Count count) {
    return french.get(count.column());
  }

  Word english(Count count) {
    return english.get(count.column());
  }
}
