package dev.dragoman.grammar;

import dev.dragoman.grammar.AnalogyRelation.WordPair;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The analogies and the similar words that the lexicon knows of. */
final class Relations {

  private final Lexicon lexicon;

  Relations(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  List<AnalogyRelation> french() {
    return List.of(
        relation(
            "man-woman",
            lexicon.people(),
            pair -> words(french(pair.man(), 0), french(pair.woman(), 0))),
        relation(
            "capital-country",
            lexicon.countries(),
            country -> words(country.frenchCapital(), country.frenchName())),
        relation(
            "country-nationality",
            lexicon.countries(),
            country -> words(country.frenchName(), country.nationality().french().getFirst())),
        relation("singular-plural", nouns(), noun -> words(french(noun, 0), french(noun, 1))),
        relation(
            "masculine-feminine",
            lexicon.adjectives(),
            adjective -> words(adjective.french().get(0), adjective.french().get(1))),
        relation(
            "infinitive-present",
            ordinaryVerbs(),
            verb -> words(verb.infinitive(), verb.present(Person.HE_OR_SHE))),
        relation(
            "present-participle",
            ordinaryVerbs().filter(verb -> !verb.isState()),
            verb -> words(verb.present(Person.HE_OR_SHE), verb.bareParticiple())));
  }

  List<AnalogyRelation> english() {
    return List.of(
        relation(
            "man-woman",
            lexicon.people(),
            pair -> words(english(pair.man(), 0), english(pair.woman(), 0))),
        relation(
            "capital-country",
            lexicon.countries(),
            country -> words(country.englishCapital(), country.englishName())),
        relation(
            "country-nationality",
            lexicon.countries(),
            country -> words(country.englishName(), country.nationality().english())),
        relation("singular-plural", nouns(), noun -> words(english(noun, 0), english(noun, 1))),
        relation(
            "positive-comparative",
            lexicon.adjectives().stream().filter(adjective -> adjective.hasComparative()),
            adjective -> words(adjective.english(), adjective.comparative().orElseThrow())),
        relation("base-third", englishVerbs(), verb -> words(verb.base(), verb.third())),
        relation("base-past", englishVerbs(), verb -> words(verb.base(), verb.past())));
  }

  private static Word french(Noun noun, int form) {
    return noun.french().get(form);
  }

  private static Word english(Noun noun, int form) {
    return noun.english().get(form);
  }

  private Stream<Noun> nouns() {
    return Stream.concat(
            lexicon.nouns().stream(),
            lexicon.people().stream().flatMap(pair -> Stream.of(pair.man(), pair.woman())))
        .filter(Noun::hasPlural);
  }

  private Stream<Verb> ordinaryVerbs() {
    return lexicon.verbs().stream().filter(verb -> verb.wordClass() != WordClass.AUXILIARY);
  }

  private Stream<EnglishVerb.Ordinary> englishVerbs() {
    return lexicon.verbs().stream()
        .map(Verb::english)
        .filter(EnglishVerb.Ordinary.class::isInstance)
        .map(EnglishVerb.Ordinary.class::cast);
  }

  private static WordPair words(Word first, Word second) {
    return new WordPair(first.text(), second.text());
  }

  private static <T> AnalogyRelation relation(
      String name, List<T> entries, Function<T, WordPair> pair) {
    return relation(name, entries.stream(), pair);
  }

  /** Pairs of one word with itself ask nothing: sheep, sheep. */
  private static <T> AnalogyRelation relation(
      String name, Stream<T> entries, Function<T, WordPair> pair) {
    return new AnalogyRelation(
        name,
        entries
            .map(pair)
            .filter(words -> !words.first().equals(words.second()))
            .distinct()
            .toList());
  }

  /** The basic forms by class; a class needs three words to be worth a look. */
  List<SimilarityClass> similar(Language language) {
    Map<WordClass, Set<String>> words = new TreeMap<>();
    basicForms(language)
        .forEach(word ->
            words.computeIfAbsent(word.wordClass(), key -> new LinkedHashSet<>()).add(word.text()));
    List<SimilarityClass> classes = new ArrayList<>();
    words.forEach((wordClass, members) -> {
      if (members.size() >= 3) {
        classes.add(new SimilarityClass(wordClass, List.copyOf(members)));
      }
    });
    return classes;
  }

  private Stream<Word> basicForms(Language language) {
    boolean french = language == Language.FRENCH;
    return Stream.of(
            lexicon.people().stream()
                .flatMap(pair -> Stream.of(pair.man(), pair.woman()))
                .filter(noun -> noun.complement().isEmpty())
                .map(noun -> french ? french(noun, 0) : english(noun, 0)),
            lexicon.nouns().stream().map(noun -> french ? french(noun, 0) : english(noun, 0)),
            ordinaryVerbs()
                .map(verb -> french ? verb.infinitive() : verb.english().infinitive().getFirst()),
            adjectives()
                .map(adjective -> french ? adjective.french().getFirst() : adjective.english()),
            lexicon.countries().stream()
                .map(country -> french ? country.frenchName() : country.englishName()),
            lexicon.countries().stream()
                .map(country -> french ? country.frenchCapital() : country.englishCapital()),
            lexicon.simple().values().stream()
                .flatMap(List::stream)
                .map(words -> (french ? words.french() : words.english()).getFirst().word()))
        .flatMap(stream -> stream);
  }

  private Stream<Adjective> adjectives() {
    return Stream.concat(
        lexicon.adjectives().stream(), lexicon.countries().stream().map(Country::nationality));
  }
}
