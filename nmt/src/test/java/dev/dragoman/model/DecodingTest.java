package dev.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.Tape;
import dev.dragoman.layers.CellKind;
import dev.dragoman.tensor.Elementwise;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DecodingTest {
  private static final int V = SmallModels.TARGET_SIZE;
  private static final int[] FULL_LENGTHS = {3, 3};
  private static final Ids FULL_TARGET =
      SmallModels.ids(2, SmallModels.BOS, 9, 4, SmallModels.BOS, 5, 12);

  /** Of logits and weights below 1: the same sums in another order. */
  private static final float ROUNDING = 1e-6f;

  private final Seq2Seq model =
      SmallModels.model(SmallModels.settings(CellKind.GRU, AttentionKind.ADDITIVE, 2));
  private final Decoding decoding = new Decoding(model);
  private final float[] logits = new float[6 * V];

  static Stream<Arguments> models() {
    return Stream.of(CellKind.values())
        .flatMap(cell ->
            Stream.of(AttentionKind.values())
                .flatMap(attention ->
                    Stream.of(SmallModels.Tables.values())
                        .map(tables -> Arguments.of(cell, attention, tables))));
  }

  @ParameterizedTest
  @MethodSource("models")
  void stepByStepEqualsTheTeacherForcedPass(
      CellKind cell, AttentionKind attention, SmallModels.Tables tables) {
    Seq2Seq each = SmallModels.model(SmallModels.settings(cell, attention, 2, tables));
    Seq2Seq.Forced forced =
        each.forced(
            Tape.recording(),
            SmallModels.SOURCE,
            SmallModels.SOURCE_LENGTHS,
            FULL_TARGET,
            FULL_LENGTHS,
            null);
    Decoding stepping = new Decoding(each);
    stepping.begin(SmallModels.SOURCE, SmallModels.SOURCE_LENGTHS);
    for (int t = 0; t < 3; t++) {
      int[] parents = t == 0 ? new int[] {-1, -1} : new int[] {0, 1};
      int[] previous = {FULL_TARGET.values()[t], FULL_TARGET.values()[3 + t]};
      stepping.step(2, new int[] {0, 1}, parents, previous, logits);

      Tensor expected = forced.logits().tensor().slice(2 * t, 2 * t + 2);
      assertThat(Arrays.copyOf(logits, 2 * V))
          .as("logits of step %d", t)
          .usingComparatorWithPrecision(ROUNDING)
          .containsExactly(expected.toArray());
      float[] alpha = new float[5];
      stepping.attention(0, alpha, 0);
      assertThat(alpha)
          .usingComparatorWithPrecision(ROUNDING)
          .containsExactly(forced.attentionWeights().tensor().select(t).select(0).toArray());
    }
  }

  @Test
  void rowsThatContinueOtherRowsTakeTheirStatesWithThem() {
    decoding.begin(SmallModels.SOURCE, SmallModels.SOURCE_LENGTHS);
    decoding.step(3, new int[] {0, 1, 0}, new int[] {-1, -1, -1}, new int[] {2, 2, 5}, logits);
    decoding.step(
        4, new int[] {0, 0, 1, 0}, new int[] {2, 2, 1, 0}, new int[] {7, 8, 9, 7}, logits);
    float[] reordered = Arrays.copyOf(logits, 4 * V);

    assertThat(alone(0, 5, 7)).isEqualTo(Arrays.copyOfRange(reordered, 0, V));
    assertThat(alone(0, 5, 8)).isEqualTo(Arrays.copyOfRange(reordered, V, 2 * V));
    assertThat(alone(1, 2, 9)).isEqualTo(Arrays.copyOfRange(reordered, 2 * V, 3 * V));
    assertThat(alone(0, 2, 7)).isEqualTo(Arrays.copyOfRange(reordered, 3 * V, 4 * V));
  }

  /** Logits after two words for one sentence, in a batch of its own. */
  private float[] alone(int sentence, int firstWord, int secondWord) {
    int length = SmallModels.SOURCE_LENGTHS[sentence];
    int[] words =
        Arrays.copyOfRange(SmallModels.SOURCE.values(), sentence * 5, sentence * 5 + length);
    Decoding own = new Decoding(model);
    own.begin(new Ids(words, Shape.of(1, length)), new int[] {length});
    own.step(1, new int[] {0}, new int[] {-1}, new int[] {firstWord}, logits);
    own.step(1, new int[] {0}, new int[] {0}, new int[] {secondWord}, logits);
    return Arrays.copyOf(logits, V);
  }

  @Test
  void decodingsOfManyThreadsMayShareAPreparedModel() {
    PreparedModel prepared = new PreparedModel(model);
    List<float[]> found =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> twoSteps(new Decoding(prepared), 3 + i % 4))
            .toList();
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i))
          .as("decoding %d", i)
          .isEqualTo(twoSteps(new Decoding(model), 3 + i % 4));
    }
  }

  @Test
  void weightsThatHaveChangedAreSeenByTheNextBatch() {
    float[] before = twoSteps(decoding, 4);
    for (Parameter parameter : model.parameters().values()) {
      Elementwise.scaleInto(0.5f, parameter.value(), parameter.value());
      parameter.changed();
    }
    float[] after = twoSteps(decoding, 4);
    assertThat(after).isNotEqualTo(before).isEqualTo(twoSteps(new Decoding(model), 4));
  }

  private static float[] twoSteps(Decoding each, int word) {
    float[] found = new float[2 * V];
    each.begin(SmallModels.SOURCE, SmallModels.SOURCE_LENGTHS);
    each.step(2, new int[] {0, 1}, new int[] {-1, -1}, new int[] {2, 2}, found);
    each.step(2, new int[] {0, 1}, new int[] {1, 0}, new int[] {word, 2}, found);
    return found;
  }

  @Test
  void aNewBatchForgetsTheOneBefore() {
    decoding.begin(SmallModels.SOURCE, SmallModels.SOURCE_LENGTHS);
    decoding.step(1, new int[] {1}, new int[] {-1}, new int[] {2}, logits);
    float[] first = Arrays.copyOf(logits, V);
    decoding.begin(SmallModels.ids(1, 3, 3, 3, 3, 3, 3, 3), new int[] {7});
    decoding.step(1, new int[] {0}, new int[] {-1}, new int[] {2}, logits);
    decoding.begin(SmallModels.SOURCE, SmallModels.SOURCE_LENGTHS);
    decoding.step(1, new int[] {1}, new int[] {-1}, new int[] {2}, logits);
    assertThat(Arrays.copyOf(logits, V)).isEqualTo(first);
  }

  @Test
  void anEmptyBatchHasNoStep() {
    decoding.begin(new Ids(new int[0], Shape.of(0, 0)), new int[0]);
    assertThat(decoding.sentences()).isZero();
    assertThatThrownBy(() -> decoding.step(0, new int[0], new int[0], new int[0], logits))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no batch was begun, or an empty one");
  }

  @Test
  void attentionBeforeAStepIsRefused() {
    decoding.begin(SmallModels.SOURCE, SmallModels.SOURCE_LENGTHS);
    assertThatThrownBy(() -> decoding.attention(0, new float[5], 0))
        .hasMessage("no step was made yet");
  }

  @Test
  void wrongRowsAreRefusedByName() {
    decoding.begin(SmallModels.SOURCE, SmallModels.SOURCE_LENGTHS);
    assertThatThrownBy(() -> decoding.step(1, new int[] {2}, new int[] {-1}, new int[] {2}, logits))
        .hasMessage("sentence[0]: expected 0 to 1, got 2");
    assertThatThrownBy(() -> decoding.step(1, new int[] {0}, new int[] {0}, new int[] {2}, logits))
        .hasMessage("parentRow[0]: expected -1 to -1, got 0");
    assertThatThrownBy(() -> decoding.step(1, new int[] {0}, new int[] {-1}, new int[] {V}, logits))
        .hasMessage(
            "id 13 at position [0] is outside targetEmbedding of size 13: expected 0 to 12");
    assertThatThrownBy(() ->
            decoding.step(2, new int[] {0, 1}, new int[] {-1, -1}, new int[] {2, 2}, new float[V]))
        .hasMessage("logits: expected at least R·V = 2·13 floats, got 13");
  }
}
