package dev.dragoman.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The layout rules of Python's safetensors library, followed without any of our code. */
final class IndependentSafetensors {
  private static final Pattern TENSOR =
      Pattern.compile(
          "\"([^\"]+)\":\\{\"dtype\":\"F32\",\"shape\":\\[([0-9,]*)\\],"
              + "\"data_offsets\":\\[([0-9]+),([0-9]+)\\]\\}");

  private IndependentSafetensors() {}

  /** Shape and values of one tensor. */
  record Entry(String shape, float[] values) {}

  static Map<String, Entry> read(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int headerLength = Math.toIntExact(bytes.getLong(0));
    String header = new String(file, 8, headerLength, StandardCharsets.UTF_8);
    int dataStart = 8 + headerLength;
    Map<String, Entry> entries = new TreeMap<>();
    int reached = 0;
    Matcher tensor = TENSOR.matcher(header);
    while (tensor.find()) {
      int begin = Integer.parseInt(tensor.group(3));
      int end = Integer.parseInt(tensor.group(4));
      require(begin == reached, tensor.group(1) + " begins at " + begin + ", not " + reached);
      float[] values = new float[(end - begin) / 4];
      bytes
          .slice(dataStart + begin, end - begin)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values);
      entries.put(tensor.group(1), new Entry("[" + tensor.group(2) + "]", values));
      reached = end;
    }
    require(header.startsWith("{") && header.strip().endsWith("}"), "header is an object");
    require(header.stripTrailing().length() + 8 > header.length(), "padding is short");
    require(dataStart % 8 == 0, "data begin at a multiple of 8");
    require(dataStart + reached == file.length, "data end with the file");
    return entries;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new AssertionError("safetensors: " + rule);
    }
  }
}
