package dev.dragoman.word2vec;

/**
 * Random numbers that are the same on every machine and every version of Java. SplitMix64: Steele,
 * Lea and Flood 2014, "Fast Splittable Pseudorandom Number Generators".
 */
final class Randomness {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /** One of many independent sequences of a seed. */
  Randomness(long seed, long stream) {
    state = mix(mix(seed) + mix(stream ^ GOLDEN_GAMMA));
  }

  /** The next 64 random bits. */
  long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** A number in [0, bound). */
  int below(int bound) {
    return (int) Math.unsignedMultiplyHigh(next(), bound);
  }

  /** A number in [0, 2³¹). */
  int positiveInt() {
    return (int) (next() >>> 33);
  }

  /** A number in [−1, 1). */
  float signedUnit() {
    return (next() >> 40) * 0x1p-23f;
  }

  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
