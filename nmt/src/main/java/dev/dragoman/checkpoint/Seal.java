package dev.dragoman.checkpoint;

import java.util.Locale;

/**
 * How a file can be recognised as whole and unchanged.
 *
 * @param length in bytes
 * @param crc32c CRC-32C (Castagnoli) of its bytes, as an unsigned 32-bit number
 */
record Seal(long length, long crc32c) {
  private static final long LARGEST_CRC = 0xFFFF_FFFFL;

  Seal {
    if (length < 0 || crc32c < 0 || crc32c > LARGEST_CRC) {
      throw new IllegalArgumentException(
          "a seal needs a length ≥ 0 and 32 bits, got %d and %d".formatted(length, crc32c));
    }
  }

  /** The checksum as eight hexadecimal digits. */
  String crcText() {
    return String.format(Locale.ROOT, "%08x", crc32c);
  }
}
