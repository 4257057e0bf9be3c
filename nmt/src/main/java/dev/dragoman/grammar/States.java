package dev.dragoman.grammar;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences in which somebody or something is so, and is compared, counted or explained. */
final class States {

  /** A verb and the adjectives that can be the reason for it. */
  private static final List<List<String>> REASONS =
      List.of(
          List.of("pleurer", "triste", "seul", "malade", "faible"),
          List.of("rire", "heureux", "drôle", "fier"),
          List.of("chanter", "heureux", "fier", "calme"),
          List.of("danser", "heureux", "riche", "célèbre"),
          List.of("dormir", "fatigué", "malade", "paresseux"),
          List.of("travailler", "pauvre", "courageux", "intelligent"));

  private final List<Adjective> ofThings;
  private final List<Adjective> comparedOfThings;
  private final List<Adjective> comparedOfPeople;
  private final Pair monarchs;

  /** Where somebody can be the star: no place that a king may be king of. */
  private final List<Noun> stages;

  private final Set<Word> royal;
  private final List<Pair> trades;
  private final List<Pair> plainPeople;
  private final List<Pair> grownPeople;
  private final Speech speech;
  private final Choice choice;
  private final NounPhrases nouns;
  private final Adverbials adverbials;

  States(Speech speech) {
    this.speech = speech;
    choice = speech.choice;
    nouns = speech.nouns;
    adverbials = speech.adverbials;
    List<Adjective> adjectives = speech.lexicon.adjectives();
    ofThings =
        adjectives.stream().filter(adjective -> !adjective.of().equals(Set.of("people"))).toList();
    comparedOfThings = compared(ofThings);
    comparedOfPeople =
        compared(
            adjectives.stream().filter(adjective -> adjective.of().contains("people")).toList());
    monarchs = speech.lexicon.pair("roi");
    List<Pair> nobility =
        speech.lexicon.people().stream()
            .filter(pair -> pair.wordClass() == WordClass.ROYALTY)
            .toList();
    royal =
        nobility.stream()
            .flatMap(pair -> Stream.of(pair.man(), pair.woman()))
            .flatMap(noun -> noun.english().stream())
            .collect(Collectors.toSet());
    List<Noun> palaces = nobility.stream().map(Pair::place).toList();
    stages =
        speech.lexicon.nouns("building").stream().filter(noun -> !palaces.contains(noun)).toList();
    trades =
        speech.lexicon.people().stream()
            .filter(pair -> pair.wordClass() == WordClass.PROFESSION)
            .toList();
    plainPeople =
        speech.lexicon.people().stream()
            .filter(pair -> List.of("homme", "garçon", "monsieur").contains(pair.man().lemma()))
            .toList();
    grownPeople = plainPeople.stream().filter(pair -> !pair.man().is("young")).toList();
  }

  private static List<Adjective> compared(List<Adjective> adjectives) {
    return adjectives.stream().filter(adjective -> adjective.comparative().isPresent()).toList();
  }

  /** La reine est fatiguée. The queen is tired. */
  Phrase feeling() {
    Nominal subject = nouns.subject();
    Verb be = speech.verb("être");
    Tense tense = speech.tense(be, subject);
    return speech.tellOrAsk(
        subject, speech.verb(be, subject, tense), mannerOfBeing(tense), ofPerson(subject));
  }

  private Manner mannerOfBeing(Tense tense) {
    if (tense == Tense.PRESENT && choice.chance(22)) {
      return choice.among(
          Manner.NEVER, Manner.OFTEN, Manner.ALWAYS, Manner.SOMETIMES, Manner.RARELY);
    }
    return speech.plainOrNot();
  }

  /** An adjective that agrees with a person, very or not. */
  private Phrase ofPerson(Nominal person) {
    Adjective adjective =
        choice.deal(
            speech.lexicon.adjectives(
                choice.among(WordClass.FEELING, WordClass.FEELING, WordClass.CHARACTER)));
    return maybeVery(adjective, person);
  }

