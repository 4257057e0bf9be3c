package dev.dragoman.tensor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The extents of a tensor's axes, outermost first (row-major), all ≥ 0. A scalar has no axes. */
public final class Shape {
  private final int[] axes;

  /** The view's shape that was asked for last: a recurrence asks for the same at every step. */
  private @Nullable Shape lastView;

  /**
   * Keeps the array: views are made at every step of a recurrence and copy no more than they must.
   */
  private Shape(int[] axes) {
    this.axes = axes;
  }

  /**
   * A shape of these extents.
   *
   * @throws IllegalArgumentException if an extent is negative or a Java array cannot hold so many
   *     elements
   */
  public static Shape of(int... axes) {
    long size = 1;
    for (int axis : axes) {
      if (axis < 0) {
        throw new IllegalArgumentException(
            "shape " + Arrays.toString(axes) + " has a negative axis");
      }
      size *= axis;
      if (size > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException(
            "shape " + Arrays.toString(axes) + " has more elements than a Java array can hold");
      }
    }
    return new Shape(axes.clone());
  }

  /** This shape with another, smaller extent of one axis. */
  Shape with(int axis, int extent) {
    Shape known = lastView;
    if (known != null && known.isLike(this, axis, extent)) {
      return known;
    }
    int[] changed = axes.clone();
    changed[axis] = extent;
    Shape view = new Shape(changed);
    lastView = view;
    return view;
  }

  /** Whether this is the other shape with another extent of one axis. */
  private boolean isLike(Shape other, int axis, int extent) {
    if (axes.length != other.axes.length) {
      return false;
    }
    for (int i = 0; i < axes.length; i++) {
      if (axes[i] != (i == axis ? extent : other.axes[i])) {
        return false;
      }
    }
    return true;
  }

  /** This shape without its first axis. */
  Shape withoutFirst() {
    return new Shape(Arrays.copyOfRange(axes, 1, axes.length));
  }

  /** The extents, as a copy. */
  public int[] axes() {
    return axes.clone();
  }

  /** Number of axes. */
  public int rank() {
    return axes.length;
  }

  /** Extent of one axis; negative indices count from the last axis. */
  public int axis(int index) {
    return axes[index < 0 ? axes.length + index : index];
  }

  /** Number of elements: the product of all extents, 1 for a scalar. */
  public int size() {
    int size = 1;
    for (int axis : axes) {
      size *= axis;
    }
    return size;
  }

  /**
   * Product of all extents but the last: how many rows there are when the tensor is seen as a
   * matrix.
   */
  public int rows() {
    return axes.length == 0 ? 1 : prefix(axes.length - 1);
  }

  /** Extent of the last axis: how long a row is; 1 for a scalar. */
  public int columns() {
    return axes.length == 0 ? 1 : axes[axes.length - 1];
  }

  private int prefix(int count) {
    int size = 1;
    for (int i = 0; i < count; i++) {
      size *= axes[i];
    }
    return size;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(axes, shape.axes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(axes);
  }

  @Override
  public String toString() {
    return Arrays.toString(axes);
  }
}
