package dev.dragoman.checkpoint;

import dev.dragoman.tensor.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the header of a safetensors file and trusts nothing in it: every name once, float32 only,
 * no negative or overflowing number, shapes that fit their bytes, bytes without overlap or hole.
 */
final class SafetensorsHeaderParser {
  private static final int MOST_AXES = 64;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .build();

  private final Path file;
  private final JsonParser json;
  private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  private SafetensorsHeaderParser(Path file, JsonParser json) {
    this.file = file;
    this.json = json;
  }

  /**
   * Parses and checks a header.
   *
   * @param file for messages
   * @param text the header without its length
   * @param dataStart offset in the file of the first byte after the header
   * @param dataLength number of bytes after the header
   */
  static SafetensorsHeader parse(Path file, String text, long dataStart, long dataLength) {
    if (!text.startsWith("{")) {
      throw CheckpointException.about(
          file, "its header does not begin with '{'%s".formatted(Hint.DAMAGED));
    }
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      SafetensorsHeaderParser parser = new SafetensorsHeaderParser(file, json);
      parser.parseHeader();
      parser.checkLayout(dataLength);
      return new SafetensorsHeader(parser.tensors, parser.metadata, dataStart);
    } catch (JacksonException e) {
      throw new CheckpointException(
          "%s: its header is no valid JSON: %s%s"
              .formatted(file, e.getOriginalMessage(), Hint.DAMAGED),
          e);
    }
  }

  private void parseHeader() {
    expect(json.nextToken(), JsonToken.START_OBJECT, "header");
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      if (name.equals(SafetensorsWriter.METADATA)) {
        parseMetadata();
      } else {
        tensors.put(name, parseTensor(name));
      }
    }
    if (json.nextToken() != null) {
      throw wrong("header", "ends, but more follows it");
    }
  }

  private void parseMetadata() {
    expect(json.nextToken(), JsonToken.START_OBJECT, SafetensorsWriter.METADATA);
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      expect(json.nextToken(), JsonToken.VALUE_STRING, SafetensorsWriter.METADATA);
      metadata.put(key, json.getString());
    }
  }

  private StoredTensor parseTensor(String name) {
    String place = "tensor " + CheckpointException.quoted(name);
    expect(json.nextToken(), JsonToken.START_OBJECT, place);
    String dtype = null;
    List<Long> axes = null;
    List<Long> offsets = null;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      switch (key) {
        case SafetensorsWriter.DTYPE -> {
          expect(json.nextToken(), JsonToken.VALUE_STRING, place + ": dtype");
          dtype = json.getString();
        }
        case SafetensorsWriter.SHAPE -> axes = parseNumbers(place + ": shape", MOST_AXES);
        case SafetensorsWriter.DATA_OFFSETS -> offsets = parseNumbers(place + ": data_offsets", 2);
        default -> throw wrong(place, "has an unknown key " + CheckpointException.quoted(key));
      }
    }
    checkType(place, dtype);
    return stored(
        name,
        place,
        present(axes, place, SafetensorsWriter.SHAPE),
        present(offsets, place, SafetensorsWriter.DATA_OFFSETS));
  }

  private List<Long> parseNumbers(String place, int most) {
    expect(json.nextToken(), JsonToken.START_ARRAY, place);
    List<Long> numbers = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(json.currentToken(), JsonToken.VALUE_NUMBER_INT, place);
      long number = json.getLongValue();
      if (number < 0) {
        throw wrong(place, "holds the negative number " + number);
      }
      if (numbers.size() == most) {
        throw wrong(place, "holds more than " + most + " numbers");
      }
      numbers.add(number);
    }
    return numbers;
  }

  private void checkType(String place, @Nullable String dtype) {
    String type = present(dtype, place, SafetensorsWriter.DTYPE);
    if (!type.equals(SafetensorsWriter.FLOAT32)) {
      throw CheckpointException.about(
          file,
          "%s has dtype %s, only F32 is supported; convert it to float32 before saving it"
              .formatted(place, CheckpointException.quoted(type)));
    }
  }

  private StoredTensor stored(String name, String place, List<Long> axes, List<Long> offsets) {
    if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
      throw wrong(place, "has data_offsets " + offsets + ", expected [begin, end]");
    }
    Shape shape = shape(place, axes);
    long begin = offsets.get(0);
    long end = offsets.get(1);
    long needed = (long) shape.size() * Float.BYTES;
    if (end - begin != needed) {
      throw wrong(
          place,
          "has shape %s, which needs %d bytes, but data_offsets %s of %d bytes"
              .formatted(shape, needed, offsets, end - begin));
    }
    return new StoredTensor(name, shape, begin, end);
  }

  private Shape shape(String place, List<Long> axes) {
    try {
      return Shape.of(axes.stream().mapToInt(Math::toIntExact).toArray());
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new CheckpointException(
          "%s: %s has shape %s, which no array can hold%s"
              .formatted(file, place, axes, Hint.DAMAGED),
          e);
    }
  }

  private void checkLayout(long dataLength) {
    List<StoredTensor> inOrder = new ArrayList<>(tensors.values());
    inOrder.sort(
        Comparator.comparingLong(StoredTensor::begin).thenComparingLong(StoredTensor::end));
    long reached = 0;
    for (StoredTensor tensor : inOrder) {
      if (tensor.begin() != reached) {
        throw wrong(
            "tensor " + CheckpointException.quoted(tensor.name()),
            "begins at byte %d, but the tensors before it end at byte %d: %s"
                .formatted(
                    tensor.begin(), reached, tensor.begin() < reached ? "an overlap" : "a hole"));
      }
      reached = tensor.end();
    }
    if (reached != dataLength) {
      throw CheckpointException.about(
          file,
          "its tensors fill %d bytes after the header, but the file has %d there%s"
              .formatted(reached, dataLength, Hint.DAMAGED));
    }
  }

  private void expect(@Nullable JsonToken got, JsonToken expected, String place) {
    if (got != expected) {
      throw wrong(place, "expected %s, got %s".formatted(described(expected), described(got)));
    }
  }

  private static String described(@Nullable JsonToken token) {
    return switch (token) {
      case null -> "nothing";
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT -> "a whole number";
      case VALUE_NUMBER_FLOAT -> "a number with a fraction";
      default -> "the token " + token;
    };
  }

  private <T> T present(@Nullable T value, String place, String key) {
    if (value == null) {
      throw wrong(place, "has no " + key);
    }
    return value;
  }

  private CheckpointException wrong(String place, String complaint) {
    return CheckpointException.about(file, "%s %s%s".formatted(place, complaint, Hint.DAMAGED));
  }
}
