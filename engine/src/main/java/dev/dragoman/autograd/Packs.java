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

    Entry(Parameter parameter, Tensor weight, Orientation orientation) {
      version = parameter.version();
      packed = pack(weight, orientation);
    }

    private static Packed pack(Tensor weight, Orientation orientation) {
      return switch (orientation) {
        case TRANSPOSED -> Packed.transposeOf(weight);
        case AS_IT_IS -> Packed.of(weight);
      };
    }

    /** What holds the parameter's values of now, laid out for the kernels that compute now. */
    synchronized Packed upToDate(Parameter parameter, Tensor weight, Orientation orientation) {
      long now = parameter.version();
      if (!packed.isCurrent()) {
        packed = pack(weight, orientation);
      } else if (version != now) {
        packed.repack();
      }
      version = now;
      return packed;
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
            : entries.computeIfAbsent(key, k -> new Entry(parameter, weight, orientation));
    return entry.upToDate(parameter, weight, orientation);
  }
}
