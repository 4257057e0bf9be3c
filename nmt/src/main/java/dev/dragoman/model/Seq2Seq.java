package dev.dragoman.model;

import dev.dragoman.autograd.CrossEntropy;
import dev.dragoman.autograd.Noise;
import dev.dragoman.autograd.Packs;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.layers.Embedding;
import dev.dragoman.layers.EmbeddingOptions;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A sequence-to-sequence translator with attention (Bahdanau et al. 2015, arXiv:1409.0473): a
 * bidirectional recurrent encoder, a tanh bridge, and a recurrent decoder that looks at the encoder
 * states before each step.
 *
 * <p>Differs from the paper: GRU as PyTorch's (reset after the product), a tanh readout instead of
 * maxout, and the bridge reads both final states.
 */
public final class Seq2Seq {
  /** Name of the source table's weight. */
  public static final String SOURCE_EMBEDDING = "sourceEmbedding";

  /** Name of the target table's weight. */
  public static final String TARGET_EMBEDDING = "targetEmbedding";

  /** Name of the table's weight where source and target share it. */
  public static final String SHARED_EMBEDDING = "embedding";

  private final ModelSettings settings;
  private final Embedding sourceEmbedding;
  private final Embedding targetEmbedding;
  private final Encoder encoder;
  private final Bridge bridge;
  private final Decoder decoder;
  private final Packs packs = new Packs();
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();

  /**
   * A new model with freshly drawn weights.
   *
   * @param sourceSize V of the source
   * @param targetSize V of the target
   * @param paddingId id whose rows are zero and stay so
   */
  public Seq2Seq(
      ModelSettings settings,
      int sourceSize,
      int targetSize,
      int paddingId,
      RandomGenerator random) {
    this(settings, sourceSize, targetSize, paddingId, Birth.drawn(settings, random));
  }

  private Seq2Seq(
      ModelSettings settings, int sourceSize, int targetSize, int paddingId, Birth birth) {
    if (settings.shareEmbeddings() && sourceSize != targetSize) {
      throw new IllegalArgumentException(
          "share-embeddings needs one vocabulary for both sides, got %d and %d words"
              .formatted(sourceSize, targetSize));
    }
    this.settings = settings;
    this.sourceEmbedding =
        embedding(
            settings.shareEmbeddings() ? SHARED_EMBEDDING : SOURCE_EMBEDDING,
            sourceSize,
            settings,
            paddingId,
            birth);
    this.targetEmbedding =
        settings.shareEmbeddings()
            ? sourceEmbedding
            : embedding(TARGET_EMBEDDING, targetSize, settings, paddingId, birth);
    this.encoder = new Encoder(settings, sourceEmbedding, birth);
    this.bridge = new Bridge(settings, birth);
    this.decoder = new Decoder(settings, targetEmbedding, birth);
    forEachParameter(p -> parameters.put(p.name(), p));
  }

  /**
   * A model whose weights are all known, e.g. from a model folder: nothing is drawn.
   *
   * @param sourceSize V of the source
   * @param targetSize V of the target
   * @param paddingId id whose rows have no gradient
   * @param source asked once for each weight
   */
  public static Seq2Seq of(
      ModelSettings settings, int sourceSize, int targetSize, int paddingId, WeightSource source) {
    Seq2Seq model = new Seq2Seq(settings, sourceSize, targetSize, paddingId, Birth.zeros());
    for (Parameter parameter : model.parameters.values()) {
      source.fill(parameter.name(), parameter.value());
      parameter.changed();
    }
    return model;
  }

  /** Where known weights come from. */
  @FunctionalInterface
  public interface WeightSource {
    /**
     * Overwrites the values of one weight.
     *
     * @param name as in {@link #parameters()}
     * @param values contiguous, all zero, of the shape that {@link #weightShapes} says
     */
    void fill(String name, Tensor values);
  }

