package dev.dragoman.grammar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of the grammar, read from the tables beside this class.
 *
 * @param nouns things, animals and places
 * @param groups nouns by class or group
 * @param people pairs of a man and a woman
 * @param verbs all verbs
 * @param verbsByClass the same by class
 * @param adjectives all but the nationalities
 * @param adjectivesByClass the same by class
 * @param countries with capital, nationality and language
 * @param simple numbers, days, months and names: words that stand one for one
 * @param expressions fixed expressions by what they are used for
 */
record Lexicon(
    List<Noun> nouns,
    Map<String, List<Noun>> groups,
    List<Pair> people,
    List<Verb> verbs,
    Map<WordClass, List<Verb>> verbsByClass,
    List<Adjective> adjectives,
    Map<WordClass, List<Adjective>> adjectivesByClass,
    List<Country> countries,
    Map<WordClass, List<Expression>> simple,
    Map<String, List<Expression>> expressions) {

  Lexicon {
    nouns = List.copyOf(nouns);
    groups = Map.copyOf(groups);
    people = List.copyOf(people);
    verbs = List.copyOf(verbs);
    verbsByClass = Map.copyOf(verbsByClass);
    adjectives = List.copyOf(adjectives);
    adjectivesByClass = Map.copyOf(adjectivesByClass);
    countries = List.copyOf(countries);
    simple = Map.copyOf(simple);
    expressions = Map.copyOf(expressions);
  }

  static Lexicon load() {
    List<Noun> nouns = Table.read("nouns.txt", 5).stream().map(Lexicon::noun).toList();
    List<Verb> verbs = Table.read("verbs.txt", 7).stream().map(Lexicon::verb).toList();
    List<Adjective> adjectives =
        Table.read("adjectives.txt", 6).stream().map(Lexicon::adjective).toList();
    return new Lexicon(
        nouns,
        groups(nouns),
        people(nouns, verbs),
        verbs,
        verbs.stream().collect(Collectors.groupingBy(Verb::wordClass)),
        adjectives,
        adjectives.stream().collect(Collectors.groupingBy(Adjective::wordClass)),
        Table.read("countries.txt", 7).stream().map(Lexicon::country).toList(),
        simpleWords(),
        fixedExpressions());
  }

  /** The nouns of a class or group. */
  List<Noun> nouns(String group) {
    return named(groups, group);
  }

  private static Map<String, List<Noun>> groups(List<Noun> nouns) {
    Map<String, List<Noun>> groups = new TreeMap<>();
    for (Noun noun : nouns) {
      for (String group : noun.groups()) {
        groups.computeIfAbsent(group, key -> new ArrayList<>()).add(noun);
      }
    }
    return groups;
  }

  /** The adjectives that can stand beside a noun. */
  List<Adjective> attributes(Noun noun) {
    return adjectives.stream()
        .filter(adjective -> adjective.position() != Adjective.Position.PREDICATE)
        .filter(adjective -> adjective.fits(noun))
        .toList();
  }

  List<Verb> verbs(WordClass wordClass) {
    return named(verbsByClass, wordClass);
  }

  Noun noun(String singular) {
    return find(nouns, singular);
  }

  /** The pair of this man. */
  Pair pair(String man) {
    return people.stream()
        .filter(pair -> pair.man().lemma().equals(man))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("people.txt has no " + man));
  }

  Verb verb(String infinitive) {
    return find(verbs, infinitive);
  }

  Adjective adjective(String masculine) {
    return find(adjectives, masculine);
  }

  List<Adjective> adjectives(WordClass wordClass) {
    return named(adjectivesByClass, wordClass);
  }

  List<Expression> expressions(String use) {
    return named(expressions, use);
  }

  List<Expression> simple(WordClass wordClass) {
    return named(simple, wordClass);
  }

  private static <K, V> V named(Map<K, V> map, K key) {
    return Optional.ofNullable(map.get(key))
        .orElseThrow(() -> new IllegalStateException("no table has rows for " + key));
  }

  private static WordClass wordClass(String label) {
    return WordClass.valueOf(label.toUpperCase(Locale.ROOT));
  }

  private static List<Word> forms(String cell, WordClass wordClass) {
    return Table.words(cell).stream().map(text -> new Word(text, wordClass)).toList();
  }

  private static Gender gender(String letter) {
    return letter.equals("m") ? Gender.MASCULINE : Gender.FEMININE;
  }

  private static Noun noun(List<String> row) {
    WordClass wordClass = wordClass(row.get(0));
    List<String> groups = new ArrayList<>(Table.words(row.get(4)));
    groups.add(wordClass.label());
    return new Noun(
        Set.copyOf(groups),
        gender(row.get(1)),
        forms(row.get(2), wordClass),
        List.of(),
        forms(row.get(3), wordClass));
  }

  /** People can be the object of other people's doings, so their nouns are read first. */
  private static List<Pair> people(List<Noun> nouns, List<Verb> verbs) {
    List<List<String>> rows = Table.read("people.txt", 8);
    List<Noun> objects = new ArrayList<>(nouns);
    rows.forEach(row -> objects.add(person(row, Gender.MASCULINE)));
    return rows.stream().map(row -> pair(row, objects, verbs)).toList();
  }

  private static Noun person(List<String> row, Gender gender) {
    List<String> groups = new ArrayList<>(Table.words(row.get(0)));
    WordClass wordClass = wordClass(groups.getFirst());
    groups.add("people");
    return new Noun(
        Set.copyOf(groups),
        gender,
        forms(row.get(1 + gender.column()).replaceAll("\\+\\S*", ""), wordClass),
        complement(row.get(1 + gender.column()), wordClass),
        forms(row.get(4 + gender.column()), wordClass));
  }

  /** The words behind the first +: homme+de+ménage. */
  private static List<Word> complement(String cell, WordClass wordClass) {
    return Stream.of(Table.words(cell).getFirst().split("\\+", -1))
        .skip(1)
        .map(text -> text.equals("de") ? French.DE.word() : new Word(text, wordClass))
        .toList();
  }

  private static Pair pair(List<String> row, List<Noun> nouns, List<Verb> verbs) {
    return new Pair(
        wordClass(Table.words(row.get(0)).getFirst()),
        person(row, Gender.MASCULINE),
        person(row, Gender.FEMININE),
        either(row),
        find(nouns, row.get(6)),
        Stream.of(row.get(7).split("; ", -1)).map(text -> doing(text, nouns, verbs)).toList());
  }

  private static Optional<Word> either(List<String> row) {
    return row.get(3).equals("-")
        ? Optional.empty()
        : Optional.of(new Word(row.get(3), wordClass(Table.words(row.get(0)).getFirst())));
  }

  private static Doing doing(String text, List<Noun> nouns, List<Verb> verbs) {
    List<String> words = Table.words(text);
    return new Doing(
        find(verbs, words.getFirst()),
        words.stream().skip(1).map(noun -> find(nouns, noun)).toList());
  }

  private static <T extends Record> T find(List<T> entries, String lemma) {
    return entries.stream()
        .filter(entry -> lemma.equals(lemma(entry)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no table has the word " + lemma));
  }

  private static String lemma(Record entry) {
    return switch (entry) {
      case Noun noun -> noun.lemma();
      case Verb verb -> verb.lemma();
      case Adjective adjective -> adjective.french().getFirst().text();
      default -> throw new IllegalArgumentException("no lemma: " + entry);
    };
  }

  private static Verb verb(List<String> row) {
    WordClass wordClass = wordClass(row.get(0));
    String infinitive = row.get(1);
    return new Verb(
        wordClass,
        new Word(infinitive, wordClass),
        present(infinitive, row.get(2), wordClass),
        row.get(3),
        past(row.get(4)),
        englishVerb(row.get(5), wordClass),
        Set.copyOf(Table.words(row.get(6))));
  }

  private static Verb.Past past(String name) {
    return switch (name) {
      case "avoir" -> Verb.Past.WITH_AVOIR;
      case "être" -> Verb.Past.WITH_ETRE;
      case "imparfait" -> Verb.Past.IMPERFECT;
      case "imparfait-il" -> Verb.Past.IMPERFECT_OF_THIRD;
      default -> throw new IllegalStateException("verbs.txt: unknown past " + name);
    };
  }

  private static List<Word> present(String infinitive, String cell, WordClass wordClass) {
    return switch (cell) {
      case "er" -> regular(infinitive, wordClass);
      case "er-il" -> {
        List<Word> all = regular(infinitive, wordClass);
        yield List.of(all.get(Person.HE_OR_SHE.column()), all.get(Person.THEY.column()));
      }
      default -> forms(cell, wordClass);
    };
  }

  /** The present of verbs in -er; g stays soft before o: mangeons. */
  private static List<Word> regular(String infinitive, WordClass wordClass) {
    String stem = infinitive.substring(0, infinitive.length() - 2);
    String beforeO = stem.endsWith("g") ? stem + "e" : stem;
    return Stream.of(
            stem + "e", stem + "es", stem + "e", beforeO + "ons", stem + "ez", stem + "ent")
        .map(text -> new Word(text, wordClass))
        .toList();
  }

  private static EnglishVerb englishVerb(String cell, WordClass wordClass) {
    List<String> words = Table.words(cell);
    String[] base = words.get(0).split("\\+", -1);
    String past = words.get(1).split("\\+", -1)[0];
    if (base[0].equals("be")) {
      return new EnglishVerb.Be();
    }
    if (wordClass == WordClass.AUXILIARY) {
      String pastOrPresent = past.equals("-") ? base[0] : past;
      return new EnglishVerb.Modal(
          new Word(base[0], wordClass), new Word(pastOrPresent, wordClass));
    }
    List<Word> particles =
        Stream.of(base).skip(1).map(text -> new Word(text, WordClass.PREPOSITION)).toList();
    return new EnglishVerb.Ordinary(
        new Word(base[0], wordClass),
        new Word(thirdPerson(base[0]), wordClass),
        new Word(past, wordClass),
        particles);
  }

  private static String thirdPerson(String base) {
    if (base.equals("have")) {
      return "has";
    }
    if (base.matches(".*[^aeiou]y")) {
      return base.substring(0, base.length() - 1) + "ies";
    }
    return base.matches(".*(s|sh|ch|x|z|o)") ? base + "es" : base + "s";
  }

  private static Adjective adjective(List<String> row) {
    WordClass wordClass = wordClass(row.get(0));
    List<Word> french = new ArrayList<>(forms(row.get(1), wordClass));
    if (french.size() == 5) {
      String beforeVowel = french.removeLast().text();
      french.set(0, new Word(french.getFirst().text(), beforeVowel, wordClass));
    }
    return new Adjective(
        wordClass,
        french,
        Adjective.Position.valueOf(row.get(2).toUpperCase(Locale.ROOT)),
        new Word(row.get(3), wordClass),
        comparative(row.get(4), wordClass),
        Set.copyOf(Table.words(row.get(5))));
  }

  private static Optional<Word> comparative(String text, WordClass wordClass) {
    return switch (text) {
      case "-" -> Optional.empty();
      case "more" -> Optional.of(English.MORE.word());
      default -> Optional.of(new Word(text, wordClass));
    };
  }

  private static Country country(List<String> row) {
    return new Country(
        gender(row.get(1)),
        new Word(row.get(0), WordClass.COUNTRY),
        new Word(row.get(4), WordClass.COUNTRY),
        new Adjective(
            WordClass.NATIONALITY,
            forms(row.get(2), WordClass.NATIONALITY),
            Adjective.Position.AFTER,
            new Word(row.get(5), WordClass.NATIONALITY),
            Optional.empty(),
            Set.of("people")),
        new Word(row.get(3), WordClass.CAPITAL),
        new Word(row.get(6), WordClass.CAPITAL));
  }

  private static Map<WordClass, List<Expression>> simpleWords() {
    Map<WordClass, List<Expression>> words = new EnumMap<>(WordClass.class);
    for (List<String> row : Table.read("words.txt", 3)) {
      WordClass wordClass = wordClass(row.get(0));
      words
          .computeIfAbsent(wordClass, key -> new ArrayList<>())
          .add(expression(row.get(1), row.get(2), wordClass, wordClass));
    }
    return words;
  }

  private static Map<String, List<Expression>> fixedExpressions() {
    Map<String, List<Expression>> expressions = new LinkedHashMap<>();
    for (List<String> row : Table.read("expressions.txt", 3)) {
      Expression expression =
          switch (row.get(0)) {
            case "need" -> expression(row.get(1), row.get(2), WordClass.NEED, WordClass.FEELING);
            case "how" -> expression(row.get(1), row.get(2), WordClass.MANNER, WordClass.MANNER);
            default -> expression(row.get(1), row.get(2), WordClass.TIME, WordClass.TIME);
          };
      expressions.computeIfAbsent(row.get(0), key -> new ArrayList<>()).add(expression);
    }
    return expressions;
  }

  private static Expression expression(
      String french, String english, WordClass frenchClass, WordClass englishClass) {
    return new Expression(
        Table.words(french).stream()
            .map(text -> Expression.Piece.parse(text, smallFrench(), frenchClass))
            .toList(),
        Table.words(english).stream()
            .map(text -> Expression.Piece.parse(text, smallEnglish(), englishClass))
            .toList());
  }

  private static Map<String, Word> smallFrench() {
    return byText(Stream.of(French.values()).map(French::word));
  }

  private static Map<String, Word> smallEnglish() {
    return byText(Stream.of(English.values()).map(English::word));
  }

  /** The first of two with the same spelling is meant: the article la, not the pronoun. */
  private static Map<String, Word> byText(Stream<Word> words) {
    Map<String, Word> byText = new TreeMap<>();
    words.forEach(word -> byText.putIfAbsent(word.text(), word));
    return Collections.unmodifiableMap(byText);
  }
}
