package dev.dragoman.model;

import dev.dragoman.autograd.Noise;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.layers.CellState;
import dev.dragoman.layers.Dropout;
import dev.dragoman.layers.Embedding;
import dev.dragoman.layers.RecurrentCell;
import dev.dragoman.layers.RecurrentStack;
import dev.dragoman.layers.RecurrentStack.Direction;
import dev.dragoman.layers.SequenceLayout;
import dev.dragoman.tensor.Ids;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Source ids → encoder states h_1…h_S, read in both directions (Bahdanau et al. 2015,
 * arXiv:1409.0473).
 */
public final class Encoder {
  private final Embedding embedding;
  private final RecurrentStack recurrence;
  private final Dropout dropout;

  Encoder(ModelSettings settings, Embedding embedding, Birth birth) {
    this.embedding = embedding;
    this.dropout = new Dropout(settings.dropout());
    this.recurrence =
        new RecurrentStack(
            "encoder",
            settings.cell(),
            Direction.BIDIRECTIONAL,
            settings.embeddingSize(),
            settings.encoderSize(),
            settings.encoderLayers(),
            settings.dropout(),
            birth.matrices(),
            birth.random());
  }

  /**
   * What the encoder gives.
   *
   * @param states h_1…h_S [B, S, 2H], zero at padding
   * @param finalStates last layer: forward state after the last word, backward state after the
   *     first [B, H] each
   */
  record Output(Value states, List<CellState> finalStates) {}

  /**
   * Reads a padded batch.
   *
   * @param source [B, S]
   * @param lengths [B]
   */
  Output apply(Tape tape, Ids source, int[] lengths, @Nullable Noise noise) {
    SequenceLayout layout = SequenceLayout.of(lengths, source.shape().axis(1));
    Value embedded = dropout.apply(tape, embedding.lookup(tape, realIds(source, layout)), noise);
    RecurrentStack.Output packed = recurrence.apply(tape, embedded, layout, noise);
    Value states = RecurrentStack.unpack(tape, dropout.apply(tape, packed.states(), noise), layout);
    return new Output(states, packed.finalStates().getLast());
  }

  /** The ids of the real positions [P], in the layout's order. */
  static Ids realIds(Ids source, SequenceLayout layout) {
    int[] rows = layout.paddedRows().values();
    int[] ids = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      ids[i] = source.values()[rows[i]];
    }
    return Ids.of(ids);
  }

  /** The recurrent layers. */
  RecurrentStack recurrence() {
    return recurrence;
  }

  /** The cells of the first layer: forward and backward. */
  List<RecurrentCell> firstCells() {
    return recurrence.firstCells();
  }

  void forEachParameter(Consumer<Parameter> action) {
    recurrence.forEachParameter(action);
  }
}
