package dev.dragoman.kernels;

/**
 * The random bits of dropout: a hash of (key, position) and no state, so any part of a mask can be
 * computed anywhere, in any order. The position's low 32 bits run through multiply-and-shift rounds
 * (a 32-bit finaliser with two multiplications) with one word of the key added before the first and
 * one mixed in before the second; both words come from a 64-bit mix of the key and the position's
 * high 32 bits.
 */
final class DropoutMask {
  static final int FIRST_FACTOR = 0x7feb352d;
  static final int SECOND_FACTOR = 0x846ca68b;
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private DropoutMask() {}

  /** Both key words, for all positions that share their high 32 bits. */
  static long words(long key, long position) {
    return mix(mix(key + GOLDEN) + (position >>> 32) * GOLDEN);
  }

  static int firstWord(long words) {
    return (int) words;
  }

  static int secondWord(long words) {
    return (int) (words >>> 32);
  }

  /** 31 random bits of one position. */
  static int bits(int low, int firstWord, int secondWord) {
    int x = low + firstWord;
    x = (x ^ (x >>> 16)) * FIRST_FACTOR ^ secondWord;
    x = (x ^ (x >>> 15)) * SECOND_FACTOR;
    return (x ^ (x >>> 16)) >>> 1;
  }

  /** An element is kept when its bits are at least this. */
  static int threshold(float rate) {
    assert rate >= 0f && rate < 1f;
    return (int) Math.rint(rate * 0x1p31);
  }

  /** How many positions from here, at most n, share the high 32 bits of the first. */
  static int run(long position, int n) {
    return (int) Math.min(n, 0x1_0000_0000L - (position & 0xffff_ffffL));
  }

  private static long mix(long value) {
    long x = value;
    x = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
    return x ^ (x >>> 31);
  }
}
