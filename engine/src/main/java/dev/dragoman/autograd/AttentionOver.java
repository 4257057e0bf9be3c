package dev.dragoman.autograd;

import dev.dragoman.tensor.Attending;
import dev.dragoman.tensor.Elementwise;
import dev.dragoman.tensor.Products;
import dev.dragoman.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Attention over the encoder states of a batch, one decoder step at a time: energies, weights α,
 * context c = Σ_j α_j h_j.
 *
 * <p>The gradient of the encoder states through the contexts, dh_j = Σ_t α_tj dc_t, is computed
 * once for all steps: {@link #begin} writes that rule on the tape before the first step. Padding
 * takes no part.
 */
public final class AttentionOver {
  private final Tape tape;
  private final Value states;
  private final Value keys;
  private final @Nullable Value energyVector;
  private final int[] lengths;
  private final int[] sentences;
  private final Value weights;
  private final Value contexts;

  private AttentionOver(
      Tape tape,
      Value states,
      Value keys,
      @Nullable Value energyVector,
      int[] sentences,
      int[] lengths,
      Value weights,
      Value contexts) {
    this.tape = tape;
    this.states = states;
    this.keys = keys;
    this.energyVector = energyVector;
    this.sentences = sentences;
    this.lengths = lengths;
    this.weights = weights;
    this.contexts = contexts;
  }

  /**
   * Begins additive attention (Bahdanau et al. 2015, arXiv:1409.0473): e_j = v·tanh(query + key_j).
   *
   * @param states encoder states [B, S, M]
   * @param keys [B, S, A], projected from the states once
   * @param energyVector v [A]
   * @param sentences which sentence each row of a step asks about [R]; when recording, row b asks
   *     about sentence b
   * @param lengths real source positions [B], each in 1..S
   * @param weights α of all steps [T, R, S], filled step by step
   * @param contexts of all steps [T, R, M], filled step by step
   */
  public static AttentionOver additive(
      Tape tape,
      Value states,
      Value keys,
      Value energyVector,
      int[] sentences,
      int[] lengths,
      Value weights,
      Value contexts) {
    return begin(
        new AttentionOver(tape, states, keys, energyVector, sentences, lengths, weights, contexts));
  }

  /**
   * Begins dot attention (Luong et al. 2015, arXiv:1508.04025): e_j = query·h_j; parameters as
   * {@link #additive}.
   */
  public static AttentionOver dot(
      Tape tape, Value states, int[] sentences, int[] lengths, Value weights, Value contexts) {
    return dot(tape, states, states, sentences, lengths, weights, contexts);
  }

  /** As above with keys of their own: e_j = query·key_j, c = Σ_j α_j h_j. */
  public static AttentionOver dot(
      Tape tape,
      Value states,
      Value keys,
      int[] sentences,
      int[] lengths,
      Value weights,
      Value contexts) {
    return begin(
        new AttentionOver(tape, states, keys, null, sentences, lengths, weights, contexts));
  }

  private static AttentionOver begin(AttentionOver attention) {
    attention.requireLengths();
    if (attention.contexts.needsGradient() && attention.states.needsGradient()) {
      attention.tape.record(attention::statesBackward);
    }
    return attention;
  }

  private void requireLengths() {
    int batch = states.shape().axis(0);
    int positions = states.shape().axis(1);
    if (lengths.length != batch) {
      throw new IllegalArgumentException(
          "lengths: expected B=%d entries, got %d".formatted(batch, lengths.length));
    }
    for (int b = 0; b < batch; b++) {
      if (lengths[b] < 1 || lengths[b] > positions) {
        throw new IllegalArgumentException(
            "lengths[%d]: expected 1 to S=%d, got %d".formatted(b, positions, lengths[b]));
      }
    }
  }

  /** dh_b [S, M] += α_bᵀ [S, T]·dc_b [T, M] for each sentence b. */
  private void statesBackward() {
    int batch = lengths.length;
    Tensor alphas = weights.tensor();
    Tensor dContexts = contexts.gradient();
    int steps = alphas.shape().axis(0);
    for (int b = 0; b < batch; b++) {
      Tensor alpha = alphas.everyNthRow(b, batch, steps).columns(0, lengths[b]);
      Tensor dContext = dContexts.everyNthRow(b, batch, steps);
      Tensor dStates = states.receivingGradient().select(b).slice(0, lengths[b]);
      Products.addTransposeMultiply(alpha, dContext, dStates, tape.workspace());
    }
  }

  /**
   * One step for all R rows: fills entry t of the weights and of the contexts.
   *
   * @param query [R, A], or [R, M] for dot attention
   */
  public void step(int t, Value query) {
    Value alpha = weights.select(t);
    Value context = contexts.select(t);
    energiesInto(query, alpha.tensor());
    Attending.maskedSoftmaxInto(alpha.tensor(), sentences, lengths, alpha.tensor());
    Attending.weightedSumInto(
        states.tensor(), alpha.tensor(), sentences, lengths, context.tensor());
    if (contexts.needsGradient()) {
      tape.record(() -> stepBackward(query, alpha.tensor(), context.gradient()));
    }
  }

  private void energiesInto(Value query, Tensor energies) {
    Value v = energyVector;
    if (v == null) {
      Attending.dotsInto(keys.tensor(), query.tensor(), sentences, lengths, energies);
    } else {
      Attending.additiveEnergiesInto(
          keys.tensor(), query.tensor(), v.tensor(), sentences, lengths, energies);
    }
  }

  private void stepBackward(Value query, Tensor alpha, Tensor dContext) {
    Tensor dAlpha = tape.workspace().allocate(alpha.shape());
    Attending.dotsInto(states.tensor(), dContext, sentences, lengths, dAlpha);
    Tensor dEnergies = tape.workspace().zeros(alpha.shape());
    Attending.addMaskedSoftmaxBackward(alpha, dAlpha, sentences, lengths, dEnergies);
    Value v = energyVector;
    if (v != null) {
      Attending.additiveEnergiesBackward(
          keys.tensor(),
          query.tensor(),
          v.tensor(),
          sentences,
          lengths,
          dEnergies,
          orScratch(keys),
          orScratch(query),
          orScratch(v));
      return;
    }
    if (keys.needsGradient()) {
      Attending.addOuter(dEnergies, query.tensor(), sentences, lengths, keys.receivingGradient());
    }
    if (query.needsGradient()) {
      Tensor dQuery = tape.workspace().allocate(query.shape());
      Attending.weightedSumInto(keys.tensor(), dEnergies, sentences, lengths, dQuery);
      Elementwise.add(dQuery, query.receivingGradient());
    }
  }

  private Tensor orScratch(Value value) {
    return value.needsGradient()
        ? value.receivingGradient()
        : tape.workspace().zeros(value.shape());
  }
}
