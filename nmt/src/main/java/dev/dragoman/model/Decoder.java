package dev.dragoman.model;

import dev.dragoman.autograd.Elements;
import dev.dragoman.autograd.LinearProduct;
import dev.dragoman.autograd.Noise;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.RowSelection;
import dev.dragoman.autograd.StepwiseLinear;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.layers.Attention;
import dev.dragoman.layers.CellState;
import dev.dragoman.layers.Dropout;
import dev.dragoman.layers.Embedding;
import dev.dragoman.layers.Linear;
import dev.dragoman.layers.RecurrentCell;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The decoder. At target position t, with y the embedded previous word:
 *
 * <pre>
 *   α_t, c_t = attention(s_{t−1}, h_1…h_S)
 *   s_t      = cell([y_{t−1}; c_t], s_{t−1})
 *   r_t      = tanh(readout [s_t; c_t; y_{t−1}])
 *   logits_t = output r_t
 * </pre>
 *
 * With several layers, s_{t−1} that asks and s_t that is read out are the last layer's, and layer l
 * ≥ 2 reads layer l − 1's state.
 *
 * <p>The steps run over sequences whose first axis is time: [T, B, ..].
 */
public final class Decoder {
  private final Embedding embedding;
  private final Attention attention;
  private final List<RecurrentCell> cells = new ArrayList<>();
  private final Linear readout;
  private final Linear output;
  private final boolean tied;
  private final Dropout dropout;
  private final int memorySize;

  Decoder(ModelSettings settings, Embedding embedding, Birth birth) {
    this.embedding = embedding;
    this.memorySize = 2 * settings.encoderSize();
    this.dropout = new Dropout(settings.dropout());
    this.attention = attention(settings, birth);
    for (int layer = 0; layer < settings.decoderLayers(); layer++) {
      cells.add(
          new RecurrentCell(
              layer == 0 ? "decoder" : "decoder.layer" + (layer + 1),
              settings.cell(),
              layer == 0 ? settings.embeddingSize() + memorySize : settings.decoderSize(),
              settings.decoderSize(),
              birth.matrices(),
              birth.random()));
    }
    this.readout =
        Linear.withBias(
            "readout",
            settings.decoderSize() + memorySize + settings.embeddingSize(),
            settings.readoutSize(),
            birth.matrices(),
            birth.random());
    this.tied = settings.tieOutput();
    this.output =
        tied
            ? Linear.tied("output", embedding.table())
            : Linear.withBias(
                "output",
                settings.readoutSize(),
                embedding.rows(),
                birth.matrices(),
                birth.random());
  }

  private Attention attention(ModelSettings settings, Birth birth) {
    return switch (settings.attention()) {
      case ADDITIVE ->
          new Attention.Additive(
              "attention",
              settings.decoderSize(),
              memorySize,
              settings.attentionSize(),
              birth.matrices(),
              birth.random());
      case DOT -> new Attention.Dot();
      case BILINEAR ->
          new Attention.Bilinear(
              "attention", settings.decoderSize(), memorySize, birth.matrices(), birth.random());
    };
  }

  Attention attention() {
    return attention;
  }

  /** The target table. */
  Embedding embedding() {
    return embedding;
  }

  /** The layers, lowest first. */
  List<RecurrentCell> cells() {
    return Collections.unmodifiableList(cells);
  }

  /** From [s_t; c_t; y_{t−1}]. */
  Linear readout() {
    return readout;
  }

  /** To the logits. */
  Linear output() {
    return output;
  }

  /**
   * The decoder unrolled over T steps.
   *
   * @param embedded y [T, B, E]
   * @param states of each layer: s₀…s_T [T+1, B, D]
   * @param contexts c [T, B, M]
   * @param weights α [T, B, S]
   */
  record Unrolled(Value embedded, List<CellState> states, Value contexts, Value weights) {}

