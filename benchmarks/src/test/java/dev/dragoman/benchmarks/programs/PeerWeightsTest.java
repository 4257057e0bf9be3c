package dev.dragoman.benchmarks.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.model.ModelSettings;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

class PeerWeightsTest {
  private static final int SOURCE_WORDS = 13;
  private static final int TARGET_WORDS = 11;
  private static final ModelSettings SETTINGS = settings();

  @TempDir private Path folder;

  private static ModelSettings settings() {
    ModelSettings usual = ModelSettings.defaults();
    return new ModelSettings(
        usual.cell(),
        usual.attention(),
        4,
        6,
        5,
        3,
        7,
        1,
        1,
        0f,
        false,
        false,
        usual.weights(),
        usual.embeddingDeviation());
  }

  /** The names as PyTorch's modules have them, sizes written out. */
  private static Map<String, Shape> peersShapes() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    shapes.put("source_embedding.weight", Shape.of(13, 4));
    shapes.put("target_embedding.weight", Shape.of(11, 4));
    for (String direction : new String[] {"", "_reverse"}) {
      shapes.put("encoder.weight_ih_l0" + direction, Shape.of(18, 4));
      shapes.put("encoder.weight_hh_l0" + direction, Shape.of(18, 6));
      shapes.put("encoder.bias_ih_l0" + direction, Shape.of(18));
      shapes.put("encoder.bias_hh_l0" + direction, Shape.of(18));
    }
    shapes.put("bridge.weight", Shape.of(5, 12));
    shapes.put("bridge.bias", Shape.of(5));
    shapes.put("query.weight", Shape.of(3, 5));
    shapes.put("key.weight", Shape.of(3, 12));
    shapes.put("key.bias", Shape.of(3));
    shapes.put("energy.weight", Shape.of(1, 3));
    shapes.put("decoder.weight_ih", Shape.of(15, 16));
    shapes.put("decoder.weight_hh", Shape.of(15, 5));
    shapes.put("decoder.bias_ih", Shape.of(15));
    shapes.put("decoder.bias_hh", Shape.of(15));
    shapes.put("readout.weight", Shape.of(7, 21));
    shapes.put("readout.bias", Shape.of(7));
    shapes.put("output.weight", Shape.of(11, 7));
    shapes.put("output.bias", Shape.of(11));
    return shapes;
  }

  /** Every number says where it stands: its place in the file. */
  private Path write(Map<String, Shape> shapes) throws IOException {
    Map<String, Object> header = new LinkedHashMap<>();
    int floats = 0;
    for (Map.Entry<String, Shape> entry : shapes.entrySet()) {
      int begin = 4 * floats;
      floats += entry.getValue().size();
      header.put(
          entry.getKey(),
          Map.of(
              "dtype",
              "F32",
              "shape",
              entry.getValue().axes(),
              "data_offsets",
              new int[] {begin, 4 * floats}));
    }
    byte[] json = new ObjectMapper().writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
    ByteBuffer rest =
        ByteBuffer.allocate(8 + json.length + 4 * floats)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length)
            .put(json);
    for (int i = 0; i < floats; i++) {
      rest.putFloat(i);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(rest.array());
    return Files.write(folder.resolve("weights.safetensors"), bytes.toByteArray());
  }

  private static float firstOf(Map<String, Shape> shapes, String name) {
    int begin = 0;
    for (Map.Entry<String, Shape> entry : shapes.entrySet()) {
      if (entry.getKey().equals(name)) {
        return begin;
      }
      begin += entry.getValue().size();
    }
    throw new IllegalArgumentException(name);
  }

  @Test
  void everyWeightIsFilledWithThePeersOfTheSameMeaning() throws IOException {
    Map<String, Shape> shapes = peersShapes();
    Seq2Seq model = PeerWeights.read(write(shapes)).model(SETTINGS, SOURCE_WORDS, TARGET_WORDS);
    Map<String, String> meanings =
        Map.of(
            "encoder.backward.recurrentWeights",
            "encoder.weight_hh_l0_reverse",
            "encoder.forward.inputBias",
            "encoder.bias_ih_l0",
            "decoder.recurrentBias",
            "decoder.bias_hh",
            "attention.key.bias",
            "key.bias",
            "attention.energy",
            "energy.weight",
            "output.weight",
            "output.weight",
            "sourceEmbedding",
            "source_embedding.weight");
    meanings.forEach((ours, theirs) -> {
      Tensor values = Objects.requireNonNull(model.weights().get(ours), ours);
      float first = firstOf(shapes, theirs);
      assertThat(values.toArray())
          .as(ours)
          .startsWith(first, first + 1, first + 2)
          .hasSize(values.size());
    });
    assertThat(model.weights()).hasSameSizeAs(shapes);
  }

  @Test
  void aWeightOfAnotherShapeIsRefusedByName() throws IOException {
    Map<String, Shape> shapes = peersShapes();
    shapes.put("key.weight", Shape.of(3, 11));
    PeerWeights weights = PeerWeights.read(write(shapes));
    assertThatThrownBy(() -> weights.model(SETTINGS, SOURCE_WORDS, TARGET_WORDS))
        .hasMessageContaining("key.weight: expected shape")
        .hasMessageContaining("[3, 11]");
  }

  @Test
  void aMissingWeightIsRefusedByName() throws IOException {
    Map<String, Shape> shapes = peersShapes();
    shapes.remove("bridge.bias");
    PeerWeights weights = PeerWeights.read(write(shapes));
    assertThatThrownBy(() -> weights.model(SETTINGS, SOURCE_WORDS, TARGET_WORDS))
        .hasMessageContaining("bridge.bias");
  }

  @Test
  void anotherKindOfFileIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "not at all a file of weights");
    assertThatThrownBy(() -> PeerWeights.read(text)).hasMessageContaining("no safetensors file");
  }
}
