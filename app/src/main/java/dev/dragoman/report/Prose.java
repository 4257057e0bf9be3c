package dev.dragoman.report;

import static dev.dragoman.draw.Node.element;

import dev.dragoman.draw.Node;
import java.util.List;
import java.util.Locale;

/** Turns of phrase that the sections share: paragraphs, tables, what is missing. */
final class Prose {
  private Prose() {}

  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  static Node.Element paragraph(String text) {
    return element("p", text);
  }

  /** A paragraph that explains. */
  static Node.Element note(String text) {
    return element("p", text).with("class", "note");
  }

  /** A paragraph about something that the page could show, and what that needs. */
  static Node.Element missing(String text) {
    return element("p", text).with("class", "missing");
  }

  /** A table that scrolls sideways where it is too wide. */
  static Node.Element table(List<Node> head, List<? extends Node> rows) {
    return element(
            "div",
            element("table", element("thead", element("tr").add(head)), element("tbody").add(rows)))
        .with("class", "scroll")
        .with("tabindex", "0");
  }

  static Node.Element heading(String text) {
    return element("th", text).with("scope", "col");
  }

  static Node.Element numberHeading(String text) {
    return heading(text).with("class", "number");
  }

  static Node.Element cell(String text) {
    return element("td", text);
  }

  static Node.Element number(String text) {
    return element("td", text).with("class", "number");
  }
}