  private Phrase maybeVery(Adjective adjective, Nominal subject) {
    Phrase plain = adjective.predicate(subject.gender(), subject.count());
    return adjective.comparative().isPresent() && choice.chance(25)
        ? French.TRES.as(English.VERY).then(plain)
        : plain;
  }

  /** Le roi est un homme riche. The king is a rich man. */
  Phrase identity() {
    Nominal subject = nouns.onePerson();
    Noun noun = choice.deal(subject.isName() ? plainPeople : grownPeople).noun(subject.gender());
    Nominal.Builder who = new Nominal.Builder(noun, Count.SINGULAR);
    if (choice.chance(70)) {
      who.adjective(choice.deal(speech.lexicon.adjectives(WordClass.CHARACTER)));
    } else if (choice.chance(50)) {
      who.adjective(choice.deal(speech.lexicon.countries()).nationality());
    }
    Tense tense = choice.among(Tense.PRESENT, Tense.PRESENT, Tense.PAST);
    Nominal what = who.build(Determiner.INDEFINITE);
    return subject.sharesNoun(what)
        ? identity()
        : speech.tellOrAsk(
            subject,
            speech.verb(speech.verb("être"), subject, tense),
            speech.plainOrNot(),
            what.phrase());
  }

  /** Anna est la reine du stade. Anna is the star of the stadium. */
  Phrase star() {
    Nominal subject = choice.chance(40) ? nouns.name() : nouns.onePerson();
    if (subject.mentions(royal)) {
      return star();
    }
    French article = subject.gender() == Gender.MASCULINE ? French.LE : French.LA;
    Phrase star =
        Phrase.of(
            monarchs.noun(subject.gender()).french(Count.SINGULAR),
            speech.lexicon.noun("étoile").english(Count.SINGULAR));
    Verb be = speech.verb("être");
    return speech.tellOrAsk(
        subject,
        speech.verb(be, subject, speech.tense(be, subject)),
        speech.plainOrNot(),
        Phrase.inOrder(
            article.as(English.THE),
            star,
            French.DE.as(English.OF),
            adverbials.the(choice.deal(stages))));
  }

  /** Elle est actrice. She is an actress. */
  Phrase trade() {
    Nominal subject =
        choice.chance(55)
            ? nouns.pronoun()
            : choice.chance(40)
                ? nouns.name()
                : nouns.one(choice.deal(nouns.kin()), choice.gender());
    Noun trade = choice.deal(trades).noun(subject.gender());
    Verb be = speech.verb("être");
    return speech.tellOrAsk(
        subject,
        speech.verb(be, subject, speech.tense(be, subject)),
        speech.plainOrNot(),
        new Nominal.Builder(trade, subject.count()).build(Determiner.TRADE).phrase());
  }

  /** La robe de la reine est rouge. The dress of the queen is red. */
  Phrase thing() {
    Adjective adjective = choice.deal(ofThings);
    Nominal subject = thing(choice.deal(speech.lexicon.nouns(group(adjective))));
    Tense tense = choice.among(Tense.PRESENT, Tense.PRESENT, Tense.PAST);
    return speech.tellOrAsk(
        subject,
        speech.verb(speech.verb("être"), subject, tense),
        speech.plainOrNot(),
        maybeVery(adjective, subject));
  }

  private String group(Adjective adjective) {
    return choice.of(
        adjective.of().stream().filter(group -> !group.equals("people")).sorted().toList());
  }

  /** The thing itself, this one, mine, or the queen's. */
  private Nominal thing(Noun noun) {
    Count count = !noun.hasPlural() || choice.chance(60) ? Count.SINGULAR : Count.PLURAL;
    Nominal.Builder builder = new Nominal.Builder(noun, count);
    boolean ownable =
        noun.is("clothing") || noun.is("vehicle") || noun.is("lost") || noun.is("pet");
    return switch (choice.weighted(45, 20, ownable ? 20 : 0, ownable ? 30 : 0)) {
      case 0 -> builder.build(Determiner.DEFINITE);
      case 1 -> builder.build(Determiner.DEMONSTRATIVE);
      case 2 -> builder.build(NounPhrases.belongingTo(nouns.speakerOrHearer()));
      default -> nouns.owned(builder, nouns.owner());
    };
  }

