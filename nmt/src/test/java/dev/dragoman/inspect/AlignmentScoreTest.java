package dev.dragoman.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dragoman.grammar.Alignment;
import dev.dragoman.grammar.Link;
import dev.dragoman.inspect.AlignmentScore.EndOfSentence;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlignmentScoreTest {
  /** Links found 0-0, 2-1, 1-2 and, for the last token, 2-3 or none. */
  private static final AttentionMap MAP =
      AttentionMapTest.map(
          "la reine dort",
          "the queen is asleep",
          new float[][] {
            {0.7f, 0.1f, 0.1f, 0.1f},
            {0.1f, 0.2f, 0.6f, 0.1f},
            {0.1f, 0.8f, 0.0f, 0.1f},
            {0.0f, 0.1f, 0.3f, 0.6f}
          });

  /** 0-0 and 1-1 and 2-3 are sure, 1-2 is possible. */
  private static final Alignment KNOWN = alignment("0-0 1-1 2-3", "1-2");

  private static Alignment alignment(String sure, String possible) {
    return new Alignment(links(sure), links(possible));
  }

  private static SortedSet<Link> links(String pharaoh) {
    SortedSet<Link> links = new TreeSet<>();
    Stream.of(pharaoh.split(" "))
        .map(pair -> pair.split("-"))
        .forEach(pair -> links.add(new Link(Integer.parseInt(pair[0]), Integer.parseInt(pair[1]))));
    return links;
  }

  @Test
  void anExampleByHand() {
    // A = {0-0, 2-1, 1-2, 2-3}, A∩S = {0-0, 2-3}, A∩P = {0-0, 1-2, 2-3}, |S| = 3.
    AlignmentScore score = AlignmentScore.of(MAP, KNOWN, EndOfSentence.LEFT_OUT);
    assertThat(score).isEqualTo(new AlignmentScore(1, 4, 3, 2, 3));
    assertThat(score.errorRate()).isEqualTo(1 - 5 / 7.0);
    assertThat(score.precision()).isEqualTo(3 / 4.0);
    assertThat(score.recall()).isEqualTo(2 / 3.0);
  }

  @Test
  void aLookAtTheEndOfTheSentenceCanCountAsNoLink() {
    AlignmentScore score = AlignmentScore.of(MAP, KNOWN, EndOfSentence.NO_LINK);
    assertThat(score).isEqualTo(new AlignmentScore(1, 3, 3, 1, 2));
  }

  @Test
  void sentencesAreCountedTogetherNotAveraged() {
    AlignmentScore one = new AlignmentScore(1, 4, 3, 2, 3);
    AlignmentScore other = new AlignmentScore(2, 10, 9, 9, 10);
    assertThat(one.plus(other)).isEqualTo(new AlignmentScore(3, 14, 12, 11, 13));
    assertThat(one.plus(AlignmentScore.none())).isEqualTo(one);
    assertThat(AlignmentScore.none().errorRate()).isNaN();
  }

  @Test
  void perfectAndHopelessAlignmentsAreTheEndsOfTheScale() {
    assertThat(AlignmentScore.of(MAP, alignment("0-0 2-1 1-2 2-3", "0-3"), EndOfSentence.LEFT_OUT))
        .extracting(AlignmentScore::errorRate)
        .isEqualTo(0.0);
    assertThat(AlignmentScore.of(MAP, alignment("1-0 0-1", "0-3"), EndOfSentence.LEFT_OUT))
        .extracting(AlignmentScore::errorRate)
        .isEqualTo(1.0);
  }

  @Test
  void linksOfAnotherSplittingAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AlignmentScore.of(MAP, alignment("3-0", "0-1"), EndOfSentence.LEFT_OUT))
        .withMessageContaining("known link 3-0: expected one of 3 source and 4 target tokens");
  }
}
