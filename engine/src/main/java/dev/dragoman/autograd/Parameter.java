package dev.dragoman.autograd;

import dev.dragoman.tensor.Tensor;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A named tensor that training moves. Names are part of the model folder, e.g. {@code
 * encoder.forward.recurrentWeights}.
 */
public final class Parameter {
  private final String name;
  private final Tensor value;
  private boolean trainable = true;
  private boolean tracksRows;
  private boolean rowSparse;
  private final BitSet lockedRows = new BitSet();
  private final AtomicLong version = new AtomicLong();

  /**
   * A trainable parameter.
   *
   * @param value its values, not copied; must be contiguous
   */
  public Parameter(String name, Tensor value) {
    if (!value.isContiguous()) {
      throw new IllegalArgumentException("parameter " + name + " needs a contiguous tensor");
    }
    this.name = name;
    this.value = value;
  }

  /** The name, unique within a model. */
  public String name() {
    return name;
  }

  /** The values; whoever writes to them calls {@link #changed()} afterwards. */
  public Tensor value() {
    return value;
  }

  /** Whether it receives gradients. */
  public boolean isTrainable() {
    return trainable;
  }

  /** Stops training from moving it. */
  public Parameter freeze() {
    trainable = false;
    return this;
  }

  /** Lets training move it again. */
  public Parameter unfreeze() {
    trainable = true;
    return this;
  }

  /**
   * Whether its gradient remembers which rows were touched, so that clearing and adding skip the
   * others.
   */
  public boolean tracksRows() {
    return tracksRows;
  }

  /** Declares that its gradient mostly comes from row lookups. */
  public Parameter trackRows() {
    tracksRows = true;
    return this;
  }

  /** Whether the optimiser moves only rows that received a gradient. */
  public boolean isRowSparse() {
    return rowSparse;
  }

  /** Asks for row-sparse updates: the optimiser's work is proportional to the rows touched. */
  public Parameter rowSparse() {
    rowSparse = true;
    return trackRows();
  }

  /** Keeps the optimiser from moving one row. */
  public void lockRow(int row) {
    lockedRows.set(row);
  }

  /** Lets the optimiser move a row again. */
  public void unlockRow(int row) {
    lockedRows.clear(row);
  }

  /** Whether any row is locked. */
  public boolean hasLockedRows() {
    return !lockedRows.isEmpty();
  }

  /** Whether a row is locked. */
  public boolean isRowLocked(int row) {
    return lockedRows.get(row);
  }

  /** Tells everything that was derived from the values (packed copies) that they are new. */
  public void changed() {
    version.incrementAndGet();
  }

  /** Counts the changes. */
  public long version() {
    return version.get();
  }

  @Override
  public String toString() {
    return "Parameter(" + name + ", shape=" + value.shape() + ")";
  }
}
