package dev.dragoman.grammar;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws whom and what a sentence speaks of. */
final class NounPhrases {

  private static final Set<String> OWNED =
      Set.of("lost", "clothing", "pet", "vehicle", "opened", "broken", "washed");

  /** How many of a hundred single people with a noun for both are called by it. */
  private static final int CALLED_EITHER = 30;

  /** How many of a hundred single men and women are the rich or the shy. */
  private static final int NAMED_BY_QUALITY = 40;

  /** Adjectives that name people, with one form for both and no vowel to hide the article. */
  private static final List<String> QUALITIES =
      List.of("jeune", "riche", "pauvre", "faible", "timide", "malade");

  private static final Set<String> WANTING = Set.of("avoir", "vouloir");

  private final Lexicon lexicon;
  private final Choice choice;
  private final List<Pair> independent;
  private final List<Pair> somebodys;
  private final List<Pair> toldApart;
  private final List<Pair> hosts;
  private final Pair adults;
  private final List<Adjective> qualities;
  private final Set<Word> young;

  NounPhrases(Lexicon lexicon, Choice choice) {
    this.lexicon = lexicon;
    this.choice = choice;
    independent = lexicon.people().stream().filter(pair -> !pair.isSomebodys()).toList();
    somebodys = lexicon.people().stream().filter(Pair::isSomebodys).toList();
    toldApart =
        lexicon.people().stream()
            .filter(pair -> pair.isToldApart() && !pair.man().is("each"))
            .toList();
    // A pair that English tells apart shares few translations but its place, so it is visited more.
    hosts =
        independent.stream()
            .flatMap(pair -> Collections.nCopies(pair.isToldApart() ? 3 : 1, pair).stream())
            .toList();
    adults = lexicon.pair("homme");
    qualities = QUALITIES.stream().map(lexicon::adjective).toList();
    young =
        lexicon.people().stream()
            .flatMap(pair -> Stream.of(pair.man(), pair.woman()))
            .filter(noun -> noun.is("young"))
            .flatMap(noun -> noun.english().stream())
            .collect(Collectors.toSet());
  }

  /** Anybody who can do something. */
  Nominal subject() {
    return choice.chance(22) ? pronoun() : someone();
  }

  Nominal pronoun() {
    return Nominal.pronoun(choice.among(Person.values()), choice.gender());
  }

  /** Anybody but a pronoun. */
  Nominal someone() {
    return switch (choice.weighted(10, 7, 83)) {
      case 0 -> name();
      case 1 -> couple();
      default -> any(choice.deal(lexicon.people()));
    };
  }

  /** Anybody who is one person: what he or she, his or her depend on. */
  Nominal onePerson() {
    return choice.chance(12) ? name() : one(choice.deal(lexicon.people()), choice.gender());
  }

  /** Somebody else than the one who is spoken of already. */
  Nominal someoneElse(Nominal known) {
    Nominal other = someone();
    return known.sharesNoun(other) ? someoneElse(known) : other;
  }

  /** A first name; the table has the men's first. */
  Nominal name() {
    List<Expression> names = lexicon.simple(WordClass.NAME);
    Expression name = choice.deal(names);
    Gender gender = 2 * names.indexOf(name) < names.size() ? Gender.MASCULINE : Gender.FEMININE;
    return new Nominal(name.phrase(), Person.HE_OR_SHE, gender);
  }

  /** le roi et la reine: they come in pairs. */
  private Nominal couple() {
    Pair pair = choice.deal(toldApart);
    Determiner determiner =
        pair.isSomebodys() ? belongingTo(speakerOrHearer()) : Determiner.DEFINITE;
    Phrase both =
        Phrase.inOrder(
            new Nominal.Builder(pair.man(), Count.SINGULAR).build(determiner).phrase(),
            French.ET.as(English.AND),
            new Nominal.Builder(pair.woman(), Count.SINGULAR).build(determiner).phrase());
    return new Nominal(both, Person.THEY, Gender.MASCULINE);
  }

