package dev.dragoman.cli;

import dev.dragoman.inspect.RowHistory;
import dev.dragoman.inspect.RowPoint;
import dev.dragoman.inspect.TableHistory;
import java.util.List;
import java.util.Locale;

/** The distances of some rows from their start as curves in an SVG file; update on a log axis. */
final class HistorySvg {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 420;
  private static final int LEFT = 64;
  private static final int RIGHT = 140;
  private static final int TOP = 46;
  private static final int BOTTOM = 54;

  /** Told apart by people who see no red or green (Okabe and Ito). */
  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f");

  private final double most;
  private final double last;

  private HistorySvg(List<RowHistory> rows) {
    this.most =
        rows.stream()
            .flatMap(row -> row.points().stream())
            .mapToDouble(RowPoint::toStart)
            .filter(distance -> distance > 0)
            .max()
            .orElse(1);
    this.last = Math.max(2, rows.getFirst().end().update());
  }

  /** The file's text. */
  static String of(TableHistory table, List<RowHistory> rows) {
    return new HistorySvg(rows).draw(table, rows);
  }

  private String draw(TableHistory table, List<RowHistory> rows) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        text(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                + " font-family=\"system-ui, sans-serif\" font-size=\"13\" role=\"img\">%n",
            WIDTH, HEIGHT, WIDTH, HEIGHT));
    svg.append(
        text("<title>How far vectors of %s moved</title>%n", Markup.escaped(table.name())));
    svg.append(text("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>%n", WIDTH, HEIGHT));
    svg.append(
        label(LEFT, 24, "start", "Distance from the start, " + table.name(), "font-size=\"16\""));
    axes(svg);
    for (int i = 0; i < rows.size(); i++) {
      curve(svg, rows.get(i), COLOURS.get(i % COLOURS.size()), i);
    }
    return svg.append("</svg>\n").toString();
  }

  private void axes(StringBuilder svg) {
    for (int i = 0; i <= 4; i++) {
      double value = most * i / 4;
      double y = y(value);
      svg.append(
          text(
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
              LEFT, WIDTH - RIGHT, y, y));
      svg.append(label(LEFT - 8, y + 4, "end", text("%.3g", value), ""));
    }
    for (long tick = 1; tick <= last; tick *= 4) {
      svg.append(
          label(x((double) tick), HEIGHT - BOTTOM + 20, "middle", text("%,d", tick), ""));
    }
    svg.append(
        label(
            (LEFT + WIDTH - RIGHT) / 2.0,
            HEIGHT - 12,
            "middle",
            "updates made (logarithmic; the left edge is the start)",
            ""));
  }

  private void curve(StringBuilder svg, RowHistory row, String colour, int place) {
    StringBuilder points = new StringBuilder();
    for (RowPoint point : row.points()) {
      points.append(text("%.1f,%.1f ", x((double) point.update()), y(point.toStart())));
    }
    svg.append(
        text(
            "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
            points.toString().strip(), colour));
    double y = TOP + 14 + place * 20.0;
    svg.append(
        text(
            "<rect x=\"%d\" y=\"%.1f\" width=\"12\" height=\"4\" fill=\"%s\"/>%n",
            WIDTH - RIGHT + 12, y - 6, colour));
    svg.append(
        label(WIDTH - RIGHT + 30, y, "start", row.token() + text(" %.3g", row.end().toStart()), ""));
  }

  private double x(double update) {
    return LEFT + (WIDTH - LEFT - RIGHT) * Math.log(Math.max(1, update)) / Math.log(last);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / most;
  }

  private static String label(double x, double y, String anchor, String words, String more) {
    return text(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>%n",
        x, y, anchor, more, Markup.escaped(words));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).replace("\r\n", "\n");
  }
}
