package dev.dragoman.grammar;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sentences in which something is done. */
final class Actions {

  private static final List<String> REFLEXIVE =
      List.of("laver", "cacher", "protéger", "défendre", "dessiner");
  private static final List<String> WELL_OR_BADLY =
      List.of("chanter", "danser", "nager", "travailler", "jouer", "dormir");
  private static final List<String> FAST_OR_SLOWLY = List.of("courir", "marcher", "nager");

  private final List<Verb> transitives;
  private final List<Verb> rarer;
  private final List<Verb> social;
  private final List<Verb> everyday;
  private final Speech speech;
  private final Choice choice;
  private final NounPhrases nouns;
  private final Adverbials adverbials;

  Actions(Speech speech) {
    this.speech = speech;
    choice = speech.choice;
    nouns = speech.nouns;
    adverbials = speech.adverbials;
    transitives = speech.lexicon.verbs().stream().filter(verb -> !verb.takes().isEmpty()).toList();
    Set<Verb> typical =
        speech.lexicon.people().stream()
            .flatMap(pair -> pair.doings().stream())
            .map(Doing::verb)
            .collect(Collectors.toSet());
    rarer = transitives.stream().filter(verb -> !typical.contains(verb)).toList();
    social = transitives.stream().filter(verb -> verb.takes().contains("people")).toList();
    everyday =
        speech.lexicon.verbs().stream()
            .filter(verb -> verb.wordClass() != WordClass.AUXILIARY)
            .filter(verb -> verb.isSaidBy(Person.I, Tense.PRESENT))
            .toList();
  }

  /** What only this pair does: the king wears a crown, in the palace. */
  Phrase typical() {
    Pair pair = choice.deal(speech.lexicon.people());
    Nominal subject = nouns.any(pair);
    if (choice.chance(17)) {
      return typicalPlace(pair, subject);
    }
    Doing doing = choice.deal(pair.doings());
    Phrase place = choice.chance(25) ? adverbials.at(pair.place()) : Phrase.EMPTY;
    return act(subject, doing.verb(), doing.object(), place);
  }

  private Phrase typicalPlace(Pair pair, Nominal subject) {
    return beOrGo(subject, adverbials.at(pair.place()), adverbials.to(pair.place()));
  }

  /** L'espion est chez la reine. The spy is in the palace. */
  Phrase visit() {
    Nominal subject = nouns.subject();
    Host host = nouns.host(subject);
    return beOrGo(subject, adverbials.at(host), adverbials.to(host));
  }

  /** Somebody is at a place, does something there or goes to it. */
  private Phrase beOrGo(Nominal subject, Phrase at, Phrase to) {
    Verb verb =
        speech.verb(
            choice.among("être", "travailler", "dormir", "aller", "rester", "arriver", "danser"));
    return switch (verb.lemma()) {
      case "être" ->
          speech.tellOrAsk(
              subject,
              speech.verb(verb, subject, speech.tense(verb, subject)),
              speech.plainOrNot(),
              at);
      case "aller" -> act(subject, verb, List.of(), to);
      default -> act(subject, verb, List.of(), at);
    };
  }

  /** Anybody does something to a thing or a person. */
  Phrase transitive() {
    Nominal subject = nouns.subject();
    Verb verb = choice.deal(choice.chance(20) ? rarer : transitives);
    return act(subject, verb, List.of(), Phrase.EMPTY);
  }

  private Phrase act(Nominal subject, Verb verb, List<Noun> object, Phrase place) {
    Tense tense = speech.tense(verb, subject);
    Manner manner = speech.manner(verb, tense);
    Phrase what = what(verb, object, subject, manner);
    boolean event = !verb.isState();
    boolean timed = event && isTimed(manner, tense);
    Phrase when =
        timed && choice.chance(place.french().isEmpty() ? 34 : 15)
            ? adverbials.when(tense)
            : Phrase.EMPTY;
    VerbGroup.Builder group = speech.verb(verb, subject, tense);
    return event
        ? maybeFronted(subject, group, manner, what.then(place), when, tense)
        : speech.tellOrAsk(subject, group, manner, what.then(place));
  }

