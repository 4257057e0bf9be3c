package dev.dragoman.model;

import dev.dragoman.autograd.LinearProduct;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.layers.RecurrentCell;
import dev.dragoman.layers.RecurrentStack;
import dev.dragoman.layers.SequenceLayout;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A model made ready for translating: what its words give in the first products is computed once
 * and remembered, for as long as this is kept. Thread-safe: one serves the {@link Decoding}s of
 * many threads.
 */
public final class PreparedModel {
  private final Seq2Seq model;
  private final WordProducts sourceWords;
  private final FoldedDecoder decoder;

  /** Prepares a model; nothing is computed yet. */
  public PreparedModel(Seq2Seq model) {
    this.model = model;
    this.decoder = new FoldedDecoder(model.decoder());
    List<Parameter> weights = new ArrayList<>();
    int columns = 0;
    for (RecurrentCell cell : model.encoder().firstCells()) {
      weights.addAll(List.of(cell.inputWeights(), cell.inputBias()));
      columns += cell.gateColumns();
    }
    this.sourceWords =
        new WordProducts(model.sourceEmbedding(), columns, weights, this::sourceProducts);
  }

  /** W x + b of the encoder's first layer, forward and backward side by side. */
  private void sourceProducts(Tape tape, Value embedded, Tensor out) {
    int column = 0;
    for (RecurrentCell cell : model.encoder().firstCells()) {
      int end = column + cell.gateColumns();
      LinearProduct.into(
          tape,
          embedded,
          tape.use(cell.inputWeights()),
          tape.use(cell.inputBias()),
          out.columns(column, end));
      column = end;
    }
  }

  /** What is translated with. */
  Seq2Seq model() {
    return model;
  }

  FoldedDecoder decoder() {
    return decoder;
  }

  /**
   * Reads a padded batch of source sentences for {@link FoldedDecoder#step}.
   *
   * @param source [B, S]
   * @param lengths real positions [B], any order
   */
  Encoded encode(Tape tape, Ids source, int[] lengths) {
    BatchChecks.requireSide(
        "source", source, "sourceLengths", lengths, "S", model.sourceEmbedding());
    SequenceLayout layout = SequenceLayout.of(lengths, source.shape().axis(1));
    Tensor products = sourceWords.of(tape, Encoder.realIds(source, layout));
    List<Value> parts = new ArrayList<>();
    int column = 0;
    for (RecurrentCell cell : model.encoder().firstCells()) {
      int end = column + cell.gateColumns();
      parts.add(tape.constant(products.columns(column, end)));
      column = end;
    }
    RecurrentStack.Output read =
        model.encoder().recurrence().applyToParts(tape, parts, layout, null);
    return new Encoded(
        decoder.remember(tape, read.states(), layout, lengths),
        model.bridge().apply(tape, read.finalStates().getLast()));
  }
}
