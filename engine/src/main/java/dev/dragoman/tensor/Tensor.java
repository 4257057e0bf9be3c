package dev.dragoman.tensor;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Floats with a shape, row-major, as a view of an array: several tensors may share one array, and
 * writing through one is seen through the others. A tensor can always be seen as a matrix of {@link
 * #rows()} rows of {@link #columns()} floats whose beginnings lie {@link #rowStride()} apart; in a
 * contiguous tensor the stride is the row length.
 */
public final class Tensor {
  private final float[] data;
  private final int offset;
  private final Shape shape;
  private final int rowStride;

  Tensor(float[] data, int offset, Shape shape, int rowStride) {
    this.data = data;
    this.offset = offset;
    this.shape = shape;
    this.rowStride = rowStride;
  }

  /** A new tensor of zeros. */
  public static Tensor zeros(int... axes) {
    return zeros(Shape.of(axes));
  }

  /** A new tensor of zeros. */
  public static Tensor zeros(Shape shape) {
    return new Tensor(new float[shape.size()], 0, shape, shape.columns());
  }

  /**
   * A tensor over the whole of an array, which is not copied.
   *
   * @throws IllegalArgumentException if the array's length is not the shape's size
   */
  public static Tensor of(Shape shape, float... values) {
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(
          "values: shape %s needs %d, got %d".formatted(shape, shape.size(), values.length));
    }
    return new Tensor(values, 0, shape, shape.columns());
  }

  /** A contiguous view of part of an array, which is not copied. */
  public static Tensor view(float[] data, int offset, Shape shape) {
    if (offset < 0 || offset + (long) shape.size() > data.length) {
      throw new IllegalArgumentException(
          "shape %s at offset %d does not fit in an array of %d"
              .formatted(shape, offset, data.length));
    }
    return new Tensor(data, offset, shape, shape.columns());
  }

  /** The shape. */
  public Shape shape() {
    return shape;
  }

  /** The array behind this view; elements begin at {@link #offset()}. */
  public float[] data() {
    return data;
  }

  /** Index of the first element in {@link #data()}. */
  public int offset() {
    return offset;
  }

  /** Number of elements. */
  public int size() {
    return shape.size();
  }

  /** Number of rows when seen as a matrix: the product of all axes but the last. */
  public int rows() {
    return shape.rows();
  }

  /** Row length when seen as a matrix: the last axis. */
  public int columns() {
    return shape.columns();
  }

  /** Distance between the beginnings of two rows in {@link #data()}. */
  public int rowStride() {
    return rowStride;
  }

  /** Whether the elements lie in one unbroken range. */
  public boolean isContiguous() {
    return rowStride == columns() || rows() <= 1;
  }

  /** Index in {@link #data()} of the first element of a row of the matrix view. */
  public int rowOffset(int row) {
    return offset + row * rowStride;
  }

  /** One element, by one index per axis. */
  public float get(int... index) {
    return data[indexOf(index)];
  }

  /** Sets one element, by one index per axis. */
  public void set(float value, int... index) {
    data[indexOf(index)] = value;
  }

  private int indexOf(int[] index) {
    if (index.length != shape.rank()) {
      throw new IllegalArgumentException(
          "index: a tensor of shape %s needs %d indices, got %s"
              .formatted(shape, shape.rank(), Arrays.toString(index)));
    }
    int row = 0;
    for (int i = 0; i < index.length; i++) {
      if (index[i] < 0 || index[i] >= shape.axis(i)) {
        throw new IndexOutOfBoundsException(
            "index %s is outside shape %s".formatted(Arrays.toString(index), shape));
      }
      if (i < index.length - 1) {
        row = row * shape.axis(i) + index[i];
      }
    }
    return index.length == 0 ? offset : rowOffset(row) + index[index.length - 1];
  }

  /** View of entry i of the first axis: shape [a, b, c] → [b, c]. */
  public Tensor select(int i) {
    requireEntries(i, i + 1);
    return new Tensor(data, entryOffset(i), shape.withoutFirst(), rowStride);
  }

  /** View of entries [from, to) of the first axis. */
  public Tensor slice(int from, int to) {
    requireEntries(from, to);
    return new Tensor(
        data,
        entryOffset(from),
        shape.with(0, to - from),
        shape.rank() == 1 ? to - from : rowStride);
  }

  private void requireEntries(int from, int to) {
    if (shape.rank() == 0 || from < 0 || to < from || to > shape.axis(0)) {
      throw new IndexOutOfBoundsException(
          "entries [%d, %d) of shape %s: expected within 0 to %d"
              .formatted(from, to, shape, shape.rank() == 0 ? 0 : shape.axis(0)));
    }
  }

  /** Index in {@link #data()} of the first element of an entry of the first axis. */
  private int entryOffset(int i) {
    if (shape.rank() == 1) {
      return offset + i;
    }
    int rowsPerEntry = shape.axis(0) == 0 ? 0 : rows() / shape.axis(0);
    return offset + i * rowsPerEntry * rowStride;
  }

  /** View of columns [from, to) of the last axis, in every row. */
  public Tensor columns(int from, int to) {
    if (shape.rank() == 0 || from < 0 || to < from || to > columns()) {
      throw new IndexOutOfBoundsException(
          "columns [%d, %d) of shape %s: expected within 0 to %d"
              .formatted(from, to, shape, columns()));
    }
    return new Tensor(data, offset + from, shape.with(shape.rank() - 1, to - from), rowStride);
  }

  /**
   * View of rows first, first + step, first + 2·step, … of the matrix view, shape [count, columns].
   */
  public Tensor everyNthRow(int first, int step, int count) {
    if (first < 0
        || step < 1
        || count < 0
        || (count > 0 && first + (count - 1L) * step >= rows())) {
      throw new IndexOutOfBoundsException(
          "%d rows from %d by %d of shape %s: it has %d rows"
              .formatted(count, first, step, shape, rows()));
    }
    return new Tensor(data, rowOffset(first), Shape.of(count, columns()), rowStride * step);
  }

  /**
   * The same elements under another shape of the same size.
   *
   * @throws IllegalArgumentException if the sizes differ, or if the rows are not contiguous and the
   *     row length changes
   */
  public Tensor reshape(int... axes) {
    Shape other = Shape.of(axes);
    if (other.size() != size()) {
      throw new IllegalArgumentException(
          "shape %s has %d elements, cannot become %s with %d"
              .formatted(shape, size(), other, other.size()));
    }
    if (!isContiguous() && other.columns() != columns()) {
      throw new IllegalArgumentException(
          "a view of shape %s whose rows are not contiguous cannot become %s"
              .formatted(shape, other));
    }
    return new Tensor(data, offset, other, isContiguous() ? other.columns() : rowStride);
  }

  /**
   * The part of this tensor that lies where {@code part} lies in {@code whole}: a gradient's view
   * for a value's view. {@code whole} has this tensor's shape and layout.
   */
  @SuppressWarnings("ReferenceEquality") // views share one array, not equal ones
  public Tensor viewLike(Tensor part, Tensor whole) {
    if (part.data != whole.data || part.offset < whole.offset || rowStride != whole.rowStride) {
      throw new IllegalArgumentException(
          "shape %s is no view of shape %s, or the layouts differ"
              .formatted(part.shape, whole.shape));
    }
    return new Tensor(data, offset + part.offset - whole.offset, part.shape, part.rowStride);
  }

  /** A contiguous copy of the elements, row-major. */
  public float[] toArray() {
    float[] values = new float[size()];
    for (int row = 0; row < rows(); row++) {
      System.arraycopy(data, rowOffset(row), values, row * columns(), columns());
    }
    return values;
  }

  /** A contiguous copy. */
  public Tensor copy() {
    return of(shape, toArray());
  }

  /** Overwrites the elements with those of a tensor of the same shape. */
  public void copyFrom(Tensor source) {
    Checks.sameShape("source", source, shape);
    if (isContiguous() && source.isContiguous()) {
      System.arraycopy(source.data, source.offset, data, offset, size());
      return;
    }
    for (int row = 0; row < rows(); row++) {
      System.arraycopy(source.data, source.rowOffset(row), data, rowOffset(row), columns());
    }
  }

  /** Numbers of the rows that differ from those of a tensor of the same shape, ascending. */
  public int[] rowsThatDiffer(Tensor other) {
    Checks.sameShape("other", other, shape);
    return IntStream.range(0, rows()).filter(row -> !sameRow(row, other)).toArray();
  }

  private boolean sameRow(int row, Tensor other) {
    int from = rowOffset(row);
    int otherFrom = other.rowOffset(row);
    return Arrays.equals(
        data, from, from + columns(), other.data, otherFrom, otherFrom + columns());
  }

  /** Sets every element. */
  public void fill(float value) {
    if (isContiguous()) {
      Arrays.fill(data, offset, offset + size(), value);
      return;
    }
    for (int row = 0; row < rows(); row++) {
      Arrays.fill(data, rowOffset(row), rowOffset(row) + columns(), value);
    }
  }

  /** Shape and values, axes of more than ten shortened to their first and last three entries. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("tensor(");
    appendValues(text);
    return text.append(", shape=").append(shape).append(')').toString();
  }

  /** Appends the values alone, nested in brackets and shortened. */
  public void appendValues(StringBuilder text) {
    TensorText.append(this, text);
  }
}