  /** One or several people of this pair. */
  Nominal any(Pair pair) {
    Gender gender = choice.gender();
    return choice.chance(63) ? one(pair, gender) : several(pair, gender);
  }

  /** One person of this pair. */
  Nominal one(Pair pair, Gender gender) {
    if (pair.isSomebodys()) {
      return somebodys(pair.noun(gender), Count.SINGULAR);
    }
    if (pair.equals(adults) && choice.chance(NAMED_BY_QUALITY)) {
      return byQuality(gender);
    }
    Nominal.Builder builder = new Nominal.Builder(called(pair, gender), Count.SINGULAR);
    if (pair.wordClass() == WordClass.ROYALTY && choice.chance(12)) {
      return builder
          .build(Determiner.DEFINITE)
          .with(choice.deal(lexicon.countries()).whence(English.OF));
    }
    switch (choice.weighted(14, 9, 10, 67)) {
      case 0 -> builder.adjective(choice.deal(lexicon.adjectives(WordClass.CHARACTER)));
      case 1 -> maybeAge(builder, pair);
      case 2 -> builder.adjective(choice.deal(lexicon.countries()).nationality());
      default -> {}
    }
    return builder.build(
        choice.among(
            Determiner.DEFINITE,
            Determiner.DEFINITE,
            Determiner.DEFINITE,
            Determiner.INDEFINITE,
            Determiner.DEMONSTRATIVE));
  }

  /** le roi or le monarque. */
  private Noun called(Pair pair, Gender gender) {
    return pair.either(gender)
        .filter(either -> choice.chance(CALLED_EITHER))
        .orElseGet(() -> pair.noun(gender));
  }

  /**
   * la timide, the shy woman: an adjective for both, so that the article alone tells the gender.
   */
  private Nominal byQuality(Gender gender) {
    Adjective quality = choice.deal(qualities);
    Determiner determiner =
        choice.among(
            Determiner.DEFINITE,
            Determiner.DEFINITE,
            Determiner.INDEFINITE,
            Determiner.DEMONSTRATIVE);
    French article = determiner.french(gender, Count.SINGULAR).getFirst();
    Cell meaning = new Cell();
    return new Nominal(
        article
            .as(determiner.english(Count.SINGULAR).getFirst())
            .then(
                new Phrase(
                    List.of(Token.head(quality.french(gender, Count.SINGULAR), meaning)),
                    List.of(
                        Token.head(quality.english(), meaning),
                        Token.helper(adults.noun(gender).english(Count.SINGULAR), meaning)))),
        Person.HE_OR_SHE,
        gender);
  }

  private Nominal several(Pair pair, Gender gender) {
    if (pair.isSomebodys()) {
      return somebodys(pair.noun(gender), Count.PLURAL);
    }
    Nominal.Builder builder = new Nominal.Builder(pair.noun(gender), Count.PLURAL);
    switch (choice.weighted(20, 12, 10, 58)) {
      case 0 -> {
        return builder.numeral(number()).build(Determiner.DEFINITE);
      }
      case 1 -> builder.adjective(choice.deal(lexicon.adjectives(WordClass.CHARACTER)));
      case 2 -> maybeAge(builder, pair);
      default -> {}
    }
    return builder.build(
        choice.among(Determiner.DEFINITE, Determiner.DEFINITE, Determiner.DEMONSTRATIVE));
  }

  /** Kin or friends with whose they are: my aunt, the friends of the king, Anna's cousin. */
  private Nominal somebodys(Noun noun, Count wanted) {
    if (choice.chance(30)) {
      Count count = possible(noun, Count.SINGULAR, wanted);
      Nominal owner = noun.is("each") ? definite(noun.gender().other()) : owner();
      return owned(new Nominal.Builder(noun, count), owner);
    }
    Person owner = speakerOrHearer();
    boolean fits = possible(noun, owner.count(), wanted) == wanted;
    return fits
        ? new Nominal.Builder(noun, wanted).build(belongingTo(owner))
        : somebodys(noun, wanted == Count.PLURAL ? atMostOneHas(noun) : wanted);
  }