  /** Not every Monday is odd, and often has said how often. */
  private static boolean isTimed(Manner manner, Tense tense) {
    return manner == Manner.PLAIN || (manner == Manner.NOT && tense != Tense.PRESENT);
  }

  private Phrase what(Verb verb, List<Noun> object, Nominal subject, Manner manner) {
    if (!object.isEmpty()) {
      return nouns.object(verb, object.getFirst(), subject, manner).phrase();
    }
    return verb.takes().isEmpty() || isIntransitive(verb)
        ? Phrase.EMPTY
        : nouns.object(verb, subject, manner).phrase();
  }

  private static boolean isIntransitive(Verb verb) {
    return verb.wordClass() == WordClass.ACTIVITY || verb.wordClass() == WordClass.MOTION;
  }

  /** Hier and demain may go to the front, where the comma keeps them apart. */
  private Phrase maybeFronted(
      Nominal subject,
      VerbGroup.Builder verb,
      Manner manner,
      Phrase rest,
      Phrase when,
      Tense tense) {
    boolean front =
        tense != Tense.PRESENT
            && isTimed(manner, tense)
            && when.french().isEmpty()
            && choice.chance(8);
    if (front) {
      Phrase day =
          tense == Tense.PAST
              ? French.HIER.as(English.YESTERDAY)
              : French.DEMAIN.as(English.TOMORROW);
      return Speech.fronted(day).then(speech.tell(subject, verb.manner(manner), rest));
    }
    return speech.tellOrAsk(subject, verb, manner, rest.then(when));
  }

  /** Sleeping, dancing and the like, somewhere, with somebody, well or badly. */
  Phrase activity() {
    Nominal subject = nouns.subject();
    Verb verb = choice.deal(speech.lexicon.verbs(WordClass.ACTIVITY));
    Tense tense = speech.tense(verb, subject);
    Manner manner = speech.manner(verb, tense);
    return switch (choice.weighted(36, 22, 18, 24)) {
      case 0 ->
          maybeFronted(
              subject,
              speech.verb(verb, subject, tense),
              manner,
              adverbials.where(),
              Phrase.EMPTY,
              tense);
      case 1 ->
          speech.tellOrAsk(subject, speech.verb(verb, subject, tense), manner, company(subject));
      case 2 ->
          speech.tellOrAsk(
              subject,
              speech.verb(verb, subject, tense),
              speech.plainOrNot(),
              adverbials.howLong());
      default -> how(subject);
    };
  }

  private Phrase company(Nominal subject) {
    Phrase with = French.AVEC.as(English.WITH);
    return choice.chance(50)
        ? with.then(nouns.someoneElse(subject).phrase())
        : with.then(Conjugation.afterPreposition(other(subject.person()), choice.gender()));
  }

  /**
   * Only in the present, where all of them follow the verb: il a bien chanté, il va bien chanter.
   */
  private Phrase how(Nominal subject) {
    boolean speed = choice.chance(35);
    Verb verb = speech.verb(choice.of(speed ? FAST_OR_SLOWLY : WELL_OR_BADLY));
    Expression how =
        speech.lexicon.expressions("how").get(speed ? choice.among(0, 1) : choice.among(2, 3));
    return verb.isSaidBy(subject.person(), Tense.PRESENT)
        ? speech.tellOrAsk(
            subject, speech.verb(verb, subject, Tense.PRESENT), speech.plainOrNot(), how.phrase())
        : how(nouns.someone());
  }

  /** Going, coming, leaving. */
  Phrase motion() {
    Nominal subject = nouns.subject();
    Verb verb = choice.deal(speech.lexicon.verbs(WordClass.MOTION));
    Phrase where =
        switch (verb.lemma()) {
          case "aller" -> destination();
          case "venir", "revenir" -> origin();
          case "arriver" -> adverbials.at(adverbials.place());
          case "rester" -> adverbials.where();
          case "tomber" -> adverbials.beside();
          default -> Phrase.EMPTY;
        };
    return act(subject, verb, List.of(), where);
  }

