package dev.dragoman.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A curve drawn with characters, in braille dots (two by four to a character), or with plain ones
 * where the terminal cannot show those. The x axis is logarithmic, from 1 on; what is at 0 is drawn
 * at its beginning.
 */
final class Plot {
  private static final int BRAILLE = 0x2800;
  private static final int[][] DOTS = {
    {0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80},
  };
  private static final int LABEL = 8;

  private final Shading shading;
  private final int columns;
  private final int rows;

  /**
   * A drawing.
   *
   * @param width of all of it, in columns of the terminal
   * @param rows lines of the curve, without its axis
   */
  Plot(Shading shading, int width, int rows) {
    this.shading = shading;
    this.columns = Math.max(20, width - LABEL - 1);
    this.rows = rows;
  }

  /** The lines of the drawing of y over x, from y = 0. */
  List<String> lines(double[] x, double[] y) {
    double most = Math.max(Arrays.stream(y).max().orElse(0), Double.MIN_NORMAL);
    double last = Math.max(2, Arrays.stream(x).max().orElse(2));
    String[] body = shading == Shading.BLOCKS ? braille(x, y, most, last) : plain(x, y, most, last);
    List<String> lines = new ArrayList<>();
    String bar = shading == Shading.BLOCKS ? "│" : "|";
    for (int row = 0; row < rows; row++) {
      String label = row == 0 ? number(most) : row == rows - 1 ? number(0) : "";
      lines.add(
          (String.format(Locale.ROOT, "%" + LABEL + "s", label) + bar + body[row]).stripTrailing());
    }
    String line = shading == Shading.BLOCKS ? "└" + "─".repeat(columns) : "+" + "-".repeat(columns);
    lines.add(" ".repeat(LABEL) + line);
    lines.add(axis(last));
    return lines;
  }

  private static String number(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.3g", value);
  }

  private String axis(double last) {
    StringBuilder text = new StringBuilder(" ".repeat(LABEL + 1 + columns));
    for (long tick = 1; tick <= last; tick *= 4) {
      String label = String.format(Locale.ROOT, "%,d", tick);
      int at = LABEL + 1 + (int) Math.round(place((double) tick, last) * (columns - 1));
      boolean fits = at + label.length() <= text.length();
      if (fits && text.substring(Math.max(0, at - 1), at + label.length()).isBlank()) {
        text.replace(at, at + label.length(), label);
      }
    }
    return text.toString().stripTrailing();
  }

  private static double place(double x, double last) {
    return Math.log(Math.max(1, x)) / Math.log(last);
  }

  private String[] braille(double[] x, double[] y, double most, double last) {
    int[][] cells = new int[rows][columns];
    int[] heights = heights(x, y, most, last, columns * 2, rows * 4);
    for (int at = 0; at < heights.length; at++) {
      int previous = at == 0 ? heights[0] : heights[at - 1];
      int low = Math.min(heights[at], previous + (heights[at] > previous ? 1 : 0));
      int high = Math.max(heights[at], previous - (heights[at] < previous ? 1 : 0));
      for (int height = low; height <= high; height++) {
        int down = rows * 4 - 1 - height;
        cells[down / 4][at / 2] |= DOTS[down % 4][at % 2];
      }
    }
    String[] body = new String[rows];
    for (int row = 0; row < rows; row++) {
      StringBuilder text = new StringBuilder();
      for (int cell : cells[row]) {
        text.append(cell == 0 ? ' ' : (char) (BRAILLE + cell));
      }
      body[row] = text.toString();
    }
    return body;
  }

  private String[] plain(double[] x, double[] y, double most, double last) {
    char[][] cells = new char[rows][columns];
    for (char[] row : cells) {
      Arrays.fill(row, ' ');
    }
    int[] heights = heights(x, y, most, last, columns, rows);
    for (int at = 0; at < heights.length; at++) {
      cells[rows - 1 - heights[at]][at] = '*';
    }
    return Arrays.stream(cells).map(String::new).toArray(String[]::new);
  }

  /** For each of {@code width} places how high the curve is, between 0 and {@code height} − 1. */
  private static int[] heights(
      double[] x, double[] y, double most, double last, int width, int height) {
    int[] heights = new int[width];
    int point = 0;
    for (int at = 0; at < width; at++) {
      double here = at / (double) (width - 1);
      while (point < x.length - 1 && place(x[point + 1], last) <= here) {
        point++;
      }
      double value = y[point];
      if (point < x.length - 1) {
        double from = place(x[point], last);
        double to = place(x[point + 1], last);
        double share = to > from ? Math.clamp((here - from) / (to - from), 0, 1) : 1;
        value += share * (y[point + 1] - y[point]);
      }
      heights[at] = Math.clamp(Math.round(value / most * (height - 1)), 0, height - 1);
    }
    return heights;
  }
}
