package dev.dragoman.report;

import static dev.dragoman.draw.Node.element;
import static dev.dragoman.report.Prose.cell;
import static dev.dragoman.report.Prose.number;
import static dev.dragoman.report.Prose.text;

import dev.dragoman.draw.Glyphs;
import dev.dragoman.draw.Node;
import dev.dragoman.draw.Section;
import dev.dragoman.inspect.EmbeddingTable;
import dev.dragoman.inspect.Nearness;
import dev.dragoman.inspect.RankedToken;
import dev.dragoman.model.TableSide;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The nearest neighbours of some words in both tables. */
final class NeighboursSection {
  private static final int NEIGHBOURS = 5;
  private static final int WORDS = 8;
  private static final int FREQUENT = 240;
  private static final List<String> FRENCH =
      List.of("roi", "reine", "homme", "femme", "Paris", "mange", "rouge", "lundi");
  private static final List<String> ENGLISH =
      List.of("king", "queen", "man", "woman", "Paris", "eats", "red", "Monday");

  private NeighboursSection() {}

  static Section of(ReportSource source) {
    List<Node> body = new ArrayList<>();
    body.add(
        Prose.note(
            "Every word is a row of numbers. Listed are the words whose rows have the largest cosine"
                + " with it: 1 for the same direction, 0 for a right angle; and how often each word"
                + " was seen in training. "
                + howAlike(source.comparison())
                + Glyphs.legend(tokens(source))));
    body.addAll(table(source, TableSide.SOURCE, "Source words", FRENCH));
    if (!source.saved().model().settings().shareEmbeddings()) {
      body.addAll(table(source, TableSide.TARGET, "Target words", ENGLISH));
    }
    return new Section("neighbours", "Neighbours", body);
  }

  private static List<String> tokens(ReportSource source) {
    return Stream.of(TableSide.values())
        .flatMap(side -> EmbeddingTable.of(source.saved(), side).tokens().stream())
        .toList();
  }

  /** What of neighbours is more than chance, as far as that was counted. */
  private static String howAlike(Comparison comparison) {
    String some = "Some of the nearest are words of like use, others merely happen to lie there";
    if (!(comparison instanceof Comparison.Made made)
        || made.sides().stream()
            .anyMatch(side -> side.figures().translation().sameClass().isEmpty())) {
      return some + ".";
    }
    String shares =
        made.sides().stream()
            .map(side ->
                text(
                    "%.0f %% (%s)",
                    100 * side.figures().translation().sameClass().getAsDouble(), side.name()))
            .collect(Collectors.joining(" and "));
    return text(
        "%s: of the %d nearest of a frequent word %s are of its own class in the grammar.",
        some, made.sides().getFirst().figures().k(), shares);
  }

  private static List<Node> table(
      ReportSource source, TableSide side, String title, List<String> builtIn) {
    EmbeddingTable table = EmbeddingTable.of(source.saved(), side);
    Node.Element columns = element("div").with("class", "columns");
    for (String word : words(table, source.isBuiltIn() ? builtIn : List.of())) {
      columns = columns.add(of(table, word));
    }
    return List.of(element("h3", title), columns);
  }

  /** The words that were chosen, else frequent ones of more than three letters. */
  private static List<String> words(EmbeddingTable table, List<String> chosen) {
    List<String> known = chosen.stream().filter(table::contains).toList();
    if (!known.isEmpty()) {
      return known;
    }
    List<String> frequent =
        IntStream.range(table.specials(), Math.min(table.rows(), table.specials() + FREQUENT))
            .mapToObj(table.tokens()::get)
            .filter(word -> word.codePoints().filter(Character::isLetter).count() > 3)
            .toList();
    int stride = Math.max(1, frequent.size() / WORDS);
    return IntStream.range(0, Math.min(WORDS, frequent.size()))
        .mapToObj(i -> frequent.get(i * stride))
        .toList();
  }

  private static Node of(EmbeddingTable table, String word) {
    List<Node> rows = new ArrayList<>();
    for (RankedToken near : table.neighbours(word, NEIGHBOURS, Nearness.COSINE)) {
      rows.add(element("tr", cell(near.token()), number(text("%.2f", near.score()))));
    }
    String seen =
        table.occurrences(table.id(word)).stream()
            .mapToObj(count -> text("seen %,d times", count))
            .findFirst()
            .orElse("");
    return element(
        "table",
        element(
            "thead",
            element(
                "tr",
                element("th", word).with("scope", "col"),
                element("th", seen).with("scope", "col").with("class", "number"))),
        element("tbody").add(rows));
  }
}
