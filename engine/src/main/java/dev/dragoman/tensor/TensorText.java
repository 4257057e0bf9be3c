package dev.dragoman.tensor;

import java.util.Locale;

/**
 * A tensor's values as textbooks print them: nested in brackets, rows below each other, aligned,
 * four decimals, long axes shortened. Numbers that are all tiny or some huge are written with
 * exponents.
 */
final class TensorText {
  private static final int EDGE = 3;
  private static final int LONGEST_AXIS = 10;
  private static final double TINY = 1e-3;
  private static final double HUGE = 1e6;

  private final Tensor tensor;
  private final StringBuilder text;
  private final int indent;
  private final String format;
  private final int width;

  private TensorText(Tensor tensor, StringBuilder text) {
    this.tensor = tensor;
    this.text = text;
    this.indent = text.length();
    this.format = largest() > 0 && (largest() < TINY || largest() >= HUGE) ? "%.4e" : "%.4f";
    this.width = width();
  }

  /** Appends the values; lines after the first are indented to where the text ended. */
  static void append(Tensor tensor, StringBuilder text) {
    new TensorText(tensor, text).appendAxis(0, 0);
  }

  private void appendAxis(int axis, int row) {
    if (tensor.shape().rank() == 0) {
      appendNumber(tensor.data()[tensor.offset()]);
      return;
    }
    boolean last = axis == tensor.shape().rank() - 1;
    int extent = tensor.shape().axis(axis);
    text.append('[');
    for (int i = 0; i < extent; i++) {
      if (i > 0) {
        text.append(last ? ", " : betweenEntries(axis));
      }
      if (isLeftOut(i, extent)) {
        text.append("...");
        i = extent - EDGE - 1;
      } else if (last) {
        appendNumber(tensor.data()[tensor.rowOffset(row) + i]);
      } else {
        appendAxis(axis + 1, row * extent + i);
      }
    }
    text.append(']');
  }

  private static boolean isLeftOut(int i, int extent) {
    return extent > LONGEST_AXIS && i >= EDGE && i < extent - EDGE;
  }

  /** Rows follow each other, matrices are set apart by an empty line. */
  private String betweenEntries(int axis) {
    return "," + "\n".repeat(tensor.shape().rank() - 1 - axis) + " ".repeat(indent + axis + 1);
  }

  private void appendNumber(float value) {
    String number = number(value);
    text.append(" ".repeat(Math.max(0, width - number.length()))).append(number);
  }

  private String number(float value) {
    return Float.isFinite(value) ? String.format(Locale.ROOT, format, value) : shortName(value);
  }

  private static String shortName(float value) {
    if (Float.isNaN(value)) {
      return "nan";
    }
    return value > 0 ? "inf" : "-inf";
  }

  private double largest() {
    double largest = 0;
    for (float value : tensor.toArray()) {
      largest = Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
    }
    return largest;
  }

  /** Room for the longest number, and for a sign in any case. */
  private int width() {
    int longest = number(0).length() + 1;
    for (float value : tensor.toArray()) {
      longest = Math.max(longest, number(value).length());
    }
    return longest;
  }
}
