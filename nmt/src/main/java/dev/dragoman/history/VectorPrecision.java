package dev.dragoman.history;

/** How many bits a recorded number of a vector keeps. The vectors at the start keep all of them. */
public enum VectorPrecision {
  /** All of them: 4 bytes a number. */
  FLOAT32(4),
  /** Eleven significant bits, about three decimal digits: 2 bytes a number. */
  FLOAT16(2);

  private final int bytes;

  VectorPrecision(int bytes) {
    this.bytes = bytes;
  }

  /**
   * The precision whose numbers take so many bytes, which stand for it in the file.
   *
   * @throws IllegalArgumentException if there is none
   */
  static VectorPrecision of(int bytes) {
    return switch (bytes) {
      case 4 -> FLOAT32;
      case 2 -> FLOAT16;
      default ->
          throw new IllegalArgumentException("expected numbers of 2 or 4 bytes, got " + bytes);
    };
  }

  /** Bytes a number takes. */
  public int bytes() {
    return bytes;
  }

  /** The number as it will be read back. */
  public float rounded(float value) {
    return this == FLOAT32 ? value : Float.float16ToFloat(Float.floatToFloat16(value));
  }
}
