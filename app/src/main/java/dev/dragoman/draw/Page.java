package dev.dragoman.draw;

import static dev.dragoman.draw.Node.element;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A self-contained HTML page: style inside it, nothing fetched from anywhere, no script but that of
 * maps. Light or dark as the reader prefers, readable on a telephone and on paper.
 *
 * @param title what it is about
 * @param lead one sentence below the title
 * @param sections its parts in order, with a list of links above them where there are several
 */
public record Page(String title, String lead, List<Section> sections) {

  /** Copies the sections. */
  public Page {
    sections = List.copyOf(sections);
  }

  /** The text of the file. */
  public String html() {
    return Markup.document(element("html", head(), body()).with("lang", "en"));
  }

  private Node head() {
    return element(
        "head",
        element("meta").with("charset", "utf-8"),
        element("meta")
            .with("name", "viewport")
            .with("content", "width=device-width, initial-scale=1"),
        element("title", title),
        element("style", Ink.css() + Svg.css() + resource("page.css")));
  }

  /** A file that lies beside this class. */
  static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  private Node body() {
    List<Node> parts = new ArrayList<>();
    parts.add(element("header", element("h1", title), element("p", lead).with("class", "lead")));
    if (sections.size() > 1) {
      parts.add(links());
    }
    parts.add(element("main").add(sections.stream().map(Page::section).toList()));
    if (sections.stream().anyMatch(section -> section.body().stream().anyMatch(Page::hasMap))) {
      parts.add(new Node.Script(resource("wordmap.js")));
    }
    return element("body").add(parts);
  }

  private static boolean hasMap(Node node) {
    return node instanceof Node.Element element
        && (WordMapFigure.CLASS.equals(element.attributes().get("class"))
            || element.children().stream().anyMatch(Page::hasMap));
  }

  private Node links() {
    Node.Element list = element("ul");
    for (Section section : sections) {
      list =
          list.add(element("li", element("a", section.title()).with("href", "#" + section.id())));
    }
    return element("nav", list).with("aria-label", "Sections");
  }

  private static Node section(Section section) {
    return element("section", element("h2", section.title()))
        .with("id", section.id())
        .add(section.body());
  }
}
