package dev.dragoman.autograd;

import dev.dragoman.tensor.Packed;
import dev.dragoman.tensor.Tensor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Packed copies of weights for matrix products, shared by all tapes of a model and made again when
 * their parameter has changed. Thread-safe.
 */
public final class Packs {
  private final Map<Key, Entry> entries = new ConcurrentHashMap<>();

  /** No copies yet. */
  public Packs() {}

  private enum Orientation {
    /** Right operand W of dY·W. */
    AS_IT_IS,
    /** Right operand Wᵀ of x·Wᵀ. */
    TRANSPOSED
  }

  private record Key(
      Parameter parameter, int offset, int rows, int columns, Orientation orientation) {}

  private static final class Entry {
    private Packed packed;
    private long version;

    Entry(Packed packed, long version) {
      this.packed = packed;
      this.version = version;
    }
  }

  /**
   * Wᵀ for x·Wᵀ, where {@code weight} [N, K] is the whole of a parameter or some of its columns.
   */
  Packed transpose(Parameter parameter, Tensor weight) {
    return get(parameter, weight, Orientation.TRANSPOSED);
  }

  /** W for dY·W. */
  Packed asItIs(Parameter parameter, Tensor weight) {
    return get(parameter, weight, Orientation.AS_IT_IS);
  }

  private Packed get(Parameter parameter, Tensor weight, Orientation orientation) {
    Key key = new Key(parameter, weight.offset(), weight.rows(), weight.columns(), orientation);
    Entry known = entries.get(key);
    Entry entry =
        known != null
            ? known
            : entries.computeIfAbsent(key, k -> pack(parameter, weight, orientation));
    synchronized (entry) {
      if (entry.version != parameter.version()) {
        entry.version = parameter.version();
        repack(entry.packed, weight, orientation);
      }
      return entry.packed;
    }
  }

  private static Entry pack(Parameter parameter, Tensor weight, Orientation orientation) {
    long version = parameter.version();
    Packed packed =
        orientation == Orientation.TRANSPOSED ? Packed.transposeOf(weight) : Packed.of(weight);
    return new Entry(packed, version);
  }

  private static void repack(Packed packed, Tensor weight, Orientation orientation) {
    switch (orientation) {
      case TRANSPOSED -> packed.repackTranspose(weight);
      case AS_IT_IS -> packed.repack(weight);
    }
  }
}
