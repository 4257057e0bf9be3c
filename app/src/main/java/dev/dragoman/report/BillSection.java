package dev.dragoman.report;

import static dev.dragoman.draw.Node.element;
import static dev.dragoman.report.Prose.cell;
import static dev.dragoman.report.Prose.heading;
import static dev.dragoman.report.Prose.number;
import static dev.dragoman.report.Prose.numberHeading;
import static dev.dragoman.report.Prose.text;

import dev.dragoman.checkpoint.Side;
import dev.dragoman.draw.Node;
import dev.dragoman.draw.Section;
import dev.dragoman.vocab.Specials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the model is made of, and every setting that it came from. */
final class BillSection {
  private static final int FREQUENT = 20;

  private BillSection() {}

  static Section of(ReportSource source) {
    return Section.of(
        "bill",
        "The bill",
        element("h3", "Parameters"),
        parameters(source),
        element("h3", "Vocabularies"),
        vocabularies(source),
        element("h3", "Settings"),
        settings(source));
  }

  private static Node parameters(ReportSource source) {
    Map<String, Long> parts = Parts.of(source.saved().model());
    long all = Parts.all(source.saved().model());
    List<Node> rows = new ArrayList<>();
    parts.forEach((name, size) -> {
      Node bar = element("i").with("style", text("width:%.1f%%", 100.0 * size / all));
      rows.add(
          element(
              "tr",
              cell(name),
              number(text("%,d", size)),
              number(text("%.1f %%", 100.0 * size / all)),
              element("td", element("span", bar).with("class", "bar"))));
    });
    return Prose.table(
        List.of(heading("part"), numberHeading("parameters"), numberHeading("share"), heading("")),
        rows);
  }

  private static Node vocabularies(ReportSource source) {
    return Prose.table(
        List.of(heading("side"), numberHeading("tokens"), heading("most frequent")),
        List.of(
            vocabulary("source", source.saved().source()),
            vocabulary("target", source.saved().target())));
  }

  private static Node vocabulary(String name, Side side) {
    List<String> tokens = side.vocabulary().tokens();
    int from = Math.min(Specials.COUNT, tokens.size());
    int to = Math.min(Specials.COUNT + FREQUENT, tokens.size());
    return element(
        "tr",
        cell(name),
        number(text("%,d", tokens.size())),
        cell(String.join("  ", tokens.subList(from, to))));
  }

  private static Node settings(ReportSource source) {
    String configuration = source.saved().configuration();
    if (configuration.isBlank()) {
      return Prose.missing("The model does not say what settings it came from.");
    }
    return element(
        "details",
        element("summary", "The experiment with every setting"),
        element("pre", configuration.strip()).with("class", "mono").with("tabindex", "0"));
  }
}
