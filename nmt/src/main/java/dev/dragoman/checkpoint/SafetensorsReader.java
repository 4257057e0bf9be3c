package dev.dragoman.checkpoint;

import dev.dragoman.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads tensors from a safetensors file: the header at once, the numbers when asked for. */
final class SafetensorsReader {
  private static final long LONGEST_HEADER = 100_000_000;
  private static final int BUFFER_BYTES = 1 << 18;

  private final Path file;
  private final FileChannel channel;
  private final SafetensorsHeader header;
  private final ByteBuffer buffer;

  private SafetensorsReader(
      Path file, FileChannel channel, SafetensorsHeader header, long dataLength) {
    this.file = file;
    this.channel = channel;
    this.header = header;
    this.buffer =
        ByteBuffer.allocateDirect((int) Math.min(BUFFER_BYTES, dataLength))
            .order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads and checks the header.
   *
   * @param file for messages
   * @param channel open for reading as long as the reader is used
   */
  static SafetensorsReader open(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < Long.BYTES) {
      throw CheckpointException.about(
          file,
          "has %d bytes, a safetensors file begins with 8 bytes that tell the header's length%s"
              .formatted(size, Hint.DAMAGED));
    }
    long length = read(file, channel, 0, Long.BYTES).getLong();
    if (length < 0 || length > LONGEST_HEADER) {
      throw CheckpointException.about(
          file,
          "tells of a header of %s bytes, at most %d are allowed%s"
              .formatted(Long.toUnsignedString(length), LONGEST_HEADER, Hint.DAMAGED));
    }
    long dataStart = Long.BYTES + length;
    if (dataStart > size) {
      throw CheckpointException.about(
          file,
          "tells of a header of %d bytes, but only %d follow%s"
              .formatted(length, size - Long.BYTES, Hint.DAMAGED));
    }
    String text = decode(file, read(file, channel, Long.BYTES, (int) length));
    long dataLength = size - dataStart;
    return new SafetensorsReader(
        file,
        channel,
        SafetensorsHeaderParser.parse(file, text, dataStart, dataLength),
        dataLength);
  }

  private static ByteBuffer read(Path file, FileChannel channel, long from, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    readFully(file, channel, from, bytes);
    return bytes;
  }

  /** Fills the buffer from a place in the file and flips it. */
  private static void readFully(Path file, FileChannel channel, long from, ByteBuffer bytes)
      throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw CheckpointException.about(
            file, "became shorter while it was read%s".formatted(Hint.DAMAGED));
      }
    }
    bytes.flip();
  }

  private static String decode(Path file, ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new CheckpointException(file + ": its header is no valid UTF-8" + Hint.DAMAGED, e);
    }
  }

  /** What the file says about itself. */
  SafetensorsHeader header() {
    return header;
  }

  /**
   * Reads the numbers of one tensor.
   *
   * @param out contiguous, of the tensor's shape, overwritten
   */
  void readInto(StoredTensor tensor, Tensor out) throws IOException {
    if (!out.isContiguous() || !out.shape().equals(tensor.shape())) {
      throw new IllegalArgumentException(
          "%s: expected a contiguous tensor of shape %s, got shape %s"
              .formatted(tensor.name(), tensor.shape(), out.shape()));
    }
    long from = header.dataStart() + tensor.begin();
    int done = 0;
    while (done < out.size()) {
      int count = Math.min(out.size() - done, buffer.capacity() / Float.BYTES);
      readFully(
          file,
          channel,
          from + (long) done * Float.BYTES,
          buffer.clear().limit(count * Float.BYTES));
      buffer.asFloatBuffer().get(out.data(), out.offset() + done, count);
      done += count;
    }
  }
}
