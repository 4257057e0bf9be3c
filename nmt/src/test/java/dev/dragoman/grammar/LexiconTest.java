package dev.dragoman.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LexiconTest {

  private static final Lexicon LEXICON = Lexicon.load();

  @Test
  void noNounHasTwoTranslations() {
    Map<String, String> english = new HashMap<>();
    LEXICON.people().forEach(pair -> check(english, pair.man()));
    LEXICON.people().forEach(pair -> check(english, pair.woman()));
    LEXICON.nouns().forEach(noun -> check(english, noun));
  }

  @Test
  void aNounForBothIsNoOtherNounAndDoesNotHideItsArticle() {
    Set<String> others = new HashSet<>();
    LEXICON.nouns().forEach(noun -> others.add(noun.lemma()));
    for (Pair pair : LEXICON.people()) {
      others.add(pair.man().lemma());
      others.add(pair.woman().lemma());
    }
    List<String> either =
        LEXICON.people().stream().flatMap(pair -> pair.either().stream()).map(Word::text).toList();
    assertThat(either)
        .contains("monarque")
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(others)
        .noneMatch(Sounds::isElidedBefore);
  }

  private static void check(Map<String, String> english, Noun noun) {
    String known = english.putIfAbsent(noun.lemma(), noun.english().getFirst().text());
    assertThat(known == null ? noun.english().getFirst().text() : known)
        .as(noun.lemma())
        .isEqualTo(noun.english().getFirst().text());
  }

  @Test
  void oneAndManySoundDifferentWhereFrenchDropsTheArticle() {
    assertThat(LEXICON.nouns())
        .filteredOn(Noun::hasPlural)
        .allSatisfy(noun ->
            assertThat(noun.french(Count.PLURAL)).isNotEqualTo(noun.french(Count.SINGULAR)));
  }

  @Test
  void everyPlaceHasOnePreposition() {
    assertThat(LEXICON.nouns())
        .filteredOn(noun -> noun.is("building") || noun.is("landscape"))
        .allSatisfy(noun ->
            assertThat(noun.groups().stream().filter("in on at"::contains).count())
                .as(noun.lemma())
                .isEqualTo(1));
  }

  @Test
  void everyGroupThatAVerbTakesHasNouns() {
    for (Verb verb : LEXICON.verbs()) {
      for (String group : verb.groups()) {
        if (!group.equals("people") && !group.equals("country") && !group.equals("language")) {
          assertThat(LEXICON.nouns(group)).as(verb.lemma() + ": " + group).isNotEmpty();
        }
      }
    }
  }

  @Test
  void everyPairHasAPlaceOfItsOwn() {
    assertThat(LEXICON.people()).extracting(Pair::place).doesNotHaveDuplicates();
  }

  @Test
  void tableErrorsNameTheTable() {
    assertThatThrownBy(() -> Table.read("verbs.txt", 3))
        .hasMessageStartingWith("verbs.txt, line ")
        .hasMessageContaining("expected 3 columns, got 7");
  }
}