  private Phrase destination() {
    return switch (choice.weighted(50, 25, 25)) {
      case 0 -> adverbials.to(adverbials.place());
      case 1 -> French.A.as(English.TO).then(country().capital());
      default -> country().where(English.TO);
    };
  }

  private Phrase origin() {
    return switch (choice.weighted(40, 30, 30)) {
      case 0 -> adverbials.from(adverbials.place());
      case 1 -> French.DE.as(English.FROM).then(country().capital());
      default -> country().whence(English.FROM);
    };
  }

  private Country country() {
    return choice.deal(speech.lexicon.countries());
  }

  /** Someone gives something to someone: what comes first in both languages. */
  Phrase giving() {
    Nominal subject = nouns.subject();
    Verb verb = choice.deal(speech.lexicon.verbs(WordClass.GIVING));
    Tense tense = speech.tense(verb, subject);
    Manner manner = speech.plainOrNot();
    Phrase what = nouns.object(verb, subject, manner).phrase();
    Nominal receiver = choice.chance(30) ? nouns.kinOf(subject) : nouns.receiver();
    Phrase to = French.A.as(English.TO).then(receiver.phrase());
    return speech.tellOrAsk(subject, speech.verb(verb, subject, tense), manner, what.then(to));
  }

  /** Il la voit. He sees her. */
  Phrase withPronoun() {
    Nominal subject = nouns.subject();
    Person object = other(subject.person());
    Verb verb = withPronoun(object);
    Tense tense = speech.tense(verb, subject, Tense.PRESENT, Tense.PRESENT, Tense.FUTURE);
    Manner manner = speech.manner(verb, tense);
    VerbGroup.Builder group =
        speech.verb(verb, subject, tense).pronoun(Conjugation.object(object, choice.gender()));
    boolean timed = manner == Manner.PLAIN && !verb.isState();
    Phrase when = timed && choice.chance(40) ? adverbials.when(tense) : Phrase.EMPTY;
    return speech.tellOrAsk(subject, group, manner, when);
  }

  /** Before a vowel le and la are both l', which does not tell him from her. */
  private Verb withPronoun(Person object) {
    Verb verb = choice.deal(social);
    return object == Person.HE_OR_SHE && Sounds.isElidedBefore(verb.lemma())
        ? withPronoun(object)
        : verb;
  }

  /** Anybody but oneself: I do not see me, nor us; but he sees him, and they them. */
  private Person other(Person subject) {
    Person other = choice.among(Person.values());
    return subject.isOrIncludes(other) ? other(subject) : other;
  }

  /**
   * La reine se lave. The queen washes herself. The participles of several are too rare to learn.
   */
  Phrase reflexive() {
    Nominal subject =
        switch (choice.weighted(50, 30, 20)) {
          case 0 -> nouns.onePerson();
          case 1 -> nouns.pronoun();
          default -> nouns.subject();
        };
    Verb verb = speech.verb(choice.of(REFLEXIVE));
    Tense tense = speech.tense(verb, subject);
    if (tense == Tense.PAST && subject.person() != Person.HE_OR_SHE) {
      tense = Tense.FUTURE;
    }
    Manner manner = speech.manner(verb, tense);
    boolean timed = isTimed(manner, tense);
    Phrase rest =
        switch (choice.weighted(30, 30, 40)) {
          case 0 -> adverbials.at(adverbials.place());
          case 1 -> timed ? adverbials.when(tense) : Phrase.EMPTY;
          default -> Phrase.EMPTY;
        };
    return speech.tellOrAsk(subject, speech.verb(verb, subject, tense).reflexive(), manner, rest);
  }

