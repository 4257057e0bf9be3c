package dev.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.autograd.Packs;
import dev.dragoman.autograd.Tape;
import dev.dragoman.layers.CellKind;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a sentence gives does not depend, to the last bit, on how far it is padded or on what shares
 * its batch.
 */
class PaddingTest {
  private static final int[] SENTENCE = {8, 6, 3};
  private static final int[] TARGET_INPUT = {SmallModels.BOS, 9, 4};

  /** A batch in which row {@code at} is the sentence, S wide. */
  private record Batch(Ids source, int[] lengths, int at, Ids targetInput, int[] targetLengths) {

    static Batch of(int width, int targetWidth, int at, int[]... others) {
      int sentences = others.length + 1;
      int[] source = new int[sentences * width];
      int[] target = new int[sentences * targetWidth];
      int[] lengths = new int[sentences];
      int[] targetLengths = new int[sentences];
      int other = 0;
      for (int b = 0; b < sentences; b++) {
        int[] words = b == at ? SENTENCE : others[other++];
        int[] targetWords =
            b == at
                ? TARGET_INPUT
                : Arrays.copyOf(new int[] {SmallModels.BOS, 5, 6, 7, 8}, targetWidth);
        System.arraycopy(words, 0, source, b * width, words.length);
        System.arraycopy(targetWords, 0, target, b * targetWidth, targetWords.length);
        lengths[b] = words.length;
        targetLengths[b] = targetWords.length;
      }
      return new Batch(
          new Ids(source, Shape.of(sentences, width)),
          lengths,
          at,
          new Ids(target, Shape.of(sentences, targetWidth)),
          targetLengths);
    }
  }

  /** Alone without padding first, then five paddings and companies. */
  private static final List<Batch> BATCHES =
      List.of(
          Batch.of(3, 3, 0),
          Batch.of(4, 3, 0),
          Batch.of(9, 5, 0),
          Batch.of(5, 4, 1, new int[] {4, 7, 9, 5, 3}),
          Batch.of(7, 3, 0, new int[] {4, 7, 9, 5, 3}, new int[] {1}, new int[] {10, 10, 10}),
          Batch.of(6, 5, 2, new int[] {5}, new int[] {4, 7, 9, 5, 3, 3}, new int[] {9, 9}));

  static Stream<Arguments> models() {
    return Stream.of(CellKind.values())
        .flatMap(cell ->
            Stream.of(AttentionKind.values())
                .flatMap(attention ->
                    Stream.of(1, 2).map(layers -> Arguments.of(cell, attention, layers))));
  }

  @ParameterizedTest
  @MethodSource("models")
  void encoderStatesAndFirstDecoderStates(CellKind cell, AttentionKind attention, int layers) {
    Seq2Seq model = SmallModels.model(SmallModels.settings(cell, attention, layers));
    List<float[]> outputs = BATCHES.stream().map(batch -> encode(model, batch)).toList();
    assertThat(outputs).allSatisfy(output -> assertThat(output).isEqualTo(outputs.getFirst()));
  }

  private static float[] encode(Seq2Seq model, Batch batch) {
    Tape tape = Tape.inference(new Workspace(), new Packs());
    Encoded encoded = model.encode(tape, batch.source(), batch.lengths(), null);
    Tensor states = encoded.memory().states().tensor().select(batch.at());
    Tensor first = encoded.initialStates().getLast().hidden().tensor().select(batch.at());
    return joined(states.slice(0, SENTENCE.length).toArray(), first.toArray());
  }

  @ParameterizedTest
  @MethodSource("models")
  void logitsAndAttentionWeightsUnderTeacherForcing(
      CellKind cell, AttentionKind attention, int layers) {
    Seq2Seq model = SmallModels.model(SmallModels.settings(cell, attention, layers));
    List<float[]> outputs = BATCHES.stream().map(batch -> force(model, batch)).toList();
    assertThat(outputs).allSatisfy(output -> assertThat(output).isEqualTo(outputs.getFirst()));
  }

  private static float[] force(Seq2Seq model, Batch batch) {
    Seq2Seq.Forced forced =
        model.forced(
            Tape.recording(),
            batch.source(),
            batch.lengths(),
            batch.targetInput(),
            batch.targetLengths(),
            null);
    float[] all = {};
    for (int t = 0; t < TARGET_INPUT.length; t++) {
      int row = rowsBefore(batch, t);
      Tensor alpha = forced.attentionWeights().tensor().select(t).select(batch.at());
      assertThat(alpha.slice(SENTENCE.length, alpha.size()).toArray())
          .isEqualTo(new float[alpha.size() - SENTENCE.length]);
      all = joined(all, forced.logits().tensor().select(row).toArray());
      all = joined(all, alpha.slice(0, SENTENCE.length).toArray());
    }
    return all;
  }

  /** Logits come in order of time, then sentence, real positions only. */
  private static int rowsBefore(Batch batch, int t) {
    int rows = 0;
    for (int time = 0; time <= t; time++) {
      for (int b = 0; b < batch.lengths().length; b++) {
        boolean before = time < t || b < batch.at();
        rows += before && time < batch.targetLengths()[b] ? 1 : 0;
      }
    }
    return rows;
  }

  @ParameterizedTest
  @MethodSource("models")
  void greedyWordsLogitsAndAttentionWhenDecoding(
      CellKind cell, AttentionKind attention, int layers) {
    Seq2Seq model = SmallModels.model(SmallModels.settings(cell, attention, layers));
    Decoding decoding = new Decoding(model);
    List<float[]> outputs = BATCHES.stream().map(batch -> decode(decoding, batch)).toList();
    assertThat(outputs).allSatisfy(output -> assertThat(output).isEqualTo(outputs.getFirst()));
  }

  private static float[] decode(Decoding decoding, Batch batch) {
    GreedyDecoding greedy = new GreedyDecoding(decoding);
    greedy.begin(batch.source(), batch.lengths());
    float[] all = {};
    for (int t = 0; t < 4; t++) {
      greedy.step();
      all = joined(all, greedy.logits(batch.at()));
      all = joined(all, greedy.attention(batch.at()));
    }
    return all;
  }

  /**
   * At sizes where products are cut into tiles of several kinds, by as many rows as there are
   * sentences.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 33})
  void wordsLogitsAndAttentionAtRealSizesInBatchesOfAnySize(int sentences) {
    ModelSettings settings =
        new ModelSettings(
            CellKind.GRU,
            AttentionKind.ADDITIVE,
            64,
            72,
            136,
            80,
            96,
            1,
            1,
            0f,
            false,
            false,
            WeightInitialiser.XAVIER_UNIFORM,
            0.5f);
    Seq2Seq model =
        new Seq2Seq(
            settings, SmallModels.SOURCE_SIZE, 515, SmallModels.PAD, new SplittableRandom(1));
    int[][] others = new int[sentences - 1][];
    for (int i = 0; i < others.length; i++) {
      others[i] = new SplittableRandom(i).ints(1 + i % 9, 3, SmallModels.SOURCE_SIZE).toArray();
    }
    Decoding decoding = new Decoding(model);
    float[] alone = decode(decoding, Batch.of(3, 3, 0));
    assertThat(decode(decoding, Batch.of(11, 3, sentences / 2, others))).isEqualTo(alone);
    assertThat(force(model, Batch.of(11, 4, sentences / 2, others)))
        .isEqualTo(force(model, Batch.of(3, 3, 0)));
  }

  private static float[] joined(float[] a, float[] b) {
    float[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