  /** La clé est sur la table. The key is on the table. */
  Phrase location() {
    Nominal subject = thing(choice.deal(speech.lexicon.nouns("lost")));
    Tense tense = choice.among(Tense.PRESENT, Tense.PRESENT, Tense.PAST);
    return speech.tellOrAsk(
        subject,
        speech.verb(speech.verb("être"), subject, tense),
        speech.plainOrNot(),
        spot(subject));
  }

  private Phrase spot(Nominal subject) {
    String group = choice.among("opened", "furniture", "top", "in");
    Noun other = choice.deal(speech.lexicon.nouns(group));
    boolean same =
        subject.phrase().english().stream()
            .anyMatch(token -> other.english().contains(token.word()));
    if (same) {
      return spot(subject);
    }
    Phrase preposition =
        switch (group) {
          case "top" ->
              choice.chance(60) ? French.SUR.as(English.ON) : French.SOUS.as(English.UNDER);
          case "in" -> French.DANS.as(English.IN);
          default -> adverbials.expression("beside");
        };
    return preposition.then(adverbials.the(other));
  }

  /** La reine est plus riche que le roi. The queen is richer than the king. */
  Phrase comparison() {
    return choice.chance(65) ? comparisonOfPeople() : comparisonOfThings();
  }

  private Phrase comparisonOfPeople() {
    Nominal subject = nouns.subject();
    return comparison(subject, choice.deal(comparedOfPeople), nouns.someoneElse(subject));
  }

  private Phrase comparisonOfThings() {
    Adjective adjective = choice.deal(comparedOfThings);
    String group = group(adjective);
    Noun first = choice.deal(speech.lexicon.nouns(group));
    Noun second = choice.deal(speech.lexicon.nouns(group));
    while (second.equals(first)) {
      second = choice.deal(speech.lexicon.nouns(group));
    }
    Nominal subject = new Nominal.Builder(first, Count.SINGULAR).build(Determiner.DEFINITE);
    return comparison(
        subject, adjective, new Nominal.Builder(second, Count.SINGULAR).build(Determiner.DEFINITE));
  }

  private Phrase comparison(Nominal subject, Adjective adjective, Nominal other) {
    Phrase plain = adjective.predicate(subject.gender(), subject.count());
    Phrase compared =
        switch (choice.weighted(60, 20, 20)) {
          case 0 ->
              adjective
                  .compared(subject.gender(), subject.count())
                  .then(French.QUE.as(English.THAN));
          case 1 ->
              Phrase.inOrder(French.MOINS.as(English.LESS), plain, French.QUE.as(English.THAN));
          default -> Phrase.inOrder(French.AUSSI.as(English.AS), plain, French.QUE.as(English.AS));
        };
    Tense tense = choice.among(Tense.PRESENT, Tense.PRESENT, Tense.PAST);
    return speech.tellOrAsk(
        subject,
        speech.verb(speech.verb("être"), subject, tense),
        Manner.PLAIN,
        compared.then(other.phrase()));
  }

  /** Le garçon a dix ans. The boy is ten years old. */
  Phrase age() {
    Nominal subject = choice.chance(40) ? nouns.pronoun() : nouns.onePerson();
    Verb have = havingToBe();
    Cell years = new Cell();
    Phrase old =
        new Phrase(
            List.of(French.ANS.head(years)),
            List.of(English.YEARS.head(years), English.OLD_IN_YEARS.head(years)));
    return speech.tellOrAsk(
        subject,
        speech.verb(have, subject, speech.tense(have, subject)),
        Manner.PLAIN,
        adverbials.simple(WordClass.NUMBER).then(old));
  }

