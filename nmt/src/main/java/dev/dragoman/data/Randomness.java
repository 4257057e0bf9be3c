package dev.dragoman.data;

/**
 * Random numbers that are the same on every machine and every version of Java: the generator and
 * the way to a bounded number are written down here. SplitMix64: Steele, Lea and Flood 2014, "Fast
 * Splittable Pseudorandom Number Generators".
 */
final class Randomness {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /** A sequence for one epoch of one seed. */
  Randomness(long seed, long epoch) {
    state = mix(seed) ^ mix(epoch + GOLDEN_GAMMA);
  }

  /** Scatters the bits of a number. */
  static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** Puts the elements in random order (Fisher and Yates). */
  void shuffle(int[] elements) {
    for (int left = elements.length; left > 1; left--) {
      int chosen = below(left);
      int last = elements[left - 1];
      elements[left - 1] = elements[chosen];
      elements[chosen] = last;
    }
  }

  private int below(int bound) {
    state += GOLDEN_GAMMA;
    return (int) Math.unsignedMultiplyHigh(mix(state), bound);
  }
}
