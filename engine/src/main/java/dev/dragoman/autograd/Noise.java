package dev.dragoman.autograd;

/**
 * A source of dropout keys: one seed gives one sequence of masks, whatever the thread or the
 * machine.
 */
public final class Noise {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /**
   * Keys for one update of one shard.
   *
   * @param seed the run's seed
   * @param update number of the update
   * @param shard number of the shard within the batch
   */
  public Noise(long seed, long update, int shard) {
    this.state = mix(mix(seed) + update * GOLDEN_GAMMA) + shard;
  }

  /** The next key. */
  public long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
