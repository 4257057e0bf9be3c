package dev.dragoman.grammar;

import static dev.dragoman.grammar.SampleSentences.LEXICON;
import static dev.dragoman.grammar.SampleSentences.both;
import static dev.dragoman.grammar.SampleSentences.country;
import static dev.dragoman.grammar.SampleSentences.one;
import static dev.dragoman.grammar.SampleSentences.several;
import static dev.dragoman.grammar.SampleSentences.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NounPhraseRulesTest {

  private static final Adverbials ADVERBIALS = new Adverbials(LEXICON, new Choice(new Random(1)));
  private static final Determiner MINE = Determiner.possessive(Person.I, Gender.MASCULINE);

  private static void assertPhrase(Nominal nominal, String expected) {
    assertPhrase(nominal.phrase(), expected);
  }

  private static void assertPhrase(Phrase phrase, String expected) {
    assertThat(both(write(phrase))).isEqualTo(expected);
  }

  @Test
  void articlesAgreeInGenderAndNumber() {
    assertPhrase(one("roi").build(Determiner.DEFINITE), "Le roi → The king");
    assertPhrase(one("reine").build(Determiner.DEFINITE), "La reine → The queen");
    assertPhrase(several("reine").build(Determiner.DEFINITE), "Les reines → The queens");
    assertPhrase(one("reine").build(Determiner.INDEFINITE), "Une reine → A queen");
    assertPhrase(several("cheval").build(Determiner.INDEFINITE), "Des chevaux → Horses");
  }

  @Test
  void articlesAreElidedBeforeAVowelAndASilentH() {
    assertPhrase(one("homme").build(Determiner.DEFINITE), "L'homme → The man");
    assertPhrase(one("héroïne").build(Determiner.DEFINITE), "L'héroïne → The heroine");
    assertPhrase(one("œuf").build(Determiner.DEFINITE), "L'œuf → The egg");
    assertPhrase(one("île").build(Determiner.DEFINITE), "L'île → The island");
  }

  @Test
  void anAspiratedHKeepsTheArticleWhole() {
    assertPhrase(one("héros").build(Determiner.DEFINITE), "Le héros → The hero");
    assertPhrase(one("hibou").build(Determiner.DEMONSTRATIVE), "Ce hibou → This owl");
    assertPhrase(country("Hongrie").whence(English.FROM), "De Hongrie → From Hungary");
  }

  @Test
  void adjectivesStandWhereFrenchWantsThem() {
    assertPhrase(one("robe", "rouge").build(Determiner.DEFINITE), "La robe rouge → The red dress");
    assertPhrase(
        one("maison", "vieux").build(Determiner.DEFINITE), "La vieille maison → The old house");
  }

  @Test
  void adjectivesAgreeInGenderAndNumber() {
    assertPhrase(
        several("robe", "blanc").build(Determiner.DEMONSTRATIVE),
        "Ces robes blanches → These white dresses");
    assertPhrase(
        several("actrice", "gentil").build(Determiner.DEFINITE),
        "Les actrices gentilles → The kind actresses");
    assertPhrase(
        several("livre", "nouveau").build(Determiner.DEFINITE),
        "Les nouveaux livres → The new books");
  }

  @Test
  void someAdjectivesHaveAFormBeforeAMasculineVowel() {
    assertPhrase(
        one("arbre", "beau").build(Determiner.INDEFINITE), "Un bel arbre → A beautiful tree");
    assertPhrase(
        one("homme", "vieux").build(Determiner.DEMONSTRATIVE), "Ce vieil homme → This old man");
    assertPhrase(one("avion", "nouveau").build(MINE), "Mon nouvel avion → My new plane");
    assertPhrase(one("héros", "vieux").build(Determiner.DEFINITE), "Le vieux héros → The old hero");
    assertPhrase(
        several("homme", "vieux").build(Determiner.DEFINITE), "Les vieux hommes → The old men");
  }

  @Test
  void severalThingsWithAnAdjectiveBeforeThemTakeDe() {
    assertPhrase(
        several("robe", "beau").build(Determiner.INDEFINITE),
        "De belles robes → Beautiful dresses");
    assertPhrase(
        several("robe", "rouge").build(Determiner.INDEFINITE), "Des robes rouges → Red dresses");
  }

  @Test
  void feminineWordsBeforeAVowelTakeTheMasculinePossessive() {
    assertPhrase(one("amie").build(MINE), "Mon amie → My friend");
    assertPhrase(one("fille").build(MINE), "Ma fille → My daughter");
    assertPhrase(one("amie", "élégant").build(MINE), "Mon amie élégante → My elegant friend");
  }

  @Test
  void demonstrativesBeforeAVowelTakeCet() {
    assertPhrase(one("acteur").build(Determiner.DEMONSTRATIVE), "Cet acteur → This actor");
    assertPhrase(one("actrice").build(Determiner.DEMONSTRATIVE), "Cette actrice → This actress");
  }

  @Test
  void whatCannotBeCountedTakesThePartitive() {
    assertPhrase(one("pain").build(Determiner.PARTITIVE), "Du pain → Bread");
    assertPhrase(one("viande").build(Determiner.PARTITIVE), "De la viande → Meat");
    assertPhrase(one("eau").build(Determiner.PARTITIVE), "De l'eau → Water");
  }

  @Test
  void deAndAContractWithTheArticle() {
    Phrase king = one("roi").build(Determiner.DEFINITE).phrase();
    Phrase man = one("homme").build(Determiner.DEFINITE).phrase();
    Phrase queens = several("reine").build(Determiner.DEFINITE).phrase();
    assertPhrase(French.DE.as(English.OF).then(king), "Du roi → Of the king");
    assertPhrase(French.A.as(English.TO).then(king), "Au roi → To the king");
    assertPhrase(French.DE.as(English.OF).then(man), "De l'homme → Of the man");
    assertPhrase(French.A.as(English.TO).then(queens), "Aux reines → To the queens");
    assertPhrase(French.DE.as(English.OF).then(queens), "Des reines → Of the queens");
  }

  @Test
  void countriesTakeTheirOwnPrepositions() {
    assertPhrase(country("France").where(English.IN), "En France → In France");
    assertPhrase(country("Japon").where(English.TO), "Au Japon → To Japan");
    assertPhrase(country("Espagne").whence(English.FROM), "D'Espagne → From Spain");
    assertPhrase(country("Portugal").whence(English.FROM), "Du Portugal → From Portugal");
    assertPhrase(country("Italie").withArticle(), "L'Italie → Italy");
  }

  @Test
  void englishSaysAnBeforeAVowelSoundOnly() {
    assertPhrase(
        one("fermier", "honnête").build(Determiner.INDEFINITE),
        "Un fermier honnête → An honest farmer");
    assertPhrase(
        one("livre", "utile").build(Determiner.INDEFINITE), "Un livre utile → A useful book");
    assertPhrase(one("roi", "vieux").build(Determiner.INDEFINITE), "Un vieux roi → An old king");
    assertPhrase(one("impératrice").build(Determiner.INDEFINITE), "Une impératrice → An empress");
  }

  @Test
  void theArticleAloneTellsOfWhomANounForBothSpeaks() {
    Pair pair = LEXICON.pair("roi");
    assertPhrase(either(pair, Gender.MASCULINE), "Le monarque → The king");
    assertPhrase(either(pair, Gender.FEMININE), "La monarque → The queen");
    assertThat(LEXICON.pair("duc").either()).isEmpty();
  }

  private static Nominal either(Pair pair, Gender gender) {
    return new Nominal.Builder(pair.either(gender).orElseThrow(), Count.SINGULAR)
        .build(Determiner.DEFINITE);
  }

  @Test
  void chezNamesThePersonWhereEnglishNamesThePlace() {
    assertPhrase(ADVERBIALS.at(host("roi", Gender.MASCULINE)), "Chez le roi → In the palace");
    assertPhrase(ADVERBIALS.at(host("roi", Gender.FEMININE)), "Chez la reine → In the palace");
    assertPhrase(ADVERBIALS.to(host("roi", Gender.FEMININE)), "Chez la reine → To the palace");
    assertPhrase(ADVERBIALS.at(host("acteur", Gender.FEMININE)), "Chez l'actrice → At the theatre");
    assertPhrase(ADVERBIALS.at(host("héros", Gender.MASCULINE)), "Chez le héros → In the cave");
    assertPhrase(ADVERBIALS.at(host("pirate", Gender.FEMININE)), "Chez la pirate → On the island");
  }

  private static Host host(String man, Gender gender) {
    return new Host(LEXICON.pair(man).noun(gender), LEXICON.pair(man).place());
  }

  @Test
  void numbersStandAfterTheArticle() {
    Expression three = LEXICON.simple(WordClass.NUMBER).get(1);
    assertPhrase(
        several("roi").numeral(three).build(Determiner.DEFINITE),
        "Les trois rois → The three kings");
    assertPhrase(
        several("œuf").numeral(three).build(Determiner.INDEFINITE), "Trois œufs → Three eggs");
  }

  @Test
  void hisAndHerFollowTheOwner() {
    assertPhrase(
        one("fille").build(Determiner.possessive(Person.HE_OR_SHE, Gender.MASCULINE)),
        "Sa fille → His daughter");
    assertPhrase(
        one("ami").build(Determiner.possessive(Person.HE_OR_SHE, Gender.FEMININE)),
        "Son ami → Her friend");
    assertPhrase(
        several("ami").build(Determiner.possessive(Person.THEY, Gender.FEMININE)),
        "Leurs amis → Their friends");
  }
}
