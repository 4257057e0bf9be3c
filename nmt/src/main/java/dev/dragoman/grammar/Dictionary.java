package dev.dragoman.grammar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The class of every word form of both languages. */
final class Dictionary {

  private final Map<String, WordClass> french = new LinkedHashMap<>();
  private final Map<String, WordClass> english = new LinkedHashMap<>();

  /**
   * Of two words with one spelling the first counts: the small words, then people, nouns, verbs.
   */
  Dictionary(Lexicon lexicon) {
    Stream.of(French.values()).map(French::word).forEach(word -> add(french, word));
    Stream.of(English.values()).map(English::word).forEach(word -> add(english, word));
    lexicon.people().forEach(pair -> Stream.of(pair.man(), pair.woman()).forEach(this::add));
    lexicon.people().forEach(pair -> pair.either().ifPresent(word -> add(french, word)));
    lexicon.nouns().forEach(this::add);
    lexicon.adjectives().forEach(this::add);
    lexicon.verbs().forEach(this::add);
    lexicon.countries().forEach(this::add);
    lexicon.simple().values().forEach(this::add);
    lexicon.expressions().values().forEach(this::add);
  }

  Map<String, WordClass> words(Language language) {
    return language == Language.FRENCH ? french : english;
  }

  private void add(Noun noun) {
    noun.french().forEach(word -> add(french, word));
    noun.complement().forEach(word -> add(french, word));
    noun.english().forEach(word -> add(english, word));
  }

  private void add(Adjective adjective) {
    adjective.french().forEach(word -> add(french, word));
    add(english, adjective.english());
    adjective.comparative().ifPresent(word -> add(english, word));
  }

  private void add(Verb verb) {
    verb.frenchForms().forEach(word -> add(french, word));
    verb.english().forms().forEach(word -> add(english, word));
  }

  private void add(Country country) {
    add(country.nationality());
    add(french, country.frenchName());
    add(french, country.frenchCapital());
    add(english, country.englishName());
    add(english, country.englishCapital());
  }

  private void add(List<Expression> expressions) {
    for (Expression expression : expressions) {
      expression.french().forEach(piece -> add(french, piece.word()));
      expression.english().forEach(piece -> add(english, piece.word()));
    }
  }

  private static void add(Map<String, WordClass> words, Word word) {
    words.putIfAbsent(word.text(), word.wordClass());
    words.putIfAbsent(word.beforeVowel(), word.wordClass());
  }
}