  /**
   * Runs T steps from the initial states.
   *
   * @param inputs previous words by time [T, B]
   */
  Unrolled unroll(Tape tape, Encoded encoded, Ids inputs, @Nullable Noise noise) {
    int steps = inputs.shape().axis(0);
    int sentences = inputs.shape().axis(1);
    int positions = encoded.memory().states().shape().axis(1);
    Value embedded = dropout.apply(tape, embedding.lookup(tape, inputs), noise);
    Value contexts = tape.sequence("Contexts", Shape.of(steps, sentences, memorySize));
    Value weights = tape.sequence("AttentionWeights", Shape.of(steps, sentences, positions));
    List<Layer> layers = new ArrayList<>();
    Value below = contexts;
    for (int l = 0; l < cells.size(); l++) {
      Layer layer =
          Layer.begin(tape, cells.get(l), l == 0 ? embedded : null, below, steps, sentences);
      encoded.initialStates().get(l).copyInto(tape, layer.states.select(0));
      layers.add(layer);
      below = layer.states.hidden().slice(1, steps + 1);
    }
    Value asking = layers.getLast().states.hidden().slice(0, steps);
    Attention.Steps looking = attention.begin(tape, encoded.memory(), asking, weights, contexts);
    for (int t = 0; t < steps; t++) {
      looking.step(t);
      for (Layer layer : layers) {
        layer.step(t);
      }
    }
    return new Unrolled(
        embedded, layers.stream().map(layer -> layer.states).toList(), contexts, weights);
  }

  /** One layer of the decoder over time. */
  private record Layer(
      Tape tape,
      RecurrentCell cell,
      int sentences,
      StepwiseLinear fromBelow,
      StepwiseLinear recurrence,
      Value inputParts,
      Value recurrentParts,
      CellState states) {

    /**
     * Prepares a layer.
     *
     * @param embedded y [T, B, E], whose part of the input product is computed at once; null for
     *     upper layers
     * @param below what the layer reads at each step [T, B, ..]
     */
    static Layer begin(
        Tape tape,
        RecurrentCell cell,
        @Nullable Value embedded,
        Value below,
        int steps,
        int sentences) {
      int gates = cell.gateColumns();
      Value weights = tape.use(cell.inputWeights());
      Value bias = tape.use(cell.inputBias());
      CellState states =
          CellState.sequence(
              tape, cell.kind(), "DecoderStates", Shape.of(steps + 1, sentences, cell.size()));
      Value recurrentParts = tape.sequence("RecurrentParts", Shape.of(steps, sentences, gates));
      Value inputParts;
      StepwiseLinear fromBelow;
      if (embedded == null) {
        inputParts = tape.sequence("InputParts", Shape.of(steps, sentences, gates));
        fromBelow = StepwiseLinear.begin(tape, weights, bias, below, inputParts);
      } else {
        int width = embedded.tensor().columns();
        inputParts = LinearProduct.of(tape, embedded, weights.columns(0, width), bias);
        fromBelow =
            StepwiseLinear.beginAdding(
                tape, weights.columns(width, weights.tensor().columns()), below, inputParts);
      }
      StepwiseLinear recurrence =
          StepwiseLinear.begin(
              tape,
              tape.use(cell.recurrentWeights()),
              tape.use(cell.recurrentBias()),
              states.hidden().slice(0, steps),
              recurrentParts);
      return new Layer(
          tape, cell, sentences, fromBelow, recurrence, inputParts, recurrentParts, states);
    }

    void step(int t) {
      fromBelow.step(t * sentences, (t + 1) * sentences);
      recurrence.step(t * sentences, (t + 1) * sentences);
      cell.step(
          tape,
          inputParts.select(t),
          recurrentParts.select(t),
          states.select(t),
          states.select(t + 1));
    }
  }

  /**
   * Logits of some positions.
   *
   * @param positions rows t·B + b of the positions that count, [P]; null for all
   * @return [P, V]
   */
  Value logits(Tape tape, Unrolled unrolled, @Nullable Ids positions, @Nullable Noise noise) {
    return output.apply(tape, dropout.apply(tape, read(tape, unrolled, positions), noise));
  }

  /** tanh(readout [s_t; c_t; y_{t−1}]) of some positions [P, R]. */
  private Value read(Tape tape, Unrolled unrolled, @Nullable Ids positions) {
    int steps = unrolled.contexts().shape().axis(0);
    Value top = unrolled.states().getLast().hidden().slice(1, steps + 1);
    List<Value> parts = new ArrayList<>();
    for (Value part : List.of(top, unrolled.contexts(), unrolled.embedded())) {
      Value rows = part.reshape(part.tensor().rows(), part.tensor().columns());
      parts.add(positions == null ? rows : RowSelection.of(tape, rows, positions));
    }
    return Elements.tanh(tape, readout.apply(tape, parts));
  }

  void forEachParameter(Consumer<Parameter> action) {
    attention.forEachParameter(action);
    cells.forEach(cell -> cell.forEachParameter(action));
    readout.forEachParameter(action);
    if (!tied) {
      action.accept(output.weight());
    }
    Parameter bias = output.bias();
    if (bias != null) {
      action.accept(bias);
    }
  }
}
