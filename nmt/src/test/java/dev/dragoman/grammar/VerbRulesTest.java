package dev.dragoman.grammar;

import static dev.dragoman.grammar.SampleSentences.LEXICON;
import static dev.dragoman.grammar.SampleSentences.ask;
import static dev.dragoman.grammar.SampleSentences.both;
import static dev.dragoman.grammar.SampleSentences.country;
import static dev.dragoman.grammar.SampleSentences.one;
import static dev.dragoman.grammar.SampleSentences.pronoun;
import static dev.dragoman.grammar.SampleSentences.several;
import static dev.dragoman.grammar.SampleSentences.tell;
import static dev.dragoman.grammar.SampleSentences.verb;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerbRulesTest {

  private static final Nominal KING = one("roi").build(Determiner.DEFINITE);
  private static final Nominal QUEEN = one("reine").build(Determiner.DEFINITE);
  private static final Nominal I = pronoun(Person.I, Gender.FEMININE);
  private static final Nominal SHE = pronoun(Person.HE_OR_SHE, Gender.FEMININE);
  private static final Nominal THEY = pronoun(Person.THEY, Gender.FEMININE);
  private static final Phrase APPLE = one("pomme").build(Determiner.INDEFINITE).phrase();

  @ParameterizedTest
  @CsvSource({
    "I, Je mange une pomme. → I eat an apple.",
    "YOU, Tu manges une pomme. → You eat an apple.",
    "HE_OR_SHE, Il mange une pomme. → He eats an apple.",
    "WE, Nous mangeons une pomme. → We eat an apple.",
    "YOU_ALL, Vous mangez une pomme. → You eat an apple.",
    "THEY, Ils mangent une pomme. → They eat an apple."
  })
  void thePresentAgreesWithItsSubject(Person person, String expected) {
    Nominal subject = pronoun(person, Gender.MASCULINE);
    assertThat(both(tell(subject, verb("manger", subject, Tense.PRESENT), APPLE)))
        .isEqualTo(expected);
  }

  @Test
  void thePastOfEventsIsThePasseCompose() {
    assertThat(both(tell(I, verb("manger", I, Tense.PAST), APPLE)))
        .isEqualTo("J'ai mangé une pomme. → I ate an apple.");
  }

  @Test
  void theParticipleOfGoingAgreesWithWhoWent() {
    assertThat(both(tell(THEY, verb("partir", THEY, Tense.PAST), Phrase.EMPTY)))
        .isEqualTo("Elles sont parties. → They left.");
    assertThat(
            both(tell(KING, verb("aller", KING, Tense.PAST), country("Japon").where(English.TO))))
        .isEqualTo("Le roi est allé au Japon. → The king went to Japan.");
  }

  @Test
  void thePastOfStatesIsTheImperfect() {
    assertThat(both(tell(I, verb("être", I, Tense.PAST), adjective("triste", I))))
        .isEqualTo("J'étais triste. → I was sad.");
    assertThat(both(tell(THEY, verb("avoir", THEY, Tense.PAST), APPLE)))
        .isEqualTo("Elles avaient une pomme. → They had an apple.");
    assertThat(both(tell(SHE, verb("connaître", SHE, Tense.PAST), KING.phrase())))
        .isEqualTo("Elle connaissait le roi. → She knew the king.");
  }

  @Test
  void theFutureIsAllerWithTheInfinitive() {
    assertThat(both(tell(SHE, verb("être", SHE, Tense.FUTURE), adjective("heureux", SHE))))
        .isEqualTo("Elle va être heureuse. → She will be happy.");
  }

  @Test
  void negationEnclosesTheVerbAndNeedsDo() {
    assertThat(
            both(
                tell(
                    KING,
                    verb("manger", KING, Tense.PRESENT).manner(Manner.NOT),
                    one("pain").build(Determiner.NOT_ANY).phrase())))
        .isEqualTo("Le roi ne mange pas de pain. → The king does not eat bread.");
    assertThat(
            both(
                tell(
                    I,
                    verb("manger", I, Tense.PAST).manner(Manner.NOT),
                    one("pomme").build(Determiner.NOT_ONE).phrase())))
        .isEqualTo("Je n'ai pas mangé de pomme. → I did not eat an apple.");
    assertThat(
            both(
                tell(
                    SHE, verb("être", SHE, Tense.PAST).manner(Manner.NOT), adjective("seul", SHE))))
        .isEqualTo("Elle n'était pas seule. → She was not alone.");
    assertThat(
            both(tell(SHE, verb("chanter", SHE, Tense.FUTURE).manner(Manner.NEVER), Phrase.EMPTY)))
        .isEqualTo("Elle ne va jamais chanter. → She will never sing.");
    assertThat(
            both(
                tell(
                    SHE,
                    verb("pouvoir", SHE, Tense.PRESENT).manner(Manner.NOT),
                    Speech.infinitive(LEXICON.verb("nager"), false))))
        .isEqualTo("Elle ne peut pas nager. → She cannot swim.");
  }

  @Test
  void adverbsFollowTheFrenchVerbAndPrecedeTheEnglishOne() {
    assertThat(
            both(
                tell(
                    QUEEN,
                    verb("dormir", QUEEN, Tense.PRESENT).manner(Manner.OFTEN),
                    Phrase.EMPTY)))
        .isEqualTo("La reine dort souvent. → The queen often sleeps.");
    assertThat(
            both(
                tell(
                    QUEEN,
                    verb("être", QUEEN, Tense.PRESENT).manner(Manner.RARELY),
                    adjective("calme", QUEEN))))
        .isEqualTo("La reine est rarement calme. → The queen is rarely calm.");
  }

  @Test
  void questionsBeginWithEstCeQueAndAnAuxiliary() {
    assertThat(both(ask(SHE, verb("manger", SHE, Tense.PAST), APPLE)))
        .isEqualTo("Est-ce qu'elle a mangé une pomme? → Did she eat an apple?");
    assertThat(both(ask(QUEEN, verb("être", QUEEN, Tense.PRESENT), adjective("fier", QUEEN))))
        .isEqualTo("Est-ce que la reine est fière? → Is the queen proud?");
    assertThat(ask(KING, verb("dormir", KING, Tense.PRESENT), Phrase.EMPTY).sourceTokens())
        .containsExactly("Est", "-", "ce", "que", "le", "roi", "dort", "?");
  }

  @Test
  void objectPronounsStandBeforeTheFrenchVerb() {
    Phrase her = Conjugation.object(Person.HE_OR_SHE, Gender.FEMININE);
    Phrase me = Conjugation.object(Person.I, Gender.FEMININE);
    assertThat(both(tell(KING, verb("voir", KING, Tense.PRESENT).pronoun(her), Phrase.EMPTY)))
        .isEqualTo("Le roi la voit. → The king sees her.");
    assertThat(both(tell(KING, verb("voir", KING, Tense.FUTURE).pronoun(her), Phrase.EMPTY)))
        .isEqualTo("Le roi va la voir. → The king will see her.");
    assertThat(
            both(
                tell(
                    KING,
                    verb("aider", KING, Tense.PRESENT).pronoun(me).manner(Manner.NOT),
                    Phrase.EMPTY)))
        .isEqualTo("Le roi ne m'aide pas. → The king does not help me.");
  }

  @Test
  void reflexiveVerbsAgreeAndTakeEtre() {
    assertThat(both(tell(QUEEN, verb("laver", QUEEN, Tense.PAST).reflexive(), Phrase.EMPTY)))
        .isEqualTo("La reine s'est lavée. → The queen washed herself.");
    assertThat(both(tell(KING, verb("cacher", KING, Tense.FUTURE).reflexive(), Phrase.EMPTY)))
        .isEqualTo("Le roi va se cacher. → The king will hide himself.");
  }

  @Test
  void theComparativeIsOneWordOrMore() {
    Adjective rich = LEXICON.adjective("riche");
    Adjective famous = LEXICON.adjective("célèbre");
    assertThat(
            both(
                tell(
                    QUEEN,
                    verb("être", QUEEN, Tense.PRESENT),
                    Phrase.inOrder(
                        rich.compared(Gender.FEMININE, Count.SINGULAR),
                        French.QUE.as(English.THAN),
                        KING.phrase()))))
        .isEqualTo("La reine est plus riche que le roi. → The queen is richer than the king.");
    assertThat(
            both(
                tell(
                    THEY,
                    verb("être", THEY, Tense.PRESENT),
                    famous.compared(Gender.FEMININE, Count.PLURAL))))
        .isEqualTo("Elles sont plus célèbres. → They are more famous.");
  }

  @ParameterizedTest
  @CsvSource({
    "voir, sees", "acheter, buys", "choisir, chooses", "embrasser, kisses", "laver, washes",
    "étudier, studies", "pleurer, cries", "jouer, plays", "aller, goes", "avoir, has",
    "regarder, watches"
  })
  void theEnglishThirdPersonFollowsItsRules(String french, String expected) {
    assertThat(LEXICON.verb(french).english().plain(Person.HE_OR_SHE, Tense.PRESENT))
        .extracting(Word::text)
        .first()
        .isEqualTo(expected);
  }

  @Test
  void severalSubjectsTakeThePlural() {
    Nominal queens = several("reine").build(Determiner.DEFINITE);
    assertThat(both(tell(queens, verb("être", queens, Tense.PAST), adjective("jaune", queens))))
        .isEqualTo("Les reines étaient jaunes. → The queens were yellow.");
  }

  private static Phrase adjective(String french, Nominal subject) {
    return LEXICON.adjective(french).predicate(subject.gender(), subject.count());
  }
}
