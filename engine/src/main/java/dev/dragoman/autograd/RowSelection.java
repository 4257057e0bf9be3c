package dev.dragoman.autograd;

import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Rows;
import dev.dragoman.tensor.Shape;

/** Some rows of a matrix, in any order, any number of times. */
public final class RowSelection {
  private RowSelection() {}

  /**
   * out row i = x row indices[i].
   *
   * @param x [.., N], seen as a matrix of rows
   * @param indices [P]
   * @return [P, N]
   */
  public static Value of(Tape tape, Value x, Ids indices) {
    indices.requireBelow(x.from(), x.tensor().rows());
    Value out =
        tape.result(
            "RowSelection", Shape.of(indices.size(), x.tensor().columns()), x.needsGradient());
    Rows.gatherInto(x.tensor(), indices, out.tensor());
    if (out.needsGradient()) {
      tape.record(() -> Rows.scatterAdd(out.gradient(), indices, x.receivingGradient()));
    }
    return out;
  }

  /**
   * The opposite: a matrix of zeros whose row indices[i] is x row i; each index at most once.
   *
   * @param x [P, N]
   * @param indices [P]
   * @param shape shape of the result, [.., N]
   */
  public static Value scatter(Tape tape, Value x, Ids indices, Shape shape) {
    if (x.tensor().rows() != indices.size() || x.tensor().columns() != shape.columns()) {
      throw new IllegalArgumentException(
          "x: expected one row of %d for each of %d indices, got %s"
              .formatted(shape.columns(), indices.size(), x.shape()));
    }
    Value out = tape.result("RowScatter", shape, x.needsGradient());
    indices.requireBelow("the result", out.tensor().rows());
    out.tensor().fill(0f);
    Rows.scatterAdd(x.tensor(), indices, out.tensor());
    if (out.needsGradient()) {
      tape.record(() -> {
        var rows = tape.workspace().allocate(x.shape());
        Rows.gatherInto(out.gradient(), indices, rows);
        dev.dragoman.tensor.Elementwise.add(rows, x.receivingGradient());
      });
    }
    return out;
  }
}
