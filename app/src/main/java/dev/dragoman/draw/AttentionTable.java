package dev.dragoman.draw;

import static dev.dragoman.draw.Node.element;

import dev.dragoman.inspect.AttentionMap;
import dev.dragoman.inspect.PlacedToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Attention as a table of a page: under the pointer or with the keyboard's focus a row shows all
 * its figures, and a cell says in words what it is.
 */
public final class AttentionTable {
  private static final double DARK = 0.68;
  private static final double WORTH_A_FIGURE = 0.05;

  private AttentionTable() {}

  /** A figure with both sentences above the table. */
  public static Node.Element of(AttentionMap map) {
    return element("figure")
        .with("class", "attention")
        .add(
            element(
                "figcaption",
                element("span", map.source().text()).with("class", "from"),
                element("span", map.target().text()).with("class", "to")),
            element("div", table(map)).with("class", "scroll"));
  }

  private static Node.Element table(AttentionMap map) {
    Node.Element head = element("tr").add(element("td"));
    for (PlacedToken token : map.source().tokens()) {
      head = head.add(element("th", element("span", token.shown())).with("scope", "col"));
    }
    List<Node> rows = new ArrayList<>();
    int[] strongest = map.strongest();
    for (int t = 0; t < strongest.length; t++) {
      rows.add(row(map, t, strongest[t]));
    }
    return element("table", element("thead", head), element("tbody").add(rows))
        .with("aria-label", AttentionPicture.description(map));
  }

  private static Node row(AttentionMap map, int t, int strongest) {
    List<Node> cells = new ArrayList<>();
    cells.add(element("th", map.target().tokens().get(t).shown()).with("scope", "row"));
    for (int s = 0; s < map.source().tokens().size(); s++) {
      cells.add(cell(map, t, s, s == strongest));
    }
    return element("tr").with("tabindex", "0").add(cells);
  }

  private static Node cell(AttentionMap map, int t, int s, boolean strongest) {
    double weight = Math.clamp(map.weights()[t][s], 0, 1);
    String kind =
        (weight > DARK ? "dark" : weight < WORTH_A_FIGURE ? "faint" : "light")
            + (strongest ? " most" : "");
    return element("td", element("span", Long.toString(Math.round(100 * weight))))
        .with("class", kind)
        .with("style", String.format(Locale.ROOT, "--w:%.3f", weight))
        .with("title", AttentionPicture.note(map, t, s));
  }
}
