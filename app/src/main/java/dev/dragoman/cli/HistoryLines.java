package dev.dragoman.cli;

import dev.dragoman.history.WatchedUpdate;
import dev.dragoman.inspect.RowFate;
import dev.dragoman.inspect.RowHistory;
import dev.dragoman.inspect.RowPoint;
import dev.dragoman.inspect.TableHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What vectors did while training, in lines for people. */
final class HistoryLines {
  private static final int SHOWN = 12;
  private static final int PLOT_ROWS = 8;
  private static final int LARGEST = 3;

  private HistoryLines() {}

  /** About a whole table. */
  static List<String> of(TableHistory table, int count, int width) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Columns.wrapped(
            text(
                "%s: %,d vectors of size %d, recorded at %d snapshots until update %,d",
                table.name(),
                table.shape().rows(),
                table.shape().columns(),
                table.snapshotUpdates().size(),
                table.snapshotUpdates().getLast()),
            width));
    lines.add(
        text(
            "%,d of them moved; %,d never did%s",
            table.movedRows(),
            table.shape().rows() - table.movedRows(),
            table.unmoved().isEmpty() ? "" : ":"));
    for (Map.Entry<RowFate, List<String>> reason : table.unmoved().entrySet()) {
      lines.addAll(unmoved(table, reason.getKey(), reason.getValue(), width));
    }
    table.pace().ifPresent(pace -> lines.addAll(Columns.wrapped(pace.words(), width)));
    lines.add("");
    lines.addAll(
        RankedLines.lines(
            List.of(
                new RankedLines.Column("moved most", table.movedMost(count)),
                new RankedLines.Column("moved least", table.movedLeast(count)),
                new RankedLines.Column(
                    text("since update %,d", table.lastPartBegins()), table.stillMoving(count)))));
    lines.add("");
    lines.add("Distances from the start; the last column: from where they were at that update.");
    return lines;
  }

  private static List<String> unmoved(
      TableHistory table, RowFate fate, List<String> tokens, int width) {
    String more = tokens.size() > SHOWN ? text(" and %,d more", tokens.size() - SHOWN) : "";
    String shown = tokens.stream().limit(SHOWN).collect(Collectors.joining(" "));
    List<String> lines = new ArrayList<>();
    lines.addAll(indented(table.why(fate, tokens), width));
    Columns.wrapped(shown + more, width - 6).forEach(line -> lines.add("      " + line));
    return lines;
  }

  private static List<String> indented(String text, int width) {
    return Columns.wrapped(text, width - 2).stream().map(line -> "  " + line).toList();
  }

  /** About one row. */
  static List<String> of(TableHistory table, RowHistory row, Shading shading, int width) {
    List<String> lines = new ArrayList<>();
    lines.add(text("'%s', row %,d of %s", row.token(), row.id(), table.name()));
    if (!row.fate().moved()) {
      String why = table.why(row.fate(), List.of(row.token()));
      lines.addAll(indented("It never moved: " + why, width));
      return lines;
    }
    lines.addAll(indented(movement(table, row), width));
    lines.add("");
    lines.addAll(plot(row, shading, width));
    lines.add("");
    lines.addAll(points(row));
    lines.addAll(watched(table, row, width));
    return lines;
  }

  /** How far a row moved, when, and why. */
  private static String movement(TableHistory table, RowHistory row) {
    RowPoint end = row.end();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        text(
            "It moved %.3f from its start, to a cosine of %.3f with it; half of that by update %,d.",
            end.toStart(), end.cosineToStart(), row.halfWay().update()));
    sentences.add(seen(row, end));
    if (end.updates() > 0) {
      sentences.add(
          text(
              "These updates moved it %.3f, detours included; its gradient's norm was %.2g on average.",
              end.path(), end.gradient() / end.updates()));
    }
    if (end.updates() > 0 && end.path() < end.toStart()) {
      sentences.add(carried(table));
    }
    if (row.fate() == RowFate.MOVED_UNSEEN) {
      sentences.add(row.fate().words());
    }
    return String.join(" ", sentences);
  }

  /** What moves a row when no sentence of the update has its token. */
  private static String carried(TableHistory table) {
    return table.isTied()
        ? "The others moved it too, since the output layer uses the same table."
        : "The others moved it too: the optimiser's memory carries on along old gradients.";
  }

  private static String seen(RowHistory row, RowPoint end) {
    return end.times() == 0
        ? "No update looked it up."
        : text(
            "Seen %,d times in %,d sentences by %,d of %,d updates, first at %,d, last at %,d.",
            end.times(), end.sentences(), end.updates(), end.update(), row.first(), row.last());
  }

  private static List<String> plot(RowHistory row, Shading shading, int width) {
    List<String> lines = new ArrayList<>();
    lines.add("  distance from its start, by update (a logarithmic axis)");
    double[] x = row.points().stream().mapToDouble(RowPoint::update).toArray();
    double[] y = row.points().stream().mapToDouble(RowPoint::toStart).toArray();
    lines.addAll(new Plot(shading, width - 1, PLOT_ROWS).lines(x, y));
    return lines;
  }

  private static List<String> points(RowHistory row) {
    List<String> lines = new ArrayList<>();
    lines.add("  update    seen  distance  cosine   since the point before it:");
    lines.add("                  from start       seen  distance  cosine  mean gradient");
    List<RowPoint> points = row.points();
    for (int i = 1; i < points.size(); i++) {
      RowPoint before = points.get(i - 1);
      RowPoint point = points.get(i);
      int updates = point.updates() - before.updates();
      lines.add(
          text(
              "%8d  %6d  %8.3f  %6.3f     %6d  %8.3f  %6.3f  %13s",
              point.update(),
              point.times(),
              point.toStart(),
              point.cosineToStart(),
              point.times() - before.times(),
              point.toPrevious(),
              point.cosineToPrevious(),
              updates == 0 ? "-" : text("%.2g", (point.gradient() - before.gradient()) / updates)));
    }
    return lines;
  }

  private static List<String> watched(TableHistory table, RowHistory row, int width) {
    if (row.watched().isEmpty()) {
      return List.of("", "  (train with --watch " + row.token() + " to keep every update of it)");
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    long unseen = row.watched().stream().filter(update -> update.times() == 0).count();
    double drift =
        row.watched().stream()
            .filter(update -> update.times() == 0)
            .mapToDouble(WatchedUpdate::updateNorm)
            .sum();
    String drifted =
        text(
            "Every update is on record. %,d updates did not see it and moved it %.3f in all%s",
            unseen, drift, unseen == 0 ? "." : ": " + carries(table));
    lines.addAll(indented(drifted, width));
    lines.add("  Its largest moves:");
    row.watched().stream()
        .sorted(Comparator.comparingDouble(update -> -update.updateNorm()))
        .limit(LARGEST)
        .forEach(update -> lines.addAll(move(table, update, width)));
    return lines;
  }

  private static String carries(TableHistory table) {
    return table.isTied()
        ? "the output layer uses the same vectors, and the optimiser's memory carries them on."
        : "the optimiser's memory of earlier gradients (momentum) carries it on.";
  }

  private static List<String> move(TableHistory table, WatchedUpdate update, int width) {
    List<String> lines = new ArrayList<>();
    lines.add(
        text(
            "    update %,d moved it %.4f (gradient %.2g, seen %d times in %d sentences)",
            update.update(),
            update.updateNorm(),
            update.gradientNorm(),
            update.times(),
            update.sentences()));
    if (update.sentence().length > 0) {
      String sentence = String.join(" ", table.vocabulary().decode(update.sentence()));
      lines.add("      " + Columns.cut(sentence, width - 6));
    }
    return lines;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