  /** Several mothers need several children; whoever draws only one tries again with one mother. */
  private Count atMostOneHas(Noun noun) {
    return noun.is("one") || noun.is("each") ? Count.SINGULAR : Count.PLURAL;
  }

  /** How many such relatives an owner, or several owners, can have. */
  private static Count possible(Noun noun, Count owners, Count wanted) {
    boolean limited = noun.is("one") || noun.is("each");
    if (limited && owners == Count.SINGULAR) {
      return Count.SINGULAR;
    }
    return noun.is("each") ? Count.PLURAL : wanted;
  }

  /** le livre de la reine, the book of the queen; but le livre d'Anna, Anna's book. */
  Nominal owned(Nominal.Builder thing, Nominal owner) {
    if (!owner.isName()) {
      return thing.build(Determiner.DEFINITE).with(French.DE.as(English.OF).then(owner.phrase()));
    }
    Nominal bare = thing.build(Determiner.GENERIC);
    Phrase of = French.DE.as(English.S);
    Phrase phrase =
        Phrase.crossing(
            List.of(bare.phrase(), of, owner.phrase()), List.of(owner.phrase(), of, bare.phrase()));
    return new Nominal(phrase, bare.person(), bare.gender());
  }

  /** Whose friend, whose dress: a name or a person with the article. */
  Nominal owner() {
    return choice.chance(25) ? name() : definite(choice.gender());
  }

  /** To whom something is given: like an owner, or several: aux acteurs. */
  Nominal receiver() {
    return choice.chance(60)
        ? owner()
        : new Nominal.Builder(choice.deal(independent).noun(choice.gender()), Count.PLURAL)
            .build(Determiner.DEFINITE);
  }

  /** The person with nothing but the article; no kin, whose owner would be missing. */
  Nominal definite(Gender gender) {
    Noun noun = called(choice.deal(independent), gender);
    return new Nominal.Builder(noun, Count.SINGULAR).build(Determiner.DEFINITE);
  }

  /** Somebody at whose place the subject can be, and not the subject itself. */
  Host host(Nominal subject) {
    Pair pair = choice.deal(hosts);
    Noun person = pair.noun(choice.gender());
    return subject.mentions(Set.copyOf(person.english()))
        ? host(subject)
        : new Host(person, pair.place());
  }

  /** One of mine, of yours, of ours or of theirs: owners who need not be in the sentence. */
  Nominal ofSpeaker(Noun noun) {
    return somebodys(noun, Count.SINGULAR);
  }

  /** my, your, our, their: owners who need not be named. */
  Person speakerOrHearer() {
    return choice.among(Person.I, Person.YOU, Person.WE, Person.YOU_ALL, Person.THEY);
  }

  static Determiner belongingTo(Person owner) {
    return Determiner.possessive(owner, Gender.MASCULINE);
  }

  Expression number() {
    return choice.deal(lexicon.simple(WordClass.NUMBER));
  }

  List<Pair> kin() {
    return somebodys;
  }

  List<Pair> independent() {
    return independent;
  }

  private void maybeAge(Nominal.Builder builder, Pair pair) {
    if (!pair.man().is("young")) {
      builder.adjective(ageOfPeople());
    }
  }

  private Adjective ageOfPeople() {
    Adjective age = choice.deal(lexicon.adjectives(WordClass.AGE));
    return age.of().contains("people") ? age : ageOfPeople();
  }

  /** A thing that this verb can take, introduced as the verb and its manner allow. */
  Nominal object(Verb verb, Nominal subject, Manner manner) {
    String group = choice.of(verb.groups());
    return switch (group) {
      case "people" -> choice.chance(35) ? kinOf(subject) : someoneElse(subject);
      case "country" -> unnamed(choice.deal(lexicon.countries()).withArticle(), Gender.FEMININE);
      case "language" ->
          unnamed(choice.deal(lexicon.countries()).languageWithArticle(), Gender.MASCULINE);
      default -> object(verb, choice.deal(lexicon.nouns(group)), subject, manner);
    };
  }

