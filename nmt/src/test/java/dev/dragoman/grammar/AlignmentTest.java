package dev.dragoman.grammar;

import static dev.dragoman.grammar.SampleSentences.LEXICON;
import static dev.dragoman.grammar.SampleSentences.ask;
import static dev.dragoman.grammar.SampleSentences.one;
import static dev.dragoman.grammar.SampleSentences.tell;
import static dev.dragoman.grammar.SampleSentences.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlignmentTest {

  private static final Nominal QUEEN = one("reine").build(Determiner.DEFINITE);

  @Test
  void anAdjectiveCrossesItsNoun() {
    GeneratedPair pair =
        tell(
            QUEEN,
            verb("porter", QUEEN, Tense.PRESENT),
            one("robe", "rouge").build(Determiner.INDEFINITE).phrase());
    assertThat(pair.source()).isEqualTo("La reine porte une robe rouge.");
    assertThat(pair.target()).isEqualTo("The queen wears a red dress.");
    assertThat(pair.alignment().pharaoh()).isEqualTo("0-0 1-1 2-2 3-3 4-5 5-4 6-6");
  }

  @Test
  void helpersArePossibleAndNeverSure() {
    GeneratedPair pair =
        tell(
            QUEEN,
            verb("manger", QUEEN, Tense.PRESENT).manner(Manner.NOT),
            one("pain").build(Determiner.NOT_ANY).phrase());
    assertThat(pair.sourceTokens())
        .containsExactly("La", "reine", "ne", "mange", "pas", "de", "pain", ".");
    assertThat(pair.targetTokens())
        .containsExactly("The", "queen", "does", "not", "eat", "bread", ".");
    assertThat(pair.alignment().pharaoh()).isEqualTo("0-0 1-1 3-4 4-3 6-5 7-6");
    assertThat(pair.alignment().possible())
        .extracting(Link::toString)
        .containsExactly("2-3", "3-2", "5-5");
  }

  @Test
  void aContractionBelongsToBothItsWords() {
    Phrase king = one("roi").build(Determiner.DEFINITE).phrase();
    GeneratedPair pair =
        tell(QUEEN, verb("être", QUEEN, Tense.PRESENT), French.DE.as(English.OF).then(king));
    assertThat(pair.source()).isEqualTo("La reine est du roi.");
    assertThat(pair.alignment().pharaoh()).isEqualTo("0-0 1-1 2-2 3-3 3-4 4-5 5-6");
  }

  @Test
  void whoIsVisitedIsAlignedWithThePlace() {
    Pair king = LEXICON.pair("roi");
    Phrase there =
        new Adverbials(LEXICON, new Choice(new Random(1))).at(new Host(king.woman(), king.place()));
    GeneratedPair pair = tell(QUEEN, verb("dormir", QUEEN, Tense.PRESENT), there);
    assertThat(pair.source()).isEqualTo("La reine dort chez la reine.");
    assertThat(pair.target()).isEqualTo("The queen sleeps in the palace.");
    assertThat(pair.alignment().pharaoh()).isEqualTo("0-0 1-1 2-2 3-3 4-4 5-5 6-6");
  }

  @Test
  void theWordsOfEstCeQueHelpTheVerb() {
    GeneratedPair pair = ask(QUEEN, verb("dormir", QUEEN, Tense.PRESENT), Phrase.EMPTY);
    assertThat(pair.alignment().pharaoh()).isEqualTo("4-1 5-2 6-3 7-4");
    assertThat(pair.alignment().possible()).contains(new Link(0, 0), new Link(3, 0));
  }

  @Test
  void sureLinksAreNotListedAsPossibleToo() {
    TreeSet<Link> links = new TreeSet<>(Stream.of(new Link(0, 1), new Link(2, 0)).toList());
    Alignment alignment = new Alignment(new TreeSet<>(links.headSet(new Link(1, 0))), links);
    assertThat(alignment.possible()).containsExactly(new Link(2, 0));
  }

  @Test
  void aNegativeIndexIsRefused() {
    assertThatThrownBy(() -> new Link(-1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1-0");
  }
}
