package dev.dragoman.checkpoint;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Small damages of a file. */
final class Mutations {
  private static final byte[] TELLING =
      "0123456789-.,:{}[]\" eE\\/nNtf\0\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private Mutations() {}

  /** A copy with one to three damages. */
  static byte[] mutate(byte[] valid, SplittableRandom random) {
    byte[] bytes = valid.clone();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      bytes = damage(bytes, random);
    }
    return bytes;
  }

  private static byte[] damage(byte[] bytes, SplittableRandom random) {
    if (bytes.length < 2) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    int end = Math.min(bytes.length, at + random.nextInt(1, 9));
    switch (random.nextInt(7)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1, 2 -> bytes[at] = TELLING[random.nextInt(TELLING.length)];
      case 3 -> Arrays.fill(bytes, at, end, (byte) 0xFF);
      case 4 -> bytes = Arrays.copyOf(bytes, at);
      case 5 -> bytes = without(bytes, at, end);
      default -> bytes = twice(bytes, at, end);
    }
    return bytes;
  }

  private static byte[] without(byte[] bytes, int from, int to) {
    byte[] shorter = Arrays.copyOf(bytes, bytes.length - (to - from));
    System.arraycopy(bytes, to, shorter, from, bytes.length - to);
    return shorter;
  }

  private static byte[] twice(byte[] bytes, int from, int to) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + (to - from));
    System.arraycopy(bytes, from, longer, to, bytes.length - from);
    return longer;
  }
}
