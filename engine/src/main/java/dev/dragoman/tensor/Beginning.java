package dev.dragoman.tensor;

import dev.dragoman.kernels.Kernels;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The kernels of a process that may have little to do: plain loops, and the vectors from that
 * moment on at which so much has been computed that more is likely to follow.
 *
 * <p>Code of the Vector API is slow until the JVM has compiled it, which takes a second of its two
 * cores; plain loops are fast at once. A process that translates one sentence ends before vectors
 * would pay, one that translates a file soon changes over. No result depends on it, since both give
 * the same bits.
 */
final class Beginning {
  /**
   * Multiply-adds after which vectors pay: two or three sentences with a model of 60 MB. With four
   * times as many, a hundred lines took a sixth longer than with vectors alone.
   */
  static final long ENOUGH = 1_500_000_000L;

  private final Supplier<Kernels> later;
  private final long enough;
  private final AtomicLong multiplyAdds = new AtomicLong();
  private volatile Kernels current = Kernels.scalar();
  private volatile boolean changed;

  /**
   * Begins with plain loops.
   *
   * @param later asked once, for what follows
   * @param enough multiply-adds until then
   */
  Beginning(Supplier<Kernels> later, long enough) {
    this.later = later;
    this.enough = enough;
  }

  /** As the system property {@code dragoman.kernels} says; null for the best kernels at once. */
  static @Nullable Beginning ofThisProcess() {
    return System.getProperty("dragoman.kernels", "").equals(Kernels.SCALAR_FIRST)
        ? new Beginning(Kernels::best, ENOUGH)
        : null;
  }

  /** What to compute with now. */
  Kernels kernels() {
    return current;
  }

  /** Adds to what was computed. */
  void multiplied(long count) {
    if (!changed && multiplyAdds.addAndGet(count) >= enough) {
      changeOver();
    }
  }

  private synchronized void changeOver() {
    if (!changed) {
      current = later.get();
      changed = true;
    }
  }
}
