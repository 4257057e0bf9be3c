package dev.dragoman.report;

import static dev.dragoman.draw.Node.element;
import static dev.dragoman.report.Prose.cell;
import static dev.dragoman.report.Prose.heading;
import static dev.dragoman.report.Prose.number;
import static dev.dragoman.report.Prose.numberHeading;
import static dev.dragoman.report.Prose.text;

import dev.dragoman.draw.MovementChart;
import dev.dragoman.draw.Node;
import dev.dragoman.draw.Section;
import dev.dragoman.draw.Svg;
import dev.dragoman.inspect.RankedToken;
import dev.dragoman.inspect.RowFate;
import dev.dragoman.inspect.RowHistory;
import dev.dragoman.inspect.TableHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the rows of the embedding tables moved, from the record of the training. */
final class MovementSection {
  private static final String ID = "movement";
  private static final String TITLE = "How the embeddings moved";
  private static final int RANKED = 8;
  private static final int MOST_CURVES = 3;
  private static final int TOKENS = 40;

  /** A rank correlation that is called a tendency. */
  private static final double TENDENCY = 0.3;

  private MovementSection() {}

  static Section of(Movement movement) {
    if (movement.trouble().isPresent()) {
      return Section.of(ID, TITLE, Prose.missing(movement.trouble().get()));
    }
    if (movement.tables().isEmpty()) {
      return Section.of(
          ID,
          TITLE,
          Prose.missing(
              "This needs a flight record, which tells where each row of the embedding tables stood"
                  + " at many moments of the training. None lies beside this model: train with"
                  + " --record, as the quickstart does."));
    }
    List<Node> body = new ArrayList<>();
    body.add(
        Prose.note(
            "Each word has a row of numbers, its embedding. Training begins with random rows and"
                + " moves, at an update, the rows of the words that its sentences have. The others"
                + " get no gradient; a row that had one before may move on a little, since the"
                + " optimiser, as Adam does, remembers earlier gradients. Distances are Euclidean, from"
                + " where a row began; how often a word was seen counts every epoch anew."));
    movement.gap().ifPresent(what -> body.add(Prose.missing("The record " + what + ".")));
    movement.tables().forEach(table -> body.addAll(of(table)));
    return new Section(ID, TITLE, body);
  }

  private static List<Node> of(TableHistory table) {
    String name = table.name();
    List<Node> nodes = new ArrayList<>();
    nodes.add(element("h3", Character.toUpperCase(name.charAt(0)) + name.substring(1)));
    nodes.add(
        Prose.paragraph(
            text(
                "%,d of %,d rows moved, %,d never did; half of all rows went %.2f or further. Recorded"
                    + " at %d moments until update %,d.",
                table.movedRows(),
                table.size(),
                table.size() - table.movedRows(),
                median(table.movement()),
                table.snapshotUpdates().size(),
                table.snapshotUpdates().getLast())));
    table.pace().ifPresent(pace -> nodes.add(Prose.paragraph(pace.words())));
    if (table.isTied()) {
      nodes.add(
          Prose.paragraph(
              "The output layer uses this table too, so every row has a gradient at every update,"
                  + " whether a sentence has its word or not."));
    }
    table
        .damage()
        .ifPresent(what -> nodes.add(Prose.missing("The record was not finished: " + what + ".")));
    if (table.movedRows() > 0) {
      nodes.add(charts(table));
      nodes.add(Prose.note(reading(table)));
      nodes.add(ranked(table));
    }
    nodes.addAll(unmoved(table));
    return nodes;
  }

  private static float median(float[] distances) {
    float[] sorted = distances.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static Node charts(TableHistory table) {
    return element(
            "div",
            Svg.inline(MovementChart.ofRows(table, curves(table)).picture()),
            Svg.inline(MovementChart.bySightings(table).picture()))
        .with("class", "charts");
  }

  /** What the two charts show, in words. */
  private static String reading(TableHistory table) {
    return text(
        "First chart: how far the rows that moved most and least were from their start after each"
            + " recorded update. Second chart: each dot is a word; the further right, the more"
            + " often it was seen, the higher, the further it is from its start at the end. Named"
            + " are those that moved most and least, and those seen most and least often. %s",
        tendency(table.distanceAndSightings()));
  }

  private static String tendency(double correlation) {
    if (Double.isNaN(correlation)) {
      return "";
    }
    String verdict =
        Math.abs(correlation) < TENDENCY / 3
            ? "How often a word was seen says hardly anything about how far it went"
            : text(
                "Words that were seen more often went %s%s",
                correlation > 0 ? "further" : "less far",
                Math.abs(correlation) < TENDENCY ? ", but with many exceptions" : "");
    return text(
        "%s (rank correlation %+.2f; 0 is no connection, 1 or −1 the closest).",
        verdict, correlation);
  }

  /** Those that moved most and those that moved least. */
  private static List<RowHistory> curves(TableHistory table) {
    return Stream.concat(
            table.movedMost(MOST_CURVES).stream(), table.movedLeast(MOST_CURVES).stream())
        .map(RankedToken::id)
        .distinct()
        .map(table::row)
        .toList();
  }

  private static Node ranked(TableHistory table) {
    return element(
            "div",
            list("Moved most", table, table.movedMost(RANKED)),
            list("Moved least, of those that moved", table, table.movedLeast(RANKED)),
            list(
                text("Moved most since update %,d", table.lastPartBegins()),
                table,
                table.stillMoving(RANKED)))
        .with("class", "charts");
  }

  private static Node list(String title, TableHistory table, List<RankedToken> tokens) {
    List<Node> rows = new ArrayList<>();
    for (RankedToken token : tokens) {
      rows.add(
          element(
              "tr",
              cell(token.token()),
              number(text("%.3f", token.score())),
              number(text("%,d", table.end(token.id()).times()))));
    }
    return element(
        "div",
        Prose.paragraph(title),
        Prose.table(
            List.of(heading("word"), numberHeading("distance"), numberHeading("seen")), rows));
  }

  private static List<Node> unmoved(TableHistory table) {
    if (table.unmoved().isEmpty()) {
      return List.of();
    }
    List<Node> rows = new ArrayList<>();
    for (Map.Entry<RowFate, List<String>> reason : table.unmoved().entrySet()) {
      rows.add(
          element(
              "tr",
              number(text("%,d", reason.getValue().size())),
              cell(table.why(reason.getKey(), reason.getValue())),
              cell(shown(reason.getValue()))));
    }
    return List.of(
        Prose.paragraph("Rows that never moved, and why:"),
        Prose.table(List.of(numberHeading("rows"), heading("why"), heading("which")), rows));
  }

  private static String shown(List<String> tokens) {
    String first = String.join(" ", tokens.subList(0, Math.min(TOKENS, tokens.size())));
    return tokens.size() > TOKENS ? first + text(" and %,d more", tokens.size() - TOKENS) : first;
  }
}
