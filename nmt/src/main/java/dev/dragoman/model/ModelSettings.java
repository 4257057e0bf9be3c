package dev.dragoman.model;

import dev.dragoman.layers.CellKind;
import dev.dragoman.settings.Setting;

/**
 * What a model is made of.
 *
 * @param cell GRU or LSTM, in encoder and decoder
 * @param attention additive, dot or bilinear
 * @param embeddingSize E
 * @param encoderSize H, per direction
 * @param decoderSize D
 * @param attentionSize A, for additive attention
 * @param readoutSize length of the readout before the output layer; equals {@code embeddingSize}
 *     where the output is tied
 * @param encoderLayers L of the encoder
 * @param decoderLayers L of the decoder
 * @param dropout probability of dropping an element of embeddings, encoder states and readout, in
 *     [0, 1)
 * @param tieOutput whether the output layer's weight is the target embedding table
 * @param shareEmbeddings whether source and target share one table; needs one common vocabulary
 * @param weights how weight matrices are drawn
 * @param embeddingDeviation standard deviation of new embeddings
 */
public record ModelSettings(
    @Setting("Recurrent cell of encoder and decoder") CellKind cell,
    @Setting("How decoder and encoder states are compared") AttentionKind attention,
    @Setting(value = "Length of an embedding", min = 1) int embeddingSize,
    @Setting(value = "Length of an encoder state, per direction", min = 1) int encoderSize,
    @Setting(value = "Length of a decoder state", min = 1) int decoderSize,
    @Setting(value = "Length inside additive attention", min = 1) int attentionSize,
    @Setting(value = "Length of the readout before the output layer", min = 1) int readoutSize,
    @Setting(value = "Layers of the encoder", min = 1) int encoderLayers,
    @Setting(value = "Layers of the decoder", min = 1) int decoderLayers,
    @Setting(value = "Share of elements dropped in training", min = 0, below = 1) float dropout,
    @Setting("Use the target embeddings as the output's weights") boolean tieOutput,
    @Setting("One embedding table for source and target") boolean shareEmbeddings,
    @Setting("How weight matrices are drawn") WeightInitialiser weights,
    @Setting(value = "Standard deviation of new embeddings", min = 0) float embeddingDeviation) {

  /** Checks the ranges and what must agree. */
  public ModelSettings {
    positive("embedding-size", embeddingSize);
    positive("encoder-size", encoderSize);
    positive("decoder-size", decoderSize);
    positive("attention-size", attentionSize);
    positive("readout-size", readoutSize);
    positive("encoder-layers", encoderLayers);
    positive("decoder-layers", decoderLayers);
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout must be in [0, 1), got " + dropout);
    }
    if (!(embeddingDeviation >= 0)) {
      throw new IllegalArgumentException(
          "embedding-deviation must be ≥ 0, got " + embeddingDeviation);
    }
    if (attention == AttentionKind.DOT && decoderSize != 2 * encoderSize) {
      throw new IllegalArgumentException(
          "dot attention compares decoder states with encoder states of both directions: decoder-size must be 2·encoder-size = %d, got %d"
              .formatted(2 * encoderSize, decoderSize));
    }
    if (tieOutput && readoutSize != embeddingSize) {
      throw new IllegalArgumentException(
          "tie-output uses the embedding table as output weight: readout-size must equal embedding-size = %d, got %d"
              .formatted(embeddingSize, readoutSize));
    }
  }

  private static void positive(String key, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(key + " must be at least 1, got " + value);
    }
  }

  /**
   * A model for a few tens of thousands of sentence pairs: GRU, additive attention, E 256, H 256, D
   * 256.
   */
  public static ModelSettings defaults() {
    return new ModelSettings(
        CellKind.GRU,
        AttentionKind.ADDITIVE,
        256,
        256,
        256,
        256,
        256,
        1,
        1,
        0.2f,
        false,
        false,
        WeightInitialiser.XAVIER_UNIFORM,
        0.05f);
  }
}
