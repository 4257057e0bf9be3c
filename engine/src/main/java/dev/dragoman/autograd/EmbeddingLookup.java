package dev.dragoman.autograd;

import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Rows;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** Rows of a table by id; the gradient reaches exactly the rows that were looked up. */
public final class EmbeddingLookup {
  private EmbeddingLookup() {}

  /** How often each id counts in the gradient. */
  public enum Scaling {
    /** Each occurrence adds its gradient. */
    NONE,
    /**
     * Each occurrence adds its gradient divided by the id's number of occurrences in this lookup.
     */
    BY_FREQUENCY
  }

  /**
   * Looks rows up.
   *
   * @param table [V, E]
   * @param ids ids of any shape [..]
   * @param frozenRow rows that never receive a gradient, e.g. the padding row
   * @return [.., E]
   * @throws IndexOutOfBoundsException if an id is outside the table
   */
  public static Value of(Tape tape, Value table, Ids ids, IntPredicate frozenRow, Scaling scaling) {
    ids.requireBelow(table.from(), table.tensor().rows());
    int[] axes = Arrays.copyOf(ids.shape().axes(), ids.shape().rank() + 1);
    axes[axes.length - 1] = table.tensor().columns();
    Value out = tape.result("EmbeddingLookup", Shape.of(axes), table.needsGradient());
    Rows.gatherInto(table.tensor(), ids, out.tensor());
    if (table.needsGradient()) {
      tape.record(() -> addTableGradient(tape, table, ids, frozenRow, scaling, out.gradient()));
    }
    return out;
  }

  private static void addTableGradient(
      Tape tape, Value table, Ids ids, IntPredicate frozenRow, Scaling scaling, Tensor dOut) {
    Ids moving = new Ids(movingIds(ids, frozenRow), ids.shape());
    Tensor upstream = scaling == Scaling.BY_FREQUENCY ? dividedByFrequency(tape, ids, dOut) : dOut;
    addRows(tape, table, moving, upstream);
  }

  /** The ids, with −1 for rows that do not move. */
  private static int[] movingIds(Ids ids, IntPredicate frozenRow) {
    int[] moving = ids.values().clone();
    for (int i = 0; i < moving.length; i++) {
      if (frozenRow.test(moving[i])) {
        moving[i] = -1;
      }
    }
    return moving;
  }

  /** dTable row ids[i] += dOut row i, leaving ids of −1 out. */
  static void addRows(Tape tape, Value table, Ids ids, Tensor dOut) {
    Parameter parameter = table.parameter();
    Tensor rows = dOut.reshape(ids.size(), dOut.columns());
    int kept = 0;
    int[] keptIds = new int[ids.size()];
    boolean all = true;
    for (int i = 0; i < ids.size(); i++) {
      if (ids.values()[i] >= 0) {
        keptIds[kept++] = ids.values()[i];
      } else {
        all = false;
      }
    }
    Ids moved = Ids.of(Arrays.copyOf(keptIds, kept));
    if (parameter != null) {
      tape.gradients().of(parameter).touch(moved);
    }
    if (all) {
      Rows.scatterAdd(rows, moved, table.gradient());
      return;
    }
    for (int i = 0; i < ids.size(); i++) {
      if (ids.values()[i] >= 0) {
        Rows.scatterAdd(rows.slice(i, i + 1), Ids.of(ids.values()[i]), table.gradient());
      }
    }
  }

  private static Tensor dividedByFrequency(Tape tape, Ids ids, Tensor dOut) {
    int[] counts = new int[Arrays.stream(ids.values()).max().orElse(-1) + 1];
    for (int id : ids.values()) {
      counts[id]++;
    }
    Tensor scaled = tape.workspace().allocate(Shape.of(ids.size(), dOut.columns()));
    Tensor rows = dOut.reshape(ids.size(), dOut.columns());
    for (int i = 0; i < ids.size(); i++) {
      dev.dragoman.tensor.Elementwise.scaleInto(
          1f / counts[ids.values()[i]], rows.slice(i, i + 1), scaled.slice(i, i + 1));
    }
    return scaled;
  }
}
