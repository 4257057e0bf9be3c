package dev.dragoman.benchmarks.programs;

import dev.dragoman.model.ModelSettings;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.vocab.Specials;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The weights that a peer trained and exported as safetensors, under its own names: {@code
 * encoder.weight_hh_l0_reverse} is our {@code encoder.backward.recurrentWeights}. Gates stand in
 * the same order on both sides.
 */
final class PeerWeights {
  private static final Map<String, String> PEER_NAMES = peerNames();

  private final Path file;
  private final JsonNode header;
  private final ByteBuffer data;

  private PeerWeights(Path file, JsonNode header, ByteBuffer data) {
    this.file = file;
    this.header = header;
    this.data = data;
  }

  /** Our name → the peer's. */
  private static Map<String, String> peerNames() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("sourceEmbedding", "source_embedding.weight");
    names.put("targetEmbedding", "target_embedding.weight");
    String[][] parts = {
      {"inputWeights", "weight_ih"},
      {"recurrentWeights", "weight_hh"},
      {"inputBias", "bias_ih"},
      {"recurrentBias", "bias_hh"}
    };
    for (String[] part : parts) {
      names.put("encoder.forward." + part[0], "encoder." + part[1] + "_l0");
      names.put("encoder.backward." + part[0], "encoder." + part[1] + "_l0_reverse");
      names.put("decoder." + part[0], "decoder." + part[1]);
    }
    names.put("attention.query.weight", "query.weight");
    names.put("attention.energy", "energy.weight");
    for (String layer : List.of("bridge", "readout", "output")) {
      names.put(layer + ".weight", layer + ".weight");
      names.put(layer + ".bias", layer + ".bias");
    }
    names.put("attention.key.weight", "key.weight");
    names.put("attention.key.bias", "key.bias");
    return names;
  }

  /** Reads a whole file. */
  static PeerWeights read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer all =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN);
      long length = all.remaining() < Long.BYTES ? -1 : all.getLong();
      if (length < 0 || length > all.remaining()) {
        throw new IllegalArgumentException(
            file + ": no safetensors file; write it with the peer's export --out FILE");
      }
      byte[] json = new byte[(int) length];
      all.get(json);
      ByteBuffer data = all.slice().order(ByteOrder.LITTLE_ENDIAN);
      return new PeerWeights(
          file, new ObjectMapper().readTree(new String(json, StandardCharsets.UTF_8)), data);
    }
  }

  /**
   * A model of these settings with the peer's weights.
   *
   * @param sourceSize V of the source
   * @param targetSize V of the target
   */
  Seq2Seq model(ModelSettings settings, int sourceSize, int targetSize) {
    return Seq2Seq.of(settings, sourceSize, targetSize, Specials.PAD, this::fill);
  }

  private void fill(String name, Tensor values) {
    String peerName = PEER_NAMES.get(name);
    if (peerName == null || !header.has(peerName)) {
      throw new IllegalArgumentException(
          file
              + ": expected the peer's "
              + (peerName == null ? "name" : peerName)
              + " for our weight "
              + name
              + ", got none");
    }
    JsonNode entry = header.get(peerName);
    Shape shape = shape(entry);
    if (!shape.equals(values.shape())) {
      throw new IllegalArgumentException(
          file
              + ": "
              + peerName
              + ": expected shape "
              + values.shape()
              + ", got "
              + shape
              + "; are sizes and vocabularies the peer's?");
    }
    data.position(entry.get("data_offsets").get(0).intValue());
    data.order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values.data(), values.offset(), values.size());
  }

  private static Shape shape(JsonNode entry) {
    List<Integer> axes = new ArrayList<>();
    entry.get("shape").forEach(axis -> axes.add(axis.intValue()));
    return Shape.of(axes.stream().mapToInt(Integer::intValue).toArray());
  }
}
