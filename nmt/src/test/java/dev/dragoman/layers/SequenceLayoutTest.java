package dev.dragoman.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SequenceLayoutTest {
  private final SequenceLayout layout = SequenceLayout.of(new int[] {2, 4, 1}, 5);

  @Test
  void stepsHoldTheSentencesStillRunningLongestFirst() {
    assertThat(layout.steps()).isEqualTo(4);
    assertThat(
            new int[] {layout.running(0), layout.running(1), layout.running(2), layout.running(3)})
        .containsExactly(3, 2, 1, 1);
    assertThat(layout.rows()).isEqualTo(7);
  }

  @Test
  void eachPackedRowKnowsItsPlaceInThePaddedBatch() {
    // Sentence 1 (4 words), then 0 (2), then 2 (1); row b·5 + s.
    assertThat(layout.paddedRows().values()).containsExactly(5, 0, 10, 6, 1, 7, 8);
  }

  @Test
  void firstAndLastRowsComeInTheBatchsOrder() {
    assertThat(layout.firstRows().values()).containsExactly(1, 0, 2);
    assertThat(layout.lastRows().values()).containsExactly(4, 6, 2);
  }

  @Test
  void sentencesOfEqualLengthKeepTheirOrder() {
    assertThat(SequenceLayout.of(new int[] {2, 2, 2}, 2).paddedRows().values())
        .containsExactly(0, 2, 4, 1, 3, 5);
  }

  @Test
  void anEmptyBatchHasNoRows() {
    assertThat(SequenceLayout.of(new int[0], 0).rows()).isZero();
  }

  @Test
  void aLengthOutsideThePaddedAxisIsRefused() {
    assertThatThrownBy(() -> SequenceLayout.of(new int[] {3, 6}, 5))
        .hasMessage("lengths[1]: expected 1 to S=5, got 6");
    assertThatThrownBy(() -> SequenceLayout.of(new int[] {0}, 5))
        .hasMessage("lengths[0]: expected 1 to S=5, got 0");
  }
}
