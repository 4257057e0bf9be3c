package dev.dragoman.grammar;

import java.util.List;

/** Draws when and where something happens. */
final class Adverbials {

  private final Lexicon lexicon;
  private final Choice choice;
  private final List<Noun> places;

  Adverbials(Lexicon lexicon, Choice choice) {
    this.lexicon = lexicon;
    this.choice = choice;
    places =
        lexicon.nouns().stream()
            .filter(noun -> noun.is("in") || noun.is("on") || noun.is("at"))
            .toList();
  }

  /** A time that agrees with the tense. */
  Phrase when(Tense tense) {
    return switch (tense) {
      case PRESENT ->
          switch (choice.weighted(60, 25, 15)) {
            case 0 -> expression("habit");
            case 1 -> French.CHAQUE.as(English.EVERY).then(day());
            default -> expression("season");
          };
      case PAST -> choice.chance(45) ? expression("past") : eventTime();
      case FUTURE ->
          switch (choice.weighted(40, 15, 45)) {
            case 0 -> expression("future");
            case 1 -> French.DANS.as(English.IN).then(span());
            default -> eventTime();
          };
    };
  }

  private Phrase eventTime() {
    return switch (choice.weighted(24, 38, 10, 28)) {
      case 0 -> onDay();
      case 1 -> French.EN.as(English.IN).then(simple(WordClass.MONTH));
      case 2 -> expression("season");
      default -> expression("either");
    };
  }

  /** lundi, on Monday. */
  private Phrase onDay() {
    Phrase day = day();
    Cell cell = day.french().getFirst().ties().getFirst().cell();
    return new Phrase(List.of(), List.of(English.ON.helper(cell))).then(day);
  }

  private Phrase day() {
    return simple(WordClass.DAY);
  }

  /** pendant dix jours, for ten days. */
  Phrase howLong() {
    return French.PENDANT.as(English.FOR).then(span());
  }

  private Phrase span() {
    return simple(WordClass.NUMBER).then(expression("unit"));
  }

  Phrase simple(WordClass wordClass) {
    return choice.deal(lexicon.simple(wordClass)).phrase();
  }

  Phrase expression(String use) {
    return choice.deal(lexicon.expressions(use)).phrase();
  }

  /** dans le jardin, sur la plage, au marché: each place has its own preposition. */
  Phrase at(Noun place) {
    Phrase preposition =
        place.is("in")
            ? French.DANS.as(English.IN)
            : place.is("on") ? French.SUR.as(English.ON) : French.A.as(English.AT);
    return preposition.then(the(place));
  }

  /** au marché, to the market. */
  Phrase to(Noun place) {
    return French.A.as(English.TO).then(the(place));
  }

  /** du marché, from the market. */
  Phrase from(Noun place) {
    return French.DE.as(English.FROM).then(the(place));
  }

  Phrase the(Noun noun) {
    return new Nominal.Builder(noun, Count.SINGULAR).build(Determiner.DEFINITE).phrase();
  }

  /** Any place where one can be. */
  Noun place() {
    return choice.deal(places);
  }

  /** A place to live in, or one of the capitals and countries. */
  Phrase home() {
    return switch (choice.weighted(50, 30, 20)) {
      case 0 -> at(choice.deal(lexicon.nouns("home")));
      case 1 -> inCapital(choice.deal(lexicon.countries()));
      default -> choice.deal(lexicon.countries()).where(English.IN);
    };
  }

  /** A place in or beside which something happens. */
  Phrase where() {
    return switch (choice.weighted(55, 20, 15, 10)) {
      case 0 -> at(place());
      case 1 -> beside();
      case 2 -> inCapital(choice.deal(lexicon.countries()));
      default -> choice.deal(lexicon.countries()).where(English.IN);
    };
  }

  /** devant le château, in front of the castle. */
  Phrase beside() {
    return expression("beside").then(the(choice.deal(lexicon.nouns("building"))));
  }

  /** à Paris, in Paris. */
  Phrase inCapital(Country country) {
    return French.A.as(English.IN).then(country.capital());
  }
}
