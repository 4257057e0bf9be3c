package dev.dragoman.model;

import dev.dragoman.layers.CellKind;
import dev.dragoman.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The names and shapes of a model's weights, computed from its settings alone: what a file of
 * weights must hold is known before any memory is asked for. Gates G are 3 in a GRU and 4 in an
 * LSTM; M = 2H is what attention looks at.
 */
final class WeightShapes {
  private final Map<String, Shape> shapes = new LinkedHashMap<>();
  private final ModelSettings settings;
  private final long memorySize;

  private WeightShapes(ModelSettings settings) {
    this.settings = settings;
    this.memorySize = 2L * settings.encoderSize();
  }

  static Map<String, Shape> of(ModelSettings settings, int sourceSize, int targetSize) {
    WeightShapes weights = new WeightShapes(settings);
    weights.embeddings(sourceSize, targetSize);
    weights.encoder();
    weights.bridge();
    weights.attention();
    weights.decoder();
    weights.output(targetSize);
    return weights.shapes;
  }

  private void embeddings(int sourceSize, int targetSize) {
    if (settings.shareEmbeddings()) {
      add(Seq2Seq.SHARED_EMBEDDING, targetSize, settings.embeddingSize());
      return;
    }
    add(Seq2Seq.SOURCE_EMBEDDING, sourceSize, settings.embeddingSize());
    add(Seq2Seq.TARGET_EMBEDDING, targetSize, settings.embeddingSize());
  }

  private void encoder() {
    for (int layer = 1; layer <= settings.encoderLayers(); layer++) {
      String name = layer == 1 ? "encoder" : "encoder.layer" + layer;
      long width = layer == 1 ? settings.embeddingSize() : memorySize;
      cell(name + ".forward", width, settings.encoderSize());
      cell(name + ".backward", width, settings.encoderSize());
    }
  }

  private void bridge() {
    for (int layer = 1; layer <= settings.decoderLayers(); layer++) {
      String name = layer == 1 ? "bridge" : "bridge.layer" + layer;
      linear(name, settings.decoderSize(), memorySize);
    }
    if (settings.cell() == CellKind.LSTM) {
      for (int layer = 1; layer <= settings.decoderLayers(); layer++) {
        String name = layer == 1 ? "bridge" : "bridge.layer" + layer;
        linear(name + ".cell", settings.decoderSize(), memorySize);
      }
    }
  }

  private void attention() {
    switch (settings.attention()) {
      case ADDITIVE -> {
        add("attention.query.weight", settings.attentionSize(), settings.decoderSize());
        linear("attention.key", settings.attentionSize(), memorySize);
        add("attention.energy", 1, settings.attentionSize());
      }
      case BILINEAR -> add("attention.query.weight", memorySize, settings.decoderSize());
      case DOT -> {
        // No weights.
      }
    }
  }

  private void decoder() {
    for (int layer = 1; layer <= settings.decoderLayers(); layer++) {
      String name = layer == 1 ? "decoder" : "decoder.layer" + layer;
      long width = layer == 1 ? settings.embeddingSize() + memorySize : settings.decoderSize();
      cell(name, width, settings.decoderSize());
    }
    linear(
        "readout",
        settings.readoutSize(),
        (long) settings.decoderSize() + memorySize + settings.embeddingSize());
  }

  private void output(int targetSize) {
    if (!settings.tieOutput()) {
      add("output.weight", targetSize, settings.readoutSize());
    }
    add("output.bias", targetSize);
  }

  private void linear(String name, long out, long in) {
    add(name + ".weight", out, in);
    add(name + ".bias", out);
  }

  private void cell(String name, long inputSize, long size) {
    long gates = settings.cell().gates() * size;
    add(name + ".inputWeights", gates, inputSize);
    add(name + ".recurrentWeights", gates, size);
    add(name + ".inputBias", gates);
    add(name + ".recurrentBias", gates);
  }

  private void add(String name, long... axes) {
    int[] extents = new int[axes.length];
    for (int i = 0; i < axes.length; i++) {
      if (axes[i] > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "%s: an axis of %d is more than an array can hold".formatted(name, axes[i]));
      }
      extents[i] = (int) axes[i];
    }
    shapes.put(name, Shape.of(extents));
  }
}
