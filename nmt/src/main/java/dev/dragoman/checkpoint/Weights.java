package dev.dragoman.checkpoint;

import dev.dragoman.model.ModelSettings;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.vocab.Specials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds the model that a file of weights belongs to; every weight must be there, and no other. */
final class Weights {
  private final Path file;
  private final SafetensorsReader reader;
  private final Map<String, StoredTensor> stored;

  private Weights(Path file, SafetensorsReader reader) {
    this.file = file;
    this.reader = reader;
    this.stored = reader.header().tensors();
  }

  /** Opens a verified file of tensors. */
  static Weights open(OpenFolder folder, String name) throws IOException {
    Path file = folder.path(name);
    return new Weights(file, SafetensorsReader.open(file, folder.channel(name)));
  }

  /** All tensors by name. */
  Map<String, Tensor> readAll() throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (StoredTensor each : stored.values()) {
      Tensor values = Tensor.zeros(each.shape());
      reader.readInto(each, values);
      tensors.put(each.name(), values);
    }
    return tensors;
  }

  /** The model of these settings with the weights of the file. */
  Seq2Seq readModel(ModelSettings settings, VocabularyFiles vocabularies) throws IOException {
    int sourceSize = vocabularies.source().size();
    int targetSize = vocabularies.target().size();
    checkLayers(settings);
    checkShapes(settings, vocabularies);
    try {
      return Seq2Seq.of(settings, sourceSize, targetSize, Specials.PAD, this::fill);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void fill(String name, Tensor values) {
    try {
      reader.readInto(Objects.requireNonNull(stored.get(name)), values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A layer has several weights: more layers than weights are not worth counting through. */
  private void checkLayers(ModelSettings settings) {
    int layers = Math.max(settings.encoderLayers(), settings.decoderLayers());
    if (layers > stored.size()) {
      throw CheckpointException.about(
          file,
          "holds %d weights, too few for a model of %d layers%s"
              .formatted(stored.size(), layers, Hint.DAMAGED));
    }
  }

  private void checkShapes(ModelSettings settings, VocabularyFiles vocabularies) {
    Map<String, Shape> expected = expectedShapes(settings, vocabularies);
    vocabularies.checkAgainst(file, stored);
    expected.forEach((name, shape) -> checkShape(name, shape, stored.get(name)));
    for (String name : stored.keySet()) {
      if (!expected.containsKey(name)) {
        throw CheckpointException.about(
            file,
            "holds the weight %s, which a model as in %s does not have%s"
                .formatted(CheckpointException.quoted(name), ModelToml.NAME, Hint.DAMAGED));
      }
    }
  }

  private Map<String, Shape> expectedShapes(ModelSettings settings, VocabularyFiles vocabularies) {
    try {
      return Seq2Seq.weightShapes(
          settings, vocabularies.source().size(), vocabularies.target().size());
    } catch (IllegalArgumentException e) {
      throw new CheckpointException(
          "%s: tells of a model too large for this machine: %s%s"
              .formatted(file.resolveSibling(ModelToml.NAME), e.getMessage(), Hint.DAMAGED),
          e);
    }
  }

  private void checkShape(String name, Shape expected, @Nullable StoredTensor got) {
    if (got == null) {
      throw CheckpointException.about(
          file,
          "lacks the weight %s %s of the model in %s%s"
              .formatted(name, expected, ModelToml.NAME, Hint.DAMAGED));
    }
    if (!got.shape().equals(expected)) {
      throw CheckpointException.about(
          file,
          "weight %s: expected shape %s as in %s, got %s%s"
              .formatted(name, expected, ModelToml.NAME, got.shape(), Hint.DAMAGED));
    }
  }
}
