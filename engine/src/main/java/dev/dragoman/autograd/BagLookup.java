package dev.dragoman.autograd;

import dev.dragoman.tensor.Elementwise;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Bags of rows of a table, each reduced to one row; an empty bag gives zeros. */
public final class BagLookup {
  private BagLookup() {}

  /** How the rows of a bag become one. */
  public enum Mode {
    /** Their sum, each row times its weight where weights are given. */
    SUM,
    /** Their mean. */
    MEAN,
    /** The largest of each column. */
    MAX
  }

  /**
   * Reduces bags.
   *
   * @param table [V, E]
   * @param ids all bags' ids one after another [N]
   * @param offsets where each bag begins in {@code ids} [G], ascending, first 0
   * @param weights one factor per id [N], only for {@link Mode#SUM}; null for ones
   * @return [G, E]
   */
  public static Value of(
      Tape tape, Value table, Ids ids, int[] offsets, Mode mode, @Nullable Value weights) {
    return of(
        tape,
        table,
        ids,
        offsets,
        mode,
        weights,
        id -> false,
        id -> false,
        EmbeddingLookup.Scaling.NONE);
  }

  /**
   * As above, where some rows are special.
   *
   * @param absent ids that count as if they stood in no bag, e.g. padding
   * @param frozenRow rows that never receive a gradient
   * @param scaling how often each id counts in the gradient; not for {@link Mode#MAX}
   */
  public static Value of(
      Tape tape,
      Value table,
      Ids ids,
      int[] offsets,
      Mode mode,
      @Nullable Value weights,
      IntPredicate absent,
      IntPredicate frozenRow,
      EmbeddingLookup.Scaling scaling) {
    check(table, ids, offsets, mode, weights);
    if (mode == Mode.MAX && scaling == EmbeddingLookup.Scaling.BY_FREQUENCY) {
      throw new IllegalArgumentException(
          "gradients scaled by frequency go with modes SUM and MEAN, got MAX");
    }
    Value out =
        tape.result(
            "EmbeddingBag",
            Shape.of(offsets.length, table.tensor().columns()),
            table.needsGradient() || (weights != null && weights.needsGradient()));
    Bags bags = new Bags(tape, table, ids, offsets, mode, weights, absent, frozenRow, scaling, out);
    bags.forward();
    if (out.needsGradient()) {
      tape.record(bags::backward);
    }
    return out;
  }

  private static void check(
      Value table, Ids ids, int[] offsets, Mode mode, @Nullable Value weights) {
    ids.requireBelow(table.from(), table.tensor().rows());
    for (int bag = 0; bag < offsets.length; bag++) {
      int least = bag == 0 ? 0 : offsets[bag - 1];
      if (offsets[bag] < least || offsets[bag] > ids.size() || (bag == 0 && offsets[0] != 0)) {
        throw new IllegalArgumentException(
            "offsets: must begin at 0 and ascend up to %d ids, got %s"
                .formatted(ids.size(), Arrays.toString(offsets)));
      }
    }
    if (weights != null && mode != Mode.SUM) {
      throw new IllegalArgumentException("per-sample weights go with mode SUM only, got " + mode);
    }
    if (weights != null && weights.tensor().size() != ids.size()) {
      throw new IllegalArgumentException(
          "per-sample weights: expected %d, one per id, got %d"
              .formatted(ids.size(), weights.tensor().size()));
    }
  }

  private record Bags(
      Tape tape,
      Value table,
      Ids ids,
      int[] offsets,
      Mode mode,
      @Nullable Value weights,
      IntPredicate absent,
      IntPredicate frozenRow,
      EmbeddingLookup.Scaling scaling,
      Value out) {

    int end(int bag) {
      return bag + 1 < offsets.length ? offsets[bag + 1] : ids.size();
    }

    /** What the row at a position is multiplied by in a bag of so many rows. */
    float factor(int position, int rowsInBag) {
      Value w = weights;
      if (w != null) {
        return w.tensor().data()[w.tensor().offset() + position];
      }
      return mode == Mode.MEAN ? 1f / rowsInBag : 1f;
    }

    /** Positions of a bag whose ids count. */
    int[] present(int bag) {
      return IntStream.range(offsets[bag], end(bag))
          .filter(i -> !absent.test(ids.values()[i]))
          .toArray();
    }

    Tensor row(int position) {
      return table.tensor().select(ids.values()[position]);
    }

    void forward() {
      out.tensor().fill(0f);
      for (int bag = 0; bag < offsets.length; bag++) {
        Tensor sum = out.tensor().select(bag);
        int[] positions = present(bag);
        for (int i : positions) {
          if (mode == Mode.MAX) {
            maximumInto(row(i), sum, i == positions[0]);
          } else {
            Elementwise.addScaled(factor(i, positions.length), row(i), sum);
          }
        }
      }
    }

    private static void maximumInto(Tensor row, Tensor largest, boolean first) {
      for (int column = 0; column < row.size(); column++) {
        float value = row.data()[row.offset() + column];
        int at = largest.offset() + column;
        largest.data()[at] = first ? value : Math.max(largest.data()[at], value);
      }
    }

    void backward() {
      Parameter parameter = table.parameter();
      if (parameter != null && table.needsGradient()) {
        tape.gradients()
            .of(parameter)
            .touch(Ids.of(IntStream.of(ids.values()).filter(this::moves).toArray()));
      }
      int[] occurrences =
          scaling == EmbeddingLookup.Scaling.BY_FREQUENCY ? occurrences() : new int[0];
      for (int bag = 0; bag < offsets.length; bag++) {
        Tensor dOut = out.gradient().select(bag);
        if (mode == Mode.MAX) {
          maximumBackward(bag, dOut);
        } else {
          sumBackward(bag, dOut, occurrences);
        }
      }
    }

    private boolean moves(int id) {
      return !absent.test(id) && !frozenRow.test(id);
    }

    private int[] occurrences() {
      int[] counts = new int[table.tensor().rows()];
      for (int id : ids.values()) {
        counts[id]++;
      }
      return counts;
    }

    private void sumBackward(int bag, Tensor dOut, int[] occurrences) {
      int[] positions = present(bag);
      for (int i : positions) {
        int id = ids.values()[i];
        if (table.needsGradient() && moves(id)) {
          float share = occurrences.length == 0 ? 1f : 1f / occurrences[id];
          Elementwise.addScaled(
              share * factor(i, positions.length), dOut, table.gradient().select(id));
        }
        Value w = weights;
        if (w != null && w.needsGradient()) {
          Tensor dWeights = w.receivingGradient();
          dWeights.data()[dWeights.offset() + i] += (float) Elementwise.dot(row(i), dOut);
        }
      }
    }

    /** The gradient of each column goes to the first row that holds its maximum. */
    private void maximumBackward(int bag, Tensor dOut) {
      Tensor largest = out.tensor().select(bag);
      for (int column = 0; column < dOut.size(); column++) {
        for (int i : present(bag)) {
          if (row(i).get(column) == largest.get(column)) {
            if (moves(ids.values()[i])) {
              Tensor dRow = table.gradient().select(ids.values()[i]);
              dRow.data()[dRow.offset() + column] += dOut.get(column);
            }
            break;
          }
        }
      }
    }
  }
}
