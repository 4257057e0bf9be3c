package dev.dragoman.model;

import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.layers.AttentionMemory;
import dev.dragoman.layers.CellState;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes batches of source sentences step by step: the model without its teacher. Keeps the
 * encoded sentences and one decoder state per row between two steps. For one thread; memory is
 * reused from batch to batch.
 */
public final class Decoding {
  private final PreparedModel prepared;
  private final Tape encoding;
  private final Tape[] stepping = new Tape[2];
  private @Nullable Encoded encoded;
  private FoldedDecoder.@Nullable Step last;
  private int[] lengths = new int[0];
  private int[] rowSentences = new int[0];
  private float[] logits = new float[0];
  private int turn;

  /** For a model that no other decoding shares. */
  public Decoding(Seq2Seq model) {
    this(new PreparedModel(model));
  }

  /** For a model that others may share. */
  public Decoding(PreparedModel prepared) {
    this.prepared = prepared;
    this.encoding = tape(prepared);
    for (int i = 0; i < stepping.length; i++) {
      stepping[i] = tape(prepared);
    }
  }

  private static Tape tape(PreparedModel prepared) {
    return Tape.inference(new Workspace(), prepared.model().packs());
  }

  /** V of the target. */
  public int vocabularySize() {
    return prepared.model().targetSize();
  }

  /** Number of sentences in the batch. */
  public int sentences() {
    return lengths.length;
  }

  /** Real source positions of a sentence, EOS included. */
  public int sourceLength(int sentence) {
    return lengths[sentence];
  }

  /**
   * Encodes a batch; what was there before is gone.
   *
   * @param source padded ids [B, S]
   * @param sourceLengths [B], in any order
   */
  public void begin(Ids source, int[] sourceLengths) {
    encoding.reset();
    lengths = sourceLengths.clone();
    last = null;
    encoded = sourceLengths.length == 0 ? null : prepared.encode(encoding, source, lengths);
  }

  /** Memory for logits, {@code size} floats at least: the next call may hand out the same again. */
  public float[] logits(int size) {
    if (logits.length < size) {
      logits = new float[size];
    }
    return logits;
  }

  /**
   * Advances rows by one target position.
   *
   * @param rows R, how many rows; the arrays may be longer
   * @param sentence sentence of each row [R]
   * @param parentRow row of the step before that each row continues, −1 for the initial state [R]
   * @param previousIds the word before [R]
   * @param logits out, row-major [R, V]
   */
  public void step(int rows, int[] sentence, int[] parentRow, int[] previousIds, float[] logits) {
    Encoded batch = encoded;
    if (batch == null) {
      throw new IllegalStateException("no batch was begun, or an empty one");
    }
    requireRows(rows, sentence, parentRow, logits);
    Tape tape = stepping[turn];
    turn = 1 - turn;
    tape.reset();
    rowSentences = Arrays.copyOf(sentence, rows);
    AttentionMemory memory = batch.memory().askedBy(rowSentences);
    List<CellState> states = new ArrayList<>();
    for (int layer = 0; layer < batch.initialStates().size(); layer++) {
      states.add(
          continued(tape, batch.initialStates().get(layer), layer, rows, sentence, parentRow));
    }
    last =
        prepared
            .decoder()
            .step(
                tape,
                memory,
                states,
                Ids.of(Arrays.copyOf(previousIds, rows)),
                Tensor.view(logits, 0, Shape.of(rows, vocabularySize())));
  }

  private void requireRows(int rows, int[] sentence, int[] parentRow, float[] logits) {
    if (logits.length < (long) rows * vocabularySize()) {
      throw new IllegalArgumentException(
          "logits: expected at least R·V = %d·%d floats, got %d"
              .formatted(rows, vocabularySize(), logits.length));
    }
    int rowsBefore = last == null ? 0 : rowSentences.length;
    for (int r = 0; r < rows; r++) {
      require("sentence", r, sentence[r], 0, lengths.length - 1);
      require("parentRow", r, parentRow[r], -1, rowsBefore - 1);
    }
  }

  private static void require(String name, int row, int got, int least, int most) {
    if (got < least || got > most) {
      throw new IndexOutOfBoundsException(
          "%s[%d]: expected %d to %d, got %d".formatted(name, row, least, most, got));
    }
  }

  private CellState continued(
      Tape tape, CellState initial, int layer, int rows, int[] sentence, int[] parentRow) {
    FoldedDecoder.Step before = last;
    CellState previous = before == null ? null : before.states().get(layer);
    Value hidden =
        continued(
            tape,
            initial.hidden(),
            previous == null ? null : previous.hidden(),
            rows,
            sentence,
            parentRow);
    Value initialCell = initial.cell();
    if (initialCell == null) {
      return new CellState(hidden, null);
    }
    Value previousCell = previous == null ? null : previous.requireCell();
    return new CellState(
        hidden, continued(tape, initialCell, previousCell, rows, sentence, parentRow));
  }

  private static Value continued(
      Tape tape,
      Value initial,
      @Nullable Value previous,
      int rows,
      int[] sentence,
      int[] parentRow) {
    int size = initial.tensor().columns();
    Value states = tape.sequence("States", Shape.of(rows, size));
    for (int r = 0; r < rows; r++) {
      Tensor from =
          parentRow[r] < 0 || previous == null
              ? initial.tensor().select(sentence[r])
              : previous.tensor().select(parentRow[r]);
      states.tensor().select(r).copyFrom(from);
    }
    return states;
  }

  /**
   * Copies the attention weights of a row of the last step: as many floats as its sentence has
   * source positions.
   */
  public void attention(int row, float[] out, int offset) {
    FoldedDecoder.Step step = last;
    if (step == null) {
      throw new IllegalStateException("no step was made yet");
    }
    Tensor weights = step.attentionWeights();
    System.arraycopy(
        weights.data(), weights.rowOffset(row), out, offset, lengths[rowSentences[row]]);
  }
}