  /**
   * Names and shapes of the weights that a model of these settings has, in the order of {@link
   * #parameters()}; no model is built.
   *
   * @param sourceSize V of the source
   * @param targetSize V of the target
   * @throws IllegalArgumentException if a weight would be larger than an array can be
   */
  public static Map<String, Shape> weightShapes(
      ModelSettings settings, int sourceSize, int targetSize) {
    return WeightShapes.of(settings, sourceSize, targetSize);
  }

  private static Embedding embedding(
      String name, int rows, ModelSettings settings, int paddingId, Birth birth) {
    return Embedding.of(
        name,
        rows,
        settings.embeddingSize(),
        EmbeddingOptions.defaults().withPadding(paddingId),
        birth.embeddings(),
        birth.random());
  }

  private void forEachParameter(Consumer<Parameter> action) {
    action.accept(sourceEmbedding.table());
    if (targetEmbedding != sourceEmbedding) {
      action.accept(targetEmbedding.table());
    }
    encoder.forEachParameter(action);
    bridge.forEachParameter(action);
    decoder.forEachParameter(action);
  }

  Encoder encoder() {
    return encoder;
  }

  Bridge bridge() {
    return bridge;
  }

  Decoder decoder() {
    return decoder;
  }

  /** Packed copies of the weights for matrix products, shared by all tapes that use the model. */
  public Packs packs() {
    return packs;
  }

  /** What the model is made of. */
  public ModelSettings settings() {
    return settings;
  }

  /** All parameters by name, in a fixed order. */
  public Map<String, Parameter> parameters() {
    return java.util.Collections.unmodifiableMap(parameters);
  }

  /** The values of all parameters by name, in a fixed order: views, not copies. */
  public Map<String, Tensor> weights() {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    parameters.forEach((name, parameter) -> weights.put(name, parameter.value()));
    return weights;
  }

  /** The source table [V, E]. */
  public Embedding sourceEmbedding() {
    return sourceEmbedding;
  }

  /** The target table [V, E]; the source table where they are shared. */
  public Embedding targetEmbedding() {
    return targetEmbedding;
  }

  /** The values of a table [V, E]: a view, not a copy. */
  public Tensor table(TableSide side) {
    return embedding(side).table().value();
  }

  /** The table [V, E] as a parameter: what moves it, and which of its rows are locked. */
  public Parameter tableParameter(TableSide side) {
    return embedding(side).table();
  }

  /**
   * Overwrites the vector of one id, e.g. with one that comes from elsewhere.
   *
   * @param vector [E]
   */
  public void setVector(TableSide side, int id, float[] vector) {
    Embedding embedding = embedding(side);
    embedding.row(id).copyFrom(Tensor.of(Shape.of(embedding.columns()), vector));
    embedding.table().changed();
  }

  /** Keeps training from moving the vector of one id. */
  public void lockVector(TableSide side, int id) {
    embedding(side).lock(id);
  }

  private Embedding embedding(TableSide side) {
    return switch (side) {
      case SOURCE -> sourceEmbedding;
      case TARGET -> targetEmbedding;
    };
  }

  /**
   * Where the decoder looks while it is made to write known sentences, not recorded.
   *
   * @param source [B, S], padded
   * @param sourceLengths real positions [B], any order
   * @param targetInput [B, T], begins with BOS, padded
   * @return α [T, B, S]: row t is what the model looked at before it wrote target position t; zero
   *     at padding of the source
   */
  public Tensor attention(Ids source, int[] sourceLengths, Ids targetInput) {
    Tape tape = Tape.inference(new Workspace(), packs);
    Encoded encoded = encode(tape, source, sourceLengths, null);
    return decoder.unroll(tape, encoded, byTime(targetInput), null).weights().tensor().copy();
  }

  /** V of the source. */
  public int sourceSize() {
    return sourceEmbedding.rows();
  }

  /** V of the target. */
  public int targetSize() {
    return targetEmbedding.rows();
  }

  /**
   * Reads a padded batch of source sentences.
   *
   * @param source [B, S]
   * @param lengths real positions [B], any order
   * @param noise for dropout; null outside training
   */
  public Encoded encode(Tape tape, Ids source, int[] lengths, @Nullable Noise noise) {
    BatchChecks.requireSide("source", source, "sourceLengths", lengths, "S", sourceEmbedding);
    Encoder.Output read = encoder.apply(tape, source, lengths, noise);
    return new Encoded(
        decoder.attention().remember(tape, read.states(), lengths),
        bridge.apply(tape, read.finalStates()));
  }

