package dev.dragoman.model;

import dev.dragoman.layers.CellKind;
import java.util.ArrayList;
import java.util.List;

/**
 * How much a model has to compute: the multiply-adds of its forward pass, part by part. What a
 * machine does at best, divided by this, is the ceiling of its speed.
 *
 * <p>Counted are the products and sums over embedding, state and vocabulary, as the formulas have
 * them. Not counted are gates, tanh, softmax, dropout and the optimiser, whose operations are fewer
 * by two orders of magnitude. Counted once even where a shortcut would need less, so that the
 * ceiling does not move when a shortcut is found.
 *
 * @param parts in the order in which a sentence passes them
 */
public record Arithmetic(List<Part> parts) {
  /** Forward, and backward to the input and to the weights: each as many products again. */
  private static final int PASSES = 3;

  /** A multiply-add is two operations. */
  private static final int OPERATIONS = 2;

  /** How often a part is computed. */
  public enum Per {
    /** At each source position. */
    SOURCE_TOKEN,
    /** At each target position. */
    TARGET_TOKEN,
    /** For each pair of a target and a source position of a sentence. */
    PAIR_OF_TOKENS,
    /** Once a sentence. */
    SENTENCE
  }

  /**
   * One part.
   *
   * @param name what it computes
   * @param per how often
   * @param multiplyAdds of one time
   */
  public record Part(String name, Per per, long multiplyAdds) {}

  /**
   * How much text there is.
   *
   * @param sentences B
   * @param sourceTokens ΣS, EOS included
   * @param targetTokens ΣT, EOS included
   * @param pairsOfTokens Σ S·T
   */
  public record Counts(long sentences, long sourceTokens, long targetTokens, long pairsOfTokens) {
    private long of(Per per) {
      return switch (per) {
        case SOURCE_TOKEN -> sourceTokens;
        case TARGET_TOKEN -> targetTokens;
        case PAIR_OF_TOKENS -> pairsOfTokens;
        case SENTENCE -> sentences;
      };
    }
  }

  /** Copies the list. */
  public Arithmetic {
    parts = List.copyOf(parts);
  }

  /**
   * The arithmetic of a model.
   *
   * @param targetSize V of the target
   */
  public static Arithmetic of(ModelSettings settings, int targetSize) {
    List<Part> parts = new ArrayList<>();
    encoder(parts, settings);
    attention(parts, settings);
    decoder(parts, settings);
    long read = settings.decoderSize() + memory(settings) + settings.embeddingSize();
    parts.add(new Part("readout", Per.TARGET_TOKEN, read * settings.readoutSize()));
    parts.add(
        new Part("output layer", Per.TARGET_TOKEN, (long) settings.readoutSize() * targetSize));
    return new Arithmetic(parts);
  }

  private static long memory(ModelSettings settings) {
    return 2L * settings.encoderSize();
  }

  private static void encoder(List<Part> parts, ModelSettings settings) {
    long gates = 2L * settings.cell().gates() * settings.encoderSize();
    long deeper = (settings.encoderLayers() - 1) * memory(settings);
    parts.add(
        new Part(
            "encoder, input to gates",
            Per.SOURCE_TOKEN,
            gates * (settings.embeddingSize() + deeper)));
    parts.add(
        new Part(
            "encoder, state to gates",
            Per.SOURCE_TOKEN,
            gates * settings.encoderSize() * settings.encoderLayers()));
    long states = (long) settings.decoderLayers() * (settings.cell() == CellKind.LSTM ? 2 : 1);
    parts.add(new Part("bridge", Per.SENTENCE, states * memory(settings) * settings.decoderSize()));
  }

  private static void attention(List<Part> parts, ModelSettings settings) {
    long memory = memory(settings);
    switch (settings.attention()) {
      case ADDITIVE -> {
        parts.add(new Part("attention, keys", Per.SOURCE_TOKEN, memory * settings.attentionSize()));
        parts.add(
            new Part(
                "attention, query",
                Per.TARGET_TOKEN,
                (long) settings.decoderSize() * settings.attentionSize()));
        parts.add(
            new Part(
                "attention, energies and context",
                Per.PAIR_OF_TOKENS,
                settings.attentionSize() + memory));
      }
      case BILINEAR -> {
        parts.add(new Part("attention, query", Per.TARGET_TOKEN, settings.decoderSize() * memory));
        parts.add(new Part("attention, energies and context", Per.PAIR_OF_TOKENS, 2 * memory));
      }
      case DOT ->
          parts.add(new Part("attention, energies and context", Per.PAIR_OF_TOKENS, 2 * memory));
    }
  }

  private static void decoder(List<Part> parts, ModelSettings settings) {
    long gates = (long) settings.cell().gates() * settings.decoderSize();
    long deeper = (long) (settings.decoderLayers() - 1) * settings.decoderSize();
    parts.add(
        new Part("decoder, word to gates", Per.TARGET_TOKEN, gates * settings.embeddingSize()));
    parts.add(new Part("decoder, context to gates", Per.TARGET_TOKEN, gates * memory(settings)));
    parts.add(
        new Part(
            "decoder, state to gates",
            Per.TARGET_TOKEN,
            gates * ((long) settings.decoderSize() * settings.decoderLayers() + deeper)));
  }

  /** Multiply-adds of a forward pass over this text. */
  public double multiplyAdds(Counts counts) {
    return parts.stream()
        .mapToDouble(part -> (double) part.multiplyAdds() * counts.of(part.per()))
        .sum();
  }

  /**
   * Floating-point operations that training takes per target token of this text: forward and
   * backward.
   */
  public double trainingPerTargetToken(Counts counts) {
    return PASSES * greedyPerTargetToken(counts);
  }

  /** Floating-point operations that greedy search takes per target token: the forward pass. */
  public double greedyPerTargetToken(Counts counts) {
    return OPERATIONS * multiplyAdds(counts) / counts.targetTokens();
  }

  /**
   * Floating-point operations that beam search takes per target token of its result: the source is
   * read once, all that belongs to a target token is computed for each row of the beam.
   *
   * @param beam K ≥ 1
   */
  public double beamPerTargetToken(Counts counts, int beam) {
    Counts rows =
        new Counts(
            counts.sentences(),
            counts.sourceTokens(),
            beam * counts.targetTokens(),
            beam * counts.pairsOfTokens());
    return OPERATIONS * multiplyAdds(rows) / counts.targetTokens();
  }
}
