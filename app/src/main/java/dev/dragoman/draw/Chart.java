package dev.dragoman.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A chart of series over one axis.
 *
 * @param title what it shows
 * @param across what runs from left to right
 * @param acrossScale how that axis is divided
 * @param scale how the upright axis is divided
 * @param series at least one with at least one point
 * @param marks points that are named, the most important first
 */
public record Chart(
    String title,
    String across,
    Scale acrossScale,
    Scale scale,
    List<Series> series,
    List<Mark> marks) {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 260;
  private static final double LEFT = 46;
  private static final double RIGHT = 14;
  private static final double TOP = 44;
  private static final double BOTTOM = 40;
  private static final double LEGEND_LEFT = 12;
  private static final double FIRST_LEGEND_LINE = 35;
  private static final int MOST_POINTS = 320;

  /** How an axis is divided. */
  public enum Scale {
    /** Equal steps for equal differences. */
    LINEAR,
    /** Equal steps for equal ratios; values that are not above 0 are left out. */
    LOGARITHMIC
  }

  /** How a series is drawn. */
  public enum Stroke {
    /** A clear line. */
    LINE,
    /** A pale line behind the others. */
    FAINT,
    /** A line with a dot at every point. */
    DOTTED,
    /** Dots that no line joins. */
    DOTS
  }

  /**
   * Points in order.
   *
   * @param name in the legend; empty for none
   * @param points as the axes count
   * @param words what each point is called; empty where they have no names
   */
  public record Series(
      String name, Ink ink, Stroke stroke, List<Picture.Point> points, List<String> words) {
    /** Copies the points that are numbers, with their names. */
    public Series {
      if (!words.isEmpty() && words.size() != points.size()) {
        throw new IllegalArgumentException(
            "words: expected one for each of "
                + points.size()
                + " points or none, got "
                + words.size());
      }
      List<Picture.Point> all = points;
      List<String> names = words;
      List<Integer> kept =
          IntStream.range(0, all.size()).filter(i -> isNumber(all.get(i))).boxed().toList();
      points = kept.stream().map(all::get).toList();
      words = names.isEmpty() ? List.of() : kept.stream().map(names::get).toList();
    }

    /** Points without names. */
    public Series(String name, Ink ink, Stroke stroke, List<Picture.Point> points) {
      this(name, ink, stroke, points, List.of());
    }

    private static boolean isNumber(Picture.Point point) {
      return Double.isFinite(point.x()) && Double.isFinite(point.y());
    }
  }

  /**
   * A point that is named on the chart.
   *
   * @param at as the axes count
   */
  public record Mark(Picture.Point at, String name) {}

  /** Copies the series and the marks. */
  public Chart {
    series = List.copyOf(series);
    marks = List.copyOf(marks);
  }

  /** A chart on which no point is named. */
  public Chart(String title, String across, Scale acrossScale, Scale scale, List<Series> series) {
    this(title, across, acrossScale, scale, series, List.of());
  }

  /** A chart whose axis from left to right has equal steps for equal differences. */
  public Chart(String title, String across, Scale scale, List<Series> series) {
    this(title, across, Scale.LINEAR, scale, series);
  }

  private boolean shows(Picture.Point point) {
    return (acrossScale == Scale.LINEAR || point.x() > 0)
        && (scale == Scale.LINEAR || point.y() > 0);
  }

  /** Draws it. */
  public Picture picture() {
    return new Drawing(this).draw();
  }

  /** The extent of an axis and where on the picture a value stands. */
  private record Axis(double low, double high, double from, double to, boolean logarithmic) {
    double at(double value) {
      double low0 = logarithmic ? Math.log10(low) : low;
      double high0 = logarithmic ? Math.log10(high) : high;
      double value0 = logarithmic ? Math.log10(value) : value;
      return from + (value0 - low0) / (high0 - low0) * (to - from);
    }

    List<Double> ticks() {
      return logarithmic ? powers() : steps();
    }

    private List<Double> powers() {
      List<Double> ticks = new ArrayList<>();
      for (int power = (int) Math.floor(Math.log10(low)); ticks.size() < 12; power++) {
        for (int digit : new int[] {1, 2, 5}) {
          double tick = digit * Math.pow(10, power);
          if (tick > high * 1.0001) {
            return thinned(ticks);
          }
          if (tick >= low * 0.9999) {
            ticks.add(tick);
          }
        }
      }
      return thinned(ticks);
    }

    /** Powers of ten alone where there are many. */
    private static List<Double> thinned(List<Double> ticks) {
      if (ticks.size() <= 6) {
        return ticks;
      }
      return ticks.stream()
          .filter(tick -> Math.abs(Math.log10(tick) - Math.rint(Math.log10(tick))) < 1e-9)
          .toList();
    }

    private List<Double> steps() {
      double step = step((high - low) / 5);
      List<Double> ticks = new ArrayList<>();
      for (double at = Math.ceil(low / step - 1e-9); at * step <= high + step * 1e-9; at++) {
        ticks.add(at * step);
      }
      return ticks;
    }

    private static double step(double wanted) {
      double power = Math.pow(10, Math.floor(Math.log10(wanted)));
      double digit = wanted / power;
      return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }
  }

  /** A name in the legend and where it stands. */
  private record Entry(Series series, double x, double y) {}

  /** The picture while it comes about. */
  private static final class Drawing {
    private final Chart chart;
    private final Axis x;
    private final Axis y;
    private final List<Entry> legend;
    private final List<Picture.Shape> shapes = new ArrayList<>();

    Drawing(Chart chart) {
      this.chart = chart;
      this.x = across(chart);
      this.legend = legend(chart);
      double below = legend.stream().mapToDouble(Entry::y).max().orElse(FIRST_LEGEND_LINE);
      this.y = upright(chart, TOP + below - FIRST_LEGEND_LINE);
    }

    private static Stream<Picture.Point> points(Chart chart) {
      return chart.series.stream().flatMap(one -> one.points().stream()).filter(chart::shows);
    }

    private static Axis across(Chart chart) {
      double low = points(chart).mapToDouble(Picture.Point::x).min().orElse(0);
      double high = points(chart).mapToDouble(Picture.Point::x).max().orElse(1);
      if (chart.acrossScale == Scale.LOGARITHMIC) {
        return new Axis(low, high > low ? high : low * 2, LEFT, WIDTH - RIGHT, true);
      }
      return new Axis(
          Math.min(0, low), high > Math.min(0, low) ? high : low + 1, LEFT, WIDTH - RIGHT, false);
    }

    private static Axis upright(Chart chart, double top) {
      double low = points(chart).mapToDouble(Picture.Point::y).min().orElse(0.1);
      double high = points(chart).mapToDouble(Picture.Point::y).max().orElse(1);
      if (chart.scale == Scale.LOGARITHMIC) {
        return new Axis(low / 1.15, high * 1.15, HEIGHT - BOTTOM, top, true);
      }
      double room = high > low ? (high - low) * 0.06 : Math.max(Math.abs(high), 1) * 0.06;
      double bottom = low >= 0 ? Math.max(0, low - room) : low - room;
      return new Axis(bottom, high + room, HEIGHT - BOTTOM, top, false);
    }

    Picture draw() {
      shapes.add(label(12, 18, chart.title, 14, Picture.Anchor.START, Ink.TEXT));
      legend.forEach(this::draw);
      axes();
      chart.series.forEach(this::series);
      marks();
      return new Picture(WIDTH, HEIGHT, chart.title + ", over " + chart.across, shapes);
    }

    /** Where each name stands: side by side as long as there is room, then on the next line. */
    private static List<Entry> legend(Chart chart) {
      List<Entry> legend = new ArrayList<>();
      double at = LEGEND_LEFT;
      double line = FIRST_LEGEND_LINE;
      for (Series one : chart.series) {
        if (!one.name().isEmpty()) {
          double width = 30 + Lettering.width(one.name(), 11);
          if (at > LEGEND_LEFT && at + width > WIDTH) {
            at = LEGEND_LEFT;
            line += 15;
          }
          legend.add(new Entry(one, at, line));
          at += width;
        }
      }
      return legend;
    }

    private void draw(Entry entry) {
      Series one = entry.series();
      shapes.add(new Picture.Box(entry.x(), entry.y() - 6, 14, 4, one.ink(), 1, ""));
      shapes.add(label(entry.x() + 18, entry.y(), one.name(), 11, Picture.Anchor.START, Ink.MUTED));
    }

    private void axes() {
      for (double tick : y.ticks()) {
        shapes.add(rule(x.from(), y.at(tick), x.to(), y.at(tick)));
        shapes.add(
            label(LEFT - 6, y.at(tick) + 4, Numbers.tick(tick), 11, Picture.Anchor.END, Ink.MUTED));
      }
      for (double tick : x.ticks()) {
        shapes.add(rule(x.at(tick), y.from(), x.at(tick), y.from() + 4));
        shapes.add(
            label(
                x.at(tick),
                HEIGHT - BOTTOM + 16,
                Numbers.tick(tick),
                11,
                Picture.Anchor.MIDDLE,
                Ink.MUTED));
      }
      shapes.add(label(x.to(), HEIGHT - 8, chart.across, 11, Picture.Anchor.END, Ink.MUTED));
    }

    private static Picture.Line rule(double x1, double y1, double x2, double y2) {
      return new Picture.Line(
          List.of(new Picture.Point(x1, y1), new Picture.Point(x2, y2)), Ink.GRID, 1, 1);
    }

    private static Picture.Label label(
        double x, double y, String text, double size, Picture.Anchor anchor, Ink ink) {
      return new Picture.Label(x, y, text, size, anchor, 0, ink);
    }

    private void series(Series one) {
      List<Picture.Point> drawn = new ArrayList<>();
      boolean dots = one.stroke() == Stroke.DOTS;
      int stride = dots ? 1 : Math.max(1, Math.ceilDiv(one.points().size(), MOST_POINTS));
      for (int i = 0; i < one.points().size(); i++) {
        Picture.Point point = one.points().get(i);
        boolean last = i == one.points().size() - 1;
        if ((i % stride == 0 || last) && chart.shows(point)) {
          Picture.Point place = place(point);
          drawn.add(place);
          if (dots || one.stroke() == Stroke.DOTTED) {
            double radius = dots ? 2 : 3.5;
            shapes.add(new Picture.Dot(place.x(), place.y(), radius, one.ink(), note(one, i)));
          }
        }
      }
      if (!drawn.isEmpty() && !dots) {
        boolean faint = one.stroke() == Stroke.FAINT;
        shapes.add(new Picture.Line(drawn, one.ink(), faint ? 1 : 2, faint ? 0.3 : 1));
      }
    }

    private Picture.Point place(Picture.Point point) {
      return new Picture.Point(x.at(point.x()), y.at(point.y()));
    }

    /** A larger dot for each, and its name where there is room, on paper that hides other dots. */
    private void marks() {
      LabelPlaces free =
          new LabelPlaces(
              x.from(), y.to(), x.to(), y.from(), points(chart).map(this::place).toList());
      for (Mark mark : chart.marks) {
        if (chart.shows(mark.at())) {
          Picture.Point place = place(mark.at());
          double width = Lettering.width(mark.name(), 11) + 3;
          free.take(place, width, 11, true).ifPresent(at -> name(mark.name(), at, width));
          shapes.add(new Picture.Dot(place.x(), place.y(), 3, Ink.SECOND, mark.name()));
        }
      }
    }

    private void name(String name, Picture.Point at, double width) {
      shapes.add(new Picture.Box(at.x() - 1, at.y() - 9, width, 12, Ink.PAPER, 0.8, ""));
      shapes.add(label(at.x(), at.y(), name, 11, Picture.Anchor.START, Ink.TEXT));
    }

    private String note(Series one, int number) {
      Picture.Point point = one.points().get(number);
      String name =
          one.words().isEmpty()
              ? one.name().isEmpty() ? chart.title : one.name()
              : one.words().get(number);
      return name
          + " "
          + Numbers.exact(point.y())
          + " at "
          + chart.across
          + " "
          + Numbers.tick(point.x());
    }
  }
}