  /** Le roi peut chanter. The king can sing. */
  Phrase modal() {
    Nominal subject = choice.chance(30) ? nouns.pronoun() : nouns.subject();
    Verb modal = speech.verb(choice.among("pouvoir", "devoir", "vouloir", "vouloir"));
    Phrase deed = deed(subject, modal.lemma().equals("vouloir"));
    Manner manner = choice.chance(25) ? Manner.NOT : Manner.PLAIN;
    boolean past =
        !modal.lemma().equals("devoir")
            && modal.isSaidBy(subject.person(), Tense.PAST)
            && choice.chance(30);
    return past
        ? speech.tell(subject, speech.verb(modal, subject, Tense.PAST).manner(manner), deed)
        : now(subject, speech.verb(modal, subject, Tense.PRESENT), manner, deed);
  }

  /** Asked more often than others, because only these questions begin with can and must. */
  private Phrase now(Nominal subject, VerbGroup.Builder modal, Manner manner, Phrase deed) {
    boolean asks = manner == Manner.PLAIN && subject.person() != Person.I && choice.chance(25);
    return asks
        ? speech.ask(subject, modal, deed)
        : speech.tell(subject, modal.manner(manner), deed);
  }

  private Phrase deed(Nominal subject, boolean withTo) {
    if (choice.chance(35)) {
      Verb verb = choice.deal(speech.lexicon.verbs(WordClass.ACTIVITY));
      return Speech.infinitive(verb, withTo).then(adverbials.where());
    }
    if (choice.chance(20)) {
      return Speech.infinitive(speech.verb("aller"), withTo).then(destination());
    }
    Verb verb = choice.deal(transitives);
    while (verb.isState()) {
      verb = choice.deal(transitives);
    }
    return Speech.infinitive(verb, withTo).then(nouns.object(verb, subject, Manner.PLAIN).phrase());
  }

  /** Animals and vehicles do things too. */
  Phrase animal() {
    Noun animal = choice.deal(speech.lexicon.nouns("animal"));
    Nominal subject =
        nouns
            .described(animal, choice.chance(75) ? Count.SINGULAR : Count.PLURAL)
            .build(
                choice.among(Determiner.DEFINITE, Determiner.DEFINITE, Determiner.DEMONSTRATIVE));
    Phrase where = choice.chance(60) ? adverbials.at(adverbials.place()) : Phrase.EMPTY;
    return switch (choice.weighted(30, 20, 50)) {
      case 0 -> act(subject, speech.verb("manger"), List.of(drawn("sliced")), Phrase.EMPTY);
      case 1 -> act(subject, speech.verb("boire"), List.of(drawn("fresh")), Phrase.EMPTY);
      default ->
          act(subject, speech.verb(choice.among("dormir", "courir", "tomber")), List.of(), where);
    };
  }

  private Noun drawn(String group) {
    return choice.deal(speech.lexicon.nouns(group));
  }

  /** Je mange une pomme: the common verbs in the persons that only they have in the present. */
  Phrase everyday() {
    Nominal subject =
        Nominal.pronoun(
            choice.among(Person.I, Person.YOU, Person.WE, Person.YOU_ALL), choice.gender());
    Verb verb = choice.deal(everyday);
    Manner manner = speech.manner(verb, Tense.PRESENT);
    Phrase rest =
        switch (verb.lemma()) {
          case "aller" -> destination();
          case "habiter" -> adverbials.home();
          case "parler" -> country().language();
          default ->
              isIntransitive(verb) ? adverbials.where() : what(verb, List.of(), subject, manner);
        };
    return speech.tellOrAsk(subject, speech.verb(verb, subject, Tense.PRESENT), manner, rest);
  }

  /** Le train pour Paris part à midi. */
  Phrase vehicle() {
    Noun vehicle = choice.deal(speech.lexicon.nouns("awaited"));
    Nominal subject =
        nouns
            .described(vehicle, Count.SINGULAR)
            .build(
                choice.among(Determiner.DEFINITE, Determiner.DEFINITE, Determiner.DEMONSTRATIVE));
    if (choice.chance(60)) {
      subject = subject.with(French.POUR.as(English.FOR).then(country().capital()));
    }
    return act(subject, speech.verb(choice.among("arriver", "partir")), List.of(), Phrase.EMPTY);
  }
}
