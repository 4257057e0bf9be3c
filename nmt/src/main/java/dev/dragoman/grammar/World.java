package dev.dragoman.grammar;

/**
 * Sentences about countries. Whatever of country, capital, nationality and language meets in one of
 * them belongs together.
 */
final class World {

  private final Speech speech;
  private final Choice choice;
  private final NounPhrases nouns;
  private final Adverbials adverbials;

  World(Speech speech) {
    this.speech = speech;
    choice = speech.choice;
    nouns = speech.nouns;
    adverbials = speech.adverbials;
  }

  private Country country() {
    return choice.deal(speech.lexicon.countries());
  }

  /** Paris est la capitale de la France. Paris is the capital of France. */
  Phrase capital() {
    Country country = country();
    Nominal capital = new Nominal(country.capital(), Person.HE_OR_SHE, Gender.FEMININE);
    Phrase of =
        Phrase.inOrder(
            French.LA.as(English.THE),
            French.CAPITALE.as(English.CAPITAL),
            French.DE.as(English.OF),
            country.withArticle());
    Verb be = speech.verb("être");
    if (choice.chance(50)) {
      return speech.tellOrAsk(capital, speech.verb(be, capital, Tense.PRESENT), Manner.PLAIN, of);
    }
    Nominal visitor = nouns.subject();
    Verb verb = speech.verb(choice.among("visiter", "aimer", "peindre"));
    return speech.tellOrAsk(
        visitor,
        speech.verb(verb, visitor, speech.tense(verb, visitor)),
        speech.plainOrNot(),
        Phrase.inOrder(country.capital(), French.COMMA.as(English.COMMA), of));
  }

  /** L'actrice française habite à Paris. The French actress lives in Paris. */
  Phrase atHome() {
    Country country = country();
    Nominal subject = national(country);
    return live(
        subject, choice.chance(60) ? adverbials.inCapital(country) : country.where(English.IN));
  }

  /** Somebody of this nationality, or the king and queen of it. */
  private Nominal national(Country country) {
    Pair pair = choice.deal(nouns.independent());
    Nominal.Builder builder = new Nominal.Builder(pair.noun(choice.gender()), Count.SINGULAR);
    if (pair.wordClass() == WordClass.ROYALTY) {
      return builder.build(Determiner.DEFINITE).with(country.whence(English.OF));
    }
    return builder.adjective(country.nationality()).build(Determiner.DEFINITE);
  }

  private Phrase live(Nominal subject, Phrase where) {
    Verb verb =
        speech.verb(
            choice.among("habiter", "habiter", "travailler", "chanter", "rester", "danser"));
    return speech.tellOrAsk(
        subject,
        speech.verb(verb, subject, speech.tense(verb, subject)),
        speech.plainOrNot(),
        where);
  }

  /** Il habite à Paris, en France. He lives in Paris, in France. */
  Phrase dwelling() {
    Country country = country();
    Nominal subject = nouns.subject();
    Phrase where =
        switch (choice.weighted(25, 20, 35, 20)) {
          case 0 -> adverbials.inCapital(country);
          case 1 -> country.where(English.IN);
          case 2 ->
              Phrase.inOrder(
                  adverbials.inCapital(country),
                  French.COMMA.as(English.COMMA),
                  country.where(English.IN));
          default -> adverbials.home();
        };
    return live(subject, where);
  }

  /** La reine parle français. The queen speaks French. */
  Phrase language() {
    Country country = country();
    return switch (choice.weighted(35, 20, 25, 20)) {
      case 0 -> speak(nouns.subject(), country, Phrase.EMPTY);
      case 1 -> speak(national(country), country, Phrase.EMPTY);
      case 2 -> learn(country, adverbials.inCapital(country));
      default -> learn(country, country.where(English.IN));
    };
  }

  private Phrase speak(Nominal subject, Country country, Phrase where) {
    Verb verb = speech.verb("parler");
    Tense tense = speech.tense(verb, subject);
    Manner manner = speech.manner(verb, tense);
    return speech.tellOrAsk(
        subject, speech.verb(verb, subject, tense), manner, country.language().then(where));
  }

  private Phrase learn(Country country, Phrase where) {
    Nominal subject = nouns.subject();
    Verb verb = speech.verb(choice.among("apprendre", "étudier"));
    return speech.tellOrAsk(
        subject,
        speech.verb(verb, subject, speech.tense(verb, subject)),
        speech.plainOrNot(),
        country.languageWithArticle().then(where));
  }

  /** L'acteur vient de France et parle français. The actor comes from France and speaks French. */
  Phrase origin() {
    Country country = country();
    Nominal subject = nouns.subject();
    Phrase from =
        choice.chance(50)
            ? country.whence(English.FROM)
            : French.DE.as(English.FROM).then(country.capital());
    Phrase comes =
        new Clause(subject, speech.verb(speech.verb("venir"), subject, Tense.PRESENT).build(), from)
            .statement();
    Verb speak = speech.verb("parler");
    Nominal silent = new Nominal(Phrase.EMPTY, subject.person(), subject.gender());
    Phrase speaks =
        new Clause(silent, speech.verb(speak, subject, Tense.PRESENT).build(), country.language())
            .predicate();
    return Speech.stop(Phrase.inOrder(comes, French.ET.as(English.AND), speaks));
  }

  /** Elle est revenue de France lundi. She returned from France on Monday. */
  Phrase journey() {
    Country country = country();
    Nominal subject = nouns.subject();
    Verb verb = speech.verb(choice.among("voyager", "revenir", "arriver"));
    Phrase where =
        switch (verb.lemma()) {
          case "voyager" -> country.where(English.IN);
          case "revenir" -> country.whence(English.FROM);
          default -> adverbials.inCapital(country);
        };
    Tense tense = speech.tense(verb, subject, Tense.PAST, Tense.FUTURE);
    return speech.tellOrAsk(
        subject,
        speech.verb(verb, subject, tense),
        speech.plainOrNot(),
        where.then(adverbials.when(tense)));
  }
}
