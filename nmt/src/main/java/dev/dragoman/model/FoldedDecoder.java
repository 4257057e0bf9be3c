package dev.dragoman.model;

import dev.dragoman.autograd.LinearProduct;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.layers.AttentionMemory;
import dev.dragoman.layers.CellState;
import dev.dragoman.layers.RecurrentCell;
import dev.dragoman.layers.RecurrentStack;
import dev.dragoman.layers.SequenceLayout;
import dev.dragoman.tensor.Elementwise;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The decoder without its teacher: the formulas of {@link Decoder}, one step at a time, with every
 * product taken out of the step that does not depend on the state. As the context is a sum, c_t =
 * Σ_j α_tj h_j, and W [y; c] = W_y y + W_c c,
 *
 * <pre>
 *   W [y_{t−1}; c_t] = (W_y y_{t−1}) + Σ_j α_tj (W_c h_j)
 * </pre>
 *
 * W_c h_j is computed once for each source position, instead of once for each step of each
 * hypothesis, and W_y y once for each word. The same holds for the readout. Only what reads a state
 * is left in the step: the query, the recurrent part, the readout's part of s_t, and the output.
 * The sums are the decoder's in another order: logits differ by rounding.
 */
final class FoldedDecoder {
  private final Decoder decoder;
  private final int gates;
  private final int width;
  private final WordProducts words;

  FoldedDecoder(Decoder decoder) {
    this.decoder = decoder;
    RecurrentCell first = decoder.cells().getFirst();
    this.gates = first.gateColumns();
    this.width = gates + decoder.readout().weight().value().rows();
    List<Parameter> weights = new ArrayList<>(List.of(first.inputWeights(), first.inputBias()));
    decoder.readout().forEachParameter(weights::add);
    this.words = new WordProducts(decoder.embedding(), width, weights, this::wordProducts);
  }

  /** [W_y y + b; R_y y + b] of the first layer's gates and the readout. */
  private void wordProducts(Tape tape, Value embedded, Tensor out) {
    RecurrentCell cell = decoder.cells().getFirst();
    int size = decoder.embedding().columns();
    Value input = tape.use(cell.inputWeights()).columns(0, size);
    LinearProduct.into(tape, embedded, input, tape.use(cell.inputBias()), out.columns(0, gates));
    Parameter readout = decoder.readout().weight();
    int end = readout.value().columns();
    Value fromWord = tape.use(readout).columns(end - size, end);
    LinearProduct.into(
        tape, embedded, fromWord, decoder.readout().biasOn(tape), out.columns(gates, width));
  }

  /**
   * What attention looks at: the keys, and in place of the encoder states h_j what the step makes
   * of them, [W_c h_j; R_c h_j].
   *
   * @param packed encoder states [P, M] as the layout says
   */
  AttentionMemory remember(Tape tape, Value packed, SequenceLayout layout, int[] lengths) {
    Value products = tape.sequence("ContextProducts", Shape.of(layout.rows(), width));
    int memorySize = packed.tensor().columns();
    int wordSize = decoder.embedding().columns();
    int stateSize = decoder.cells().getLast().size();
    Value input = tape.use(decoder.cells().getFirst().inputWeights());
    LinearProduct.into(
        tape,
        packed,
        input.columns(wordSize, wordSize + memorySize),
        null,
        products.tensor().columns(0, gates));
    LinearProduct.into(
        tape,
        packed,
        tape.use(decoder.readout().weight()).columns(stateSize, stateSize + memorySize),
        null,
        products.tensor().columns(gates, width));
    return AttentionMemory.of(
        RecurrentStack.unpack(tape, products, layout),
        RecurrentStack.unpack(tape, decoder.attention().keys(tape, packed), layout),
        lengths);
  }

  /**
   * One step.
   *
   * @param memory from {@link #remember}, asked by R rows
   * @param before the states before the step [R, D]
   * @param previous the word before, for each row [R]
   * @param logits out [R, V]
   */
  Step step(
      Tape tape, AttentionMemory memory, List<CellState> before, Ids previous, Tensor logits) {
    int rows = previous.size();
    int positions = memory.states().shape().axis(1);
    Value weights = tape.sequence("AttentionWeights", Shape.of(1, rows, positions));
    Value sums = tape.sequence("ContextSums", Shape.of(1, rows, width));
    Value asking = before.getLast().hidden();
    decoder
        .attention()
        .begin(tape, memory, asking.reshape(1, rows, asking.tensor().columns()), weights, sums)
        .step(0);
    Value folded = sums.select(0);
    Elementwise.add(words.of(tape, previous), folded.tensor());
    List<CellState> after = states(tape, before, folded.columns(0, gates));
    Value read = read(tape, after.getLast().hidden(), folded.tensor().columns(gates, width));
    decoder.output().applyInto(tape, read, logits);
    return new Step(after, weights.tensor().select(0));
  }

  private List<CellState> states(Tape tape, List<CellState> before, Value firstInput) {
    List<CellState> after = new ArrayList<>();
    Value input = firstInput;
    for (int layer = 0; layer < before.size(); layer++) {
      RecurrentCell cell = decoder.cells().get(layer);
      CellState previous = before.get(layer);
      if (layer > 0) {
        input =
            LinearProduct.of(
                tape,
                after.getLast().hidden(),
                tape.use(cell.inputWeights()),
                tape.use(cell.inputBias()));
      }
      Value recurrent =
          LinearProduct.of(
              tape,
              previous.hidden(),
              tape.use(cell.recurrentWeights()),
              tape.use(cell.recurrentBias()));
      CellState next =
          CellState.sequence(tape, cell.kind(), "DecoderStates", previous.hidden().shape());
      cell.step(tape, input, recurrent, previous, next);
      after.add(next);
    }
    return after;
  }

  /** tanh(R_s s_t + the rest of the readout) [R, readout]. */
  private Value read(Tape tape, Value state, Tensor rest) {
    Value weight = tape.use(decoder.readout().weight()).columns(0, state.tensor().columns());
    Value read = LinearProduct.of(tape, state, weight, null);
    Elementwise.add(rest, read.tensor());
    Elementwise.tanhInto(read.tensor(), read.tensor());
    return read;
  }

  /**
   * What a step leaves behind.
   *
   * @param states of each layer after the step [R, D]
   * @param attentionWeights α [R, S]
   */
  record Step(List<CellState> states, Tensor attentionWeights) {}
}
