package dev.dragoman.kernels;

/**
 * A strided view of a float array as a matrix: element (i, j) is {@code data[offset + i·rowStride +
 * j·columnStride]}. A transpose is the same view with its strides exchanged.
 *
 * @param data the array
 * @param offset index of element (0, 0)
 * @param rows number of rows
 * @param columns number of columns
 * @param rowStride distance between rows
 * @param columnStride distance between columns; 1 for a row-major matrix
 */
public record Matrix(
    float[] data, int offset, int rows, int columns, int rowStride, int columnStride) {

  /** A row-major view. */
  public static Matrix of(float[] data, int offset, int rows, int columns, int rowStride) {
    return new Matrix(data, offset, rows, columns, rowStride, 1);
  }

  /** The transpose, on the same data. */
  public Matrix transposed() {
    return new Matrix(data, offset, columns, rows, columnStride, rowStride);
  }

  /** Index of the first element of a row. */
  public int row(int index) {
    return offset + index * rowStride;
  }
}