  private static Nominal unnamed(Phrase phrase, Gender gender) {
    return new Nominal(phrase, Person.HE_OR_SHE, gender);
  }

  /**
   * sa fille, his daughter: only of a subject that leaves no doubt whose; children do not marry.
   */
  Nominal kinOf(Nominal subject) {
    if (!subject.isPlain()) {
      return someoneElse(subject);
    }
    Pair pair = choice.deal(somebodys);
    if (pair.man().is("each") && subject.mentions(young)) {
      return kinOf(subject);
    }
    boolean spouse = pair.man().is("each") && subject.person().count() == Count.SINGULAR;
    Noun noun = pair.noun(spouse ? subject.gender().other() : choice.gender());
    Count wanted = choice.chance(75) ? Count.SINGULAR : Count.PLURAL;
    Count count = possible(noun, subject.count(), wanted);
    Nominal own =
        new Nominal.Builder(noun, count)
            .build(Determiner.possessive(subject.person(), subject.gender()));
    return subject.sharesNoun(own) ? kinOf(subject) : own;
  }

  Nominal object(Verb verb, Noun noun, Nominal subject, Manner manner) {
    boolean wanting = WANTING.contains(verb.lemma());
    if (verb.wordClass() == WordClass.EMOTION) {
      return new Nominal.Builder(noun, noun.hasPlural() ? Count.PLURAL : Count.SINGULAR)
          .build(Determiner.GENERIC);
    }
    if (noun.isMass()) {
      return mass(noun, manner, wanting);
    }
    if (noun.is("realm")) {
      return new Nominal.Builder(noun, Count.SINGULAR).build(ownOr(Determiner.DEFINITE, subject));
    }
    boolean owned = !wanting && subject.isPlain() && OWNED.stream().anyMatch(noun::is);
    return switch (choice.weighted(
        26, wanting ? 0 : 36, noun.hasPlural() ? 15 : 0, owned ? 36 : 0)) {
      case 0 -> indefinite(noun, manner);
      case 1 -> definite(noun);
      case 2 -> manner.isNegative() ? indefinite(noun, manner) : counted(noun);
      default ->
          described(noun, singularMostly(noun, 80))
              .build(Determiner.possessive(subject.person(), subject.gender()));
    };
  }

  private Determiner ownOr(Determiner other, Nominal subject) {
    return subject.isPlain() && choice.chance(50)
        ? Determiner.possessive(subject.person(), subject.gender())
        : other;
  }

  private Count singularMostly(Noun noun, int percent) {
    return !noun.hasPlural() || choice.chance(percent) ? Count.SINGULAR : Count.PLURAL;
  }

  private Nominal mass(Noun noun, Manner manner, boolean wanting) {
    if (!wanting && choice.chance(40)) {
      return described(noun, Count.SINGULAR).build(Determiner.DEFINITE);
    }
    return new Nominal.Builder(noun, Count.SINGULAR)
        .build(manner.isNegative() ? Determiner.NOT_ANY : Determiner.PARTITIVE);
  }

  private Nominal indefinite(Noun noun, Manner manner) {
    Count count = singularMostly(noun, 55);
    return manner.isNegative()
        ? new Nominal.Builder(noun, count).build(Determiner.NOT_ONE)
        : described(noun, count).build(Determiner.INDEFINITE);
  }

  private Nominal definite(Noun noun) {
    return described(noun, singularMostly(noun, 62))
        .build(choice.chance(75) ? Determiner.DEFINITE : Determiner.DEMONSTRATIVE);
  }

  private Nominal counted(Noun noun) {
    return new Nominal.Builder(noun, Count.PLURAL).numeral(number()).build(Determiner.INDEFINITE);
  }

  /** A thing, in about one of three cases with an adjective. */
  Nominal.Builder described(Noun noun, Count count) {
    Nominal.Builder builder = new Nominal.Builder(noun, count);
    List<Adjective> fitting = lexicon.attributes(noun);
    if (!fitting.isEmpty() && choice.chance(36)) {
      builder.adjective(choice.of(fitting));
    }
    return builder;
  }
}