  /**
   * What a teacher-forced pass gives.
   *
   * @param logits [P, V] of the real target positions, in order of time, then sentence
   * @param attentionWeights α [T, B, S]
   */
  public record Forced(Value logits, Value attentionWeights) {}

  /**
   * Teacher forcing: predicts every target word from the true words before it.
   *
   * @param source [B, S]
   * @param sourceLengths [B]
   * @param targetInput [B, T], begins with BOS
   * @param targetLengths [B]
   * @param noise for dropout; null outside training
   */
  public Forced forced(
      Tape tape,
      Ids source,
      int[] sourceLengths,
      Ids targetInput,
      int[] targetLengths,
      @Nullable Noise noise) {
    Encoded encoded = encode(tape, source, sourceLengths, noise);
    BatchChecks.requireSide(
        "targetInput", targetInput, "targetLengths", targetLengths, "T", targetEmbedding);
    BatchChecks.requireSentences("targetInput", targetInput, sourceLengths.length);
    Decoder.Unrolled unrolled = decoder.unroll(tape, encoded, byTime(targetInput), noise);
    Value logits = decoder.logits(tape, unrolled, realPositions(targetInput, targetLengths), noise);
    return new Forced(logits, unrolled.weights());
  }

  /**
   * Cross-entropy of a batch under teacher forcing.
   *
   * @param targetOutput [B, T], ends with EOS
   * @param labelSmoothing ε in [0, 1)
   * @param divisor number of target positions that the mean is taken over: the whole batch's where
   *     this is a shard of it
   */
  public CrossEntropy.Loss loss(
      Tape tape,
      Ids source,
      int[] sourceLengths,
      Ids targetInput,
      Ids targetOutput,
      int[] targetLengths,
      float labelSmoothing,
      int divisor,
      @Nullable Noise noise) {
    BatchChecks.requireSameShape(targetInput, targetOutput);
    BatchChecks.requireSide(
        "targetOutput", targetOutput, "targetLengths", targetLengths, "T", targetEmbedding);
    Forced forced = forced(tape, source, sourceLengths, targetInput, targetLengths, noise);
    Ids targets = realTargets(targetOutput, targetLengths);
    return CrossEntropy.of(tape, forced.logits(), targets, -1, labelSmoothing, divisor);
  }

  /** [B, T] → [T, B]. */
  private static Ids byTime(Ids ids) {
    int sentences = ids.shape().axis(0);
    int steps = ids.shape().axis(1);
    int[] turned = new int[ids.size()];
    for (int b = 0; b < sentences; b++) {
      for (int t = 0; t < steps; t++) {
        turned[t * sentences + b] = ids.values()[b * steps + t];
      }
    }
    return new Ids(turned, Shape.of(steps, sentences));
  }

  /** Rows t·B + b of the real target positions; null if all are real. */
  private static @Nullable Ids realPositions(Ids target, int[] lengths) {
    int sentences = target.shape().axis(0);
    int steps = target.shape().axis(1);
    int[] rows = new int[target.size()];
    int count = 0;
    for (int t = 0; t < steps; t++) {
      for (int b = 0; b < sentences; b++) {
        if (t < lengths[b]) {
          rows[count++] = t * sentences + b;
        }
      }
    }
    return count == rows.length ? null : Ids.of(java.util.Arrays.copyOf(rows, count));
  }

  /** The words to be predicted at the real positions, in order of time, then sentence. */
  private static Ids realTargets(Ids targetOutput, int[] lengths) {
    Ids byTime = byTime(targetOutput);
    Ids rows = realPositions(targetOutput, lengths);
    if (rows == null) {
      return Ids.of(byTime.values());
    }
    int[] targets = new int[rows.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = byTime.values()[rows.values()[i]];
    }
    return Ids.of(targets);
  }
}
