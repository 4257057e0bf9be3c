package dev.dragoman.checkpoint;

import dev.dragoman.tensor.Tensor;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes tensors as a safetensors file, which Python's library of that name reads:
 *
 * <pre>
 *   8 bytes   length of the header, little endian
 *   header    {"name": {"dtype": "F32", "shape": [V, E], "data_offsets": [begin, end]}, …},
 *             filled up with spaces to a multiple of 8 bytes
 *   numbers   float32, little endian, row-major, one tensor after the other without a gap
 * </pre>
 */
final class SafetensorsWriter {
  static final String METADATA = "__metadata__";
  static final String DTYPE = "dtype";
  static final String SHAPE = "shape";
  static final String DATA_OFFSETS = "data_offsets";
  static final String FLOAT32 = "F32";

  private static final int ALIGNMENT = 8;
  private static final int BUFFER_BYTES = 1 << 18;

  private final WritableByteChannel out;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  private SafetensorsWriter(WritableByteChannel out) {
    this.out = out;
  }

  /**
   * Writes a whole file.
   *
   * @param tensors by name, in the order in which they shall lie in the file
   * @param metadata free text by key, none if empty
   */
  static void write(
      WritableByteChannel out, Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    SafetensorsWriter writer = new SafetensorsWriter(out);
    writer.writeHeader(paddedHeader(tensors, metadata));
    for (Tensor tensor : tensors.values()) {
      writer.writeNumbers(tensor);
    }
    writer.flush();
  }

  private void writeHeader(byte[] header) throws IOException {
    buffer.putLong(header.length);
    flush();
    ByteBuffer bytes = ByteBuffer.wrap(header);
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  /** Row by row, so that views whose rows lie apart are written as well. */
  private void writeNumbers(Tensor tensor) throws IOException {
    if (tensor.isContiguous()) {
      writeNumbers(tensor.data(), tensor.offset(), tensor.size());
      return;
    }
    for (int row = 0; row < tensor.rows(); row++) {
      writeNumbers(tensor.data(), tensor.rowOffset(row), tensor.columns());
    }
  }

  private void writeNumbers(float[] values, int from, int count) throws IOException {
    int at = from;
    int end = from + count;
    while (at < end) {
      if (buffer.remaining() < Float.BYTES) {
        flush();
      }
      int length = Math.min(end - at, buffer.remaining() / Float.BYTES);
      buffer.asFloatBuffer().put(values, at, length);
      buffer.position(buffer.position() + length * Float.BYTES);
      at += length;
    }
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      out.write(buffer);
    }
    buffer.clear();
  }

  private static byte[] paddedHeader(Map<String, Tensor> tensors, Map<String, String> metadata) {
    String json = header(tensors, metadata);
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    String padding = " ".repeat(Math.floorMod(-length, ALIGNMENT));
    return (json + padding).getBytes(StandardCharsets.UTF_8);
  }

  private static String header(Map<String, Tensor> tensors, Map<String, String> metadata) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      writeMetadata(json, metadata);
      long begin = 0;
      for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
        long end = begin + (long) entry.getValue().size() * Float.BYTES;
        writeEntry(json, entry.getKey(), entry.getValue(), begin, end);
        begin = end;
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void writeMetadata(JsonGenerator json, Map<String, String> metadata) {
    if (metadata.isEmpty()) {
      return;
    }
    json.writeObjectPropertyStart(METADATA);
    metadata.forEach(json::writeStringProperty);
    json.writeEndObject();
  }

  private static void writeEntry(
      JsonGenerator json, String name, Tensor tensor, long begin, long end) {
    if (name.equals(METADATA)) {
      throw new IllegalArgumentException("no tensor may be named " + METADATA);
    }
    json.writeObjectPropertyStart(name);
    json.writeStringProperty(DTYPE, FLOAT32);
    json.writeName(SHAPE);
    json.writeArray(tensor.shape().axes(), 0, tensor.shape().rank());
    json.writeName(DATA_OFFSETS);
    json.writeArray(new long[] {begin, end}, 0, 2);
    json.writeEndObject();
  }
}
