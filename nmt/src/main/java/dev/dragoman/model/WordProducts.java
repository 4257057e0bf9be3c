package dev.dragoman.model;

import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.layers.Embedding;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What a word's embedding gives in the products with some weights, W y + b: computed when the word
 * is first met, then remembered, since a word gives the same wherever it stands. For translating
 * only. Thread-safe; forgets everything when a weight has changed.
 */
final class WordProducts {
  /** Most floats that are remembered, 64 MiB; words met later are computed each time. */
  private static final int MOST_FLOATS = 1 << 24;

  private final Embedding embedding;
  private final int columns;
  private final List<Parameter> weights;
  private final Computation computation;
  private final int mostRows;
  private volatile Remembered remembered;

  /** Computes rows that are not known yet, without recording. */
  @FunctionalInterface
  interface Computation {
    /**
     * Computes the products of some words.
     *
     * @param embedded y [W, E]
     * @param out [W, N], overwritten
     */
    void apply(Tape tape, Value embedded, Tensor out);
  }

  /**
   * Rows as they were with weights of one version.
   *
   * @param rows [V] of [N], null where a word was not met yet
   */
  private record Remembered(
      long version, AtomicReferenceArray<float @Nullable []> rows, AtomicInteger count) {}

  /**
   * Nothing is computed yet.
   *
   * @param columns N, width of all products together
   * @param weights all that the products depend on besides the embedding table
   */
  WordProducts(Embedding embedding, int columns, List<Parameter> weights, Computation computation) {
    this(embedding, columns, weights, computation, MOST_FLOATS);
  }

  WordProducts(
      Embedding embedding,
      int columns,
      List<Parameter> weights,
      Computation computation,
      int mostFloats) {
    this.embedding = embedding;
    this.columns = columns;
    this.weights = List.copyOf(weights);
    this.computation = computation;
    this.mostRows = mostFloats / columns;
    this.remembered = nothing();
  }

  private Remembered nothing() {
    return new Remembered(
        version(), new AtomicReferenceArray<>(embedding.rows()), new AtomicInteger());
  }

  /** Grows with every change of the table or a weight. */
  private long version() {
    long version = embedding.table().version();
    for (Parameter weight : weights) {
      version += weight.version();
    }
    return version;
  }

  /**
   * The products of words.
   *
   * @param ids [R]
   * @return [R, N], in the tape's memory
   * @throws IndexOutOfBoundsException if an id is outside the table
   */
  Tensor of(Tape tape, Ids ids) {
    ids.requireBelow(embedding.table().name(), embedding.rows());
    Remembered known = current();
    int[] strangers = strangers(ids, known);
    Tensor computed = strangers.length == 0 ? null : computed(tape, strangers, known);
    Tensor out = tape.workspace().allocate(Shape.of(ids.size(), columns));
    for (int r = 0; r < ids.size(); r++) {
      int id = ids.values()[r];
      float[] row = known.rows.get(id);
      if (row != null) {
        System.arraycopy(row, 0, out.data(), out.rowOffset(r), columns);
      } else if (computed != null) {
        int place = indexOf(id, strangers, strangers.length);
        System.arraycopy(
            computed.data(), computed.rowOffset(place), out.data(), out.rowOffset(r), columns);
      }
    }
    return out;
  }

  private Remembered current() {
    Remembered known = remembered;
    if (known.version != version()) {
      known = nothing();
      remembered = known;
    }
    return known;
  }

  /** The words that are not known, each once. */
  private static int[] strangers(Ids ids, Remembered known) {
    int[] strangers = new int[ids.size()];
    int count = 0;
    for (int id : ids.values()) {
      if (known.rows.get(id) == null && indexOf(id, strangers, count) < 0) {
        strangers[count++] = id;
      }
    }
    return Arrays.copyOf(strangers, count);
  }

  private static int indexOf(int id, int[] ids, int count) {
    for (int i = 0; i < count; i++) {
      if (ids[i] == id) {
        return i;
      }
    }
    return -1;
  }

  private Tensor computed(Tape tape, int[] words, Remembered known) {
    Tensor out = tape.workspace().allocate(Shape.of(words.length, columns));
    computation.apply(tape, embedding.lookup(tape, Ids.of(words)), out);
    for (int i = 0; i < words.length; i++) {
      if (known.count.get() < mostRows
          && known.rows.compareAndSet(words[i], null, out.select(i).toArray())) {
        known.count.incrementAndGet();
      }
    }
    return out;
  }
}