  /** Elle a faim. She is hungry. */
  Phrase need() {
    Nominal subject = choice.chance(30) ? nouns.pronoun() : nouns.subject();
    Verb have = havingToBe();
    Tense tense = speech.tense(have, subject);
    return speech.tellOrAsk(
        subject,
        speech.verb(have, subject, tense),
        mannerOfBeing(tense),
        adverbials.expression("need"));
  }

  /** French has years and hunger where English is so old and hungry. */
  private Verb havingToBe() {
    Verb have = speech.verb("avoir");
    return new Verb(
        have.wordClass(),
        have.infinitive(),
        have.present(),
        have.participle(),
        have.past(),
        speech.verb("être").english(),
        have.takes());
  }

  /** La reine dit qu'elle est fatiguée. The queen says that she is tired. */
  Phrase reported() {
    Nominal speaker = choice.chance(75) ? nouns.onePerson() : nouns.someone();
    Verb say = choice.deal(speech.lexicon.verbs(WordClass.SAYING));
    Tense tense = speech.tense(say, speaker);
    Tense told = tense == Tense.PAST ? Tense.PAST : Tense.PRESENT;
    Phrase that = French.QUE.as(English.THAT);
    return speech.tell(
        speaker, speech.verb(say, speaker, tense), that.then(what(speaker.again(), told)));
  }

  /** La reine pleure parce qu'elle est triste. The queen cries because she is sad. */
  Phrase reason() {
    Nominal subject = nouns.onePerson();
    Tense tense = choice.chance(60) ? Tense.PRESENT : Tense.PAST;
    List<String> reason = choice.of(REASONS);
    Verb verb = speech.verb(reason.getFirst());
    Adjective adjective = speech.lexicon.adjective(choice.of(reason.subList(1, reason.size())));
    Cell because = new Cell();
    Phrase why =
        new Phrase(
            List.of(French.PARCE.head(because), French.QUE.head(because)),
            List.of(English.BECAUSE.head(because)));
    return speech.tell(
        subject,
        speech.verb(verb, subject, tense),
        why.then(being(subject.again(), tense, maybeVery(adjective, subject))));
  }

  /** A clause about the one who was named before: how he or she is, or what he or she needs. */
  private Phrase what(Nominal again, Tense tense) {
    if (choice.chance(70)) {
      return being(again, tense, ofPerson(again));
    }
    VerbGroup.Builder need = speech.verb(havingToBe(), again, tense).manner(speech.plainOrNot());
    return new Clause(again, need.build(), adverbials.expression("need")).statement();
  }

  private Phrase being(Nominal again, Tense tense, Phrase adjective) {
    VerbGroup.Builder be = speech.verb(speech.verb("être"), again, tense);
    return new Clause(again, be.build(), adjective).statement();
  }

  /** L'homme qui chante est mon frère. The man who sings is my brother. */
  Phrase relative() {
    Nominal known = nouns.definite(choice.gender());
    Verb verb = choice.deal(speech.lexicon.verbs(WordClass.ACTIVITY));
    Tense tense = choice.among(Tense.PRESENT, Tense.PAST);
    Phrase where = choice.chance(50) ? adverbials.at(adverbials.place()) : Phrase.EMPTY;
    Phrase deed = new Clause(known, speech.verb(verb, known, tense).build(), where).predicate();
    Nominal who = known.with(French.QUI.as(English.WHO).then(deed));
    Verb be = speech.verb("être");
    if (choice.chance(60)) {
      return speech.tell(who, speech.verb(be, who, Tense.PRESENT), ofPerson(who));
    }
    Noun relation = choice.deal(nouns.kin()).noun(known.gender());
    Phrase mine = nouns.ofSpeaker(relation).phrase();
    return speech.tell(who, speech.verb(be, who, Tense.PRESENT), mine);
  }
}
