package dev.dragoman.layers;

import dev.dragoman.autograd.EmbeddingLookup;
import dev.dragoman.autograd.Parameter;
import dev.dragoman.autograd.Tape;
import dev.dragoman.autograd.Value;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Tensor;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A trainable table [V, E]: row n is the vector of id n, and looking ids up copies their rows. The
 * gradient reaches exactly the rows that were looked up; a row that never occurs keeps the values
 * that it was born with.
 *
 * <p>A row that occurred once may move in later updates too: Adam's moments and the momentum of SGD
 * carry it on although its gradient is zero by then, as in PyTorch. With {@link
 * EmbeddingOptions#withSparseGradient()} an update moves no row but those that it looked up.
 */
public final class Embedding {
  private final Parameter table;
  private final EmbeddingOptions options;
  private final int paddingId;

  private Embedding(Parameter table, EmbeddingOptions options, int paddingId) {
    this.table = table;
    this.options = options;
    this.paddingId = paddingId;
    if (paddingId >= 0) {
      table.lockRow(paddingId);
    }
  }

  /** A table drawn from N(0, 1), named {@code embedding}. */
  public static Embedding of(int rows, int columns, RandomGenerator random) {
    return of(
        "embedding",
        rows,
        columns,
        EmbeddingOptions.defaults(),
        new Initialiser.Normal(0, 1),
        random);
  }

  /**
   * A new table; its padding row, if any, is zero.
   *
   * @param name name of the parameter
   * @param rows V, number of ids
   * @param columns E, length of a vector
   */
  public static Embedding of(
      String name,
      int rows,
      int columns,
      EmbeddingOptions options,
      Initialiser initialiser,
      RandomGenerator random) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "embedding %s: needs at least one row and one column, got %d by %d"
              .formatted(name, rows, columns));
    }
    Tensor values = Tensor.zeros(rows, columns);
    initialiser.fill(values, random);
    Embedding embedding = around(name, values, options);
    if (embedding.paddingId >= 0) {
      values.select(embedding.paddingId).fill(0f);
    }
    return embedding;
  }

  /**
   * A table of vectors that come from elsewhere; the padding row is left as it is.
   *
   * @param vectors [V, E], copied
   * @param frozen whether training leaves every row alone
   */
  public static Embedding fromPretrained(
      String name, Tensor vectors, EmbeddingOptions options, boolean frozen) {
    if (vectors.shape().rank() != 2) {
      throw new IllegalArgumentException(
          "embedding %s: expected vectors [V, E], got %s".formatted(name, vectors.shape()));
    }
    Embedding embedding = around(name, vectors.copy(), options);
    if (frozen) {
      embedding.table.freeze();
    }
    return embedding;
  }

  private static Embedding around(String name, Tensor values, EmbeddingOptions options) {
    Parameter table = new Parameter(name, values);
    table.trackRows();
    if (options.sparse()) {
      table.rowSparse();
    }
    return new Embedding(table, options, paddingRow(name, options.paddingId(), values.rows()));
  }

  private static int paddingRow(String name, @Nullable Integer id, int rows) {
    if (id == null) {
      return -1;
    }
    if (id < -rows || id >= rows) {
      throw new IllegalArgumentException(
          "embedding %s: paddingId %d is outside a table of %d rows".formatted(name, id, rows));
    }
    return id < 0 ? id + rows : id;
  }

  /** The table [V, E]. */
  public Parameter table() {
    return table;
  }

  /** The options it was made with. */
  public EmbeddingOptions options() {
    return options;
  }

  /** V, number of rows. */
  public int rows() {
    return table.value().rows();
  }

  /** E, length of a row. */
  public int columns() {
    return table.value().columns();
  }

  /** The row of one id: a view of the table, shape [E]. */
  public Tensor row(int id) {
    requireId(id);
    return table.value().select(id);
  }

  /** Keeps training from moving one row; weight decay and momentum leave it alone as well. */
  public Embedding lock(int id) {
    requireId(id);
    table.lockRow(id);
    return this;
  }

  /** Lets training move a row again; the padding row stays locked. */
  public Embedding unlock(int id) {
    requireId(id);
    if (id != paddingId) {
      table.unlockRow(id);
    }
    return this;
  }

  private void requireId(int id) {
    Ids.of(id).requireBelow(table.name(), rows());
  }

  /** Whether training cannot move this row: it is the padding row or locked. */
  public boolean isLocked(int id) {
    requireId(id);
    return table.isRowLocked(id);
  }

  private boolean isLockedByHand(int id) {
    return table.isRowLocked(id) && !isPadding(id);
  }

  boolean isPadding(int id) {
    return id == paddingId;
  }

  /**
   * The rows of ids [N], as [N, E].
   *
   * @throws IndexOutOfBoundsException if an id is outside the table, naming the id, its position
   *     and the size
   */
  public Value lookup(Tape tape, int... ids) {
    return lookup(tape, Ids.of(ids));
  }

  /**
   * The rows of ids of any shape [..], as [.., E]. With a maximum norm the rows looked up are first
   * scaled down in place; locked rows are left as they are.
   *
   * @throws IndexOutOfBoundsException if an id is outside the table, naming the id, its position
   *     and the size
   */
  public Value lookup(Tape tape, Ids ids) {
    boundNorms(ids);
    return EmbeddingLookup.of(tape, tape.use(table), ids, table::isRowLocked, scaling());
  }

  EmbeddingLookup.Scaling scaling() {
    return options.scaleGradientByFrequency()
        ? EmbeddingLookup.Scaling.BY_FREQUENCY
        : EmbeddingLookup.Scaling.NONE;
  }

  /** With a maximum norm, scales rows that are about to be looked up down to it. */
  void boundNorms(Ids ids) {
    Float bound = options.maxNorm();
    if (bound != null) {
      ids.requireBelow(table.name(), rows());
      renormalise(ids, bound);
    }
  }

  /** As PyTorch: a row whose norm is above the bound is multiplied by bound / (norm + 1e-7). */
  private void renormalise(Ids ids, float bound) {
    BitSet seen = new BitSet();
    for (int id : ids.values()) {
      if (seen.get(id) || isLockedByHand(id)) {
        continue;
      }
      seen.set(id);
      Tensor row = row(id);
      double norm = norm(row, options.normType());
      if (norm > bound) {
        float factor = (float) (bound / (norm + 1e-7));
        for (int i = 0; i < columns(); i++) {
          row.data()[row.offset() + i] *= factor;
        }
        table.changed();
      }
    }
  }

  /** The p-norm of a row [E], in double. The usual p need no power, whose last bit may be off. */
  static double norm(Tensor row, float p) {
    if (Float.isInfinite(p)) {
      return largest(row);
    }
    double sum = 0;
    for (int i = 0; i < row.size(); i++) {
      sum += power(Math.abs((double) row.data()[row.offset() + i]), p);
    }
    return p == 1 ? sum : p == 2 ? Math.sqrt(sum) : StrictMath.pow(sum, 1.0 / p);
  }

  private static double power(double x, float p) {
    return p == 1 ? x : p == 2 ? x * x : StrictMath.pow(x, p);
  }

  private static double largest(Tensor row) {
    double largest = 0;
    for (int i = 0; i < row.size(); i++) {
      largest = Math.max(largest, Math.abs((double) row.data()[row.offset() + i]));
    }
    return largest;
  }

  @Override
  public String toString() {
    return "Embedding(" + rows() + ", " + columns() + ")";
  }
}
