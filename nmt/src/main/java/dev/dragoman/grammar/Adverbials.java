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
    French preposition = place.is("in") ? French.DANS : place.is("on") ? French.SUR : French.A;
    return preposition.as(where(place)).then(the(place));
  }

  private static English where(Noun place) {
    return place.is("in") ? English.IN : place.is("on") ? English.ON : English.AT;
  }

  /** au marché, to the market. */
  Phrase to(Noun place) {
    return French.A.as(English.TO).then(the(place));
  }

  /** du marché, from the market. */
  Phrase from(Noun place) {
    return French.DE.as(English.FROM).then(the(place));
  }

  /** chez la boulangère, at the bakery; chez le roi, in the palace. */
  Phrase at(Host host) {
    return withHost(where(host.place()), host);
  }

  /** chez la boulangère, to the bakery. */
  Phrase to(Host host) {
    return withHost(English.TO, host);
  }

  /** French names the one whose place it is, English the place; the two nouns are each other's. */
  private Phrase withHost(English preposition, Host host) {
    Cell meaning = new Cell();
    Phrase article = host.article();
    return Phrase.inOrder(
        French.CHEZ.as(preposition),
        article,
        new Phrase(
            host.person().french(Count.SINGULAR, meaning),
            List.of(Token.head(host.place().english(Count.SINGULAR), meaning))));
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
