package dev.dragoman.draw;

import java.util.Map;
import java.util.Set;

/**
 * Writes nodes as text that is well-formed both as HTML and as XML: every element is closed, every
 * attribute quoted, every special character escaped. Characters that XML cannot hold become �.
 */
public final class Markup {
  private static final Set<String> WITHOUT_END =
      Set.of("meta", "br", "hr", "link", "img", "input", "col", "wbr");
  private static final Set<String> WITH_LINE_END =
      Set.of(
          "html",
          "head",
          "body",
          "header",
          "main",
          "section",
          "nav",
          "div",
          "p",
          "h1",
          "h2",
          "h3",
          "ul",
          "ol",
          "li",
          "table",
          "thead",
          "tbody",
          "tr",
          "figure",
          "figcaption",
          "details",
          "summary",
          "style",
          "title",
          "svg",
          "g",
          "rect",
          "line",
          "path",
          "text",
          "circle",
          "meta",
          "dl",
          "dt",
          "dd",
          "pre",
          "footer");
  private static final char REPLACEMENT = '\uFFFD';

  private Markup() {}

  /** The text of a node. */
  public static String text(Node node) {
    StringBuilder out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  /** A whole HTML document. */
  public static String document(Node.Element html) {
    return "<!DOCTYPE html>\n" + text(html);
  }

  private static void write(Node node, StringBuilder out) {
    switch (node) {
      case Node.Text characters -> escape(characters.text(), out);
      case Node.Script script ->
          // To HTML the marks around the code are comments, to XML they are what keeps it as it is.
          out.append("<script>//<![CDATA[\n").append(script.code()).append("\n//]]></script>\n");
      case Node.Element element -> write(element, out);
    }
  }

  private static void write(Node.Element element, StringBuilder out) {
    out.append('<').append(element.name());
    for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
      out.append(' ').append(attribute.getKey()).append("=\"");
      escapeQuoted(attribute.getValue(), out);
      out.append('"');
    }
    if (WITHOUT_END.contains(element.name())) {
      out.append(" />");
    } else {
      out.append('>');
      element.children().forEach(child -> write(child, out));
      out.append("</").append(element.name()).append('>');
    }
    if (WITH_LINE_END.contains(element.name())) {
      out.append('\n');
    }
  }

  private static void escape(String text, StringBuilder out) {
    Glyphs.drawn(text)
        .codePoints()
        .forEach(codePoint -> {
          switch (codePoint) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            default -> out.appendCodePoint(isCharacter(codePoint) ? codePoint : REPLACEMENT);
          }
        });
  }

  /** Inside quotes a quote ends the value; in the text of a style sheet it must stay as it is. */
  private static void escapeQuoted(String text, StringBuilder out) {
    StringBuilder value = new StringBuilder();
    escape(text, value);
    out.append(value.toString().replace("\"", "&quot;"));
  }

  /** The production Char of XML 1.0. */
  private static boolean isCharacter(int codePoint) {
    return codePoint == '\t'
        || codePoint == '\n'
        || codePoint == '\r'
        || (codePoint >= 0x20 && codePoint < 0xD800)
        || (codePoint >= 0xE000 && codePoint < 0xFFFE)
        || codePoint >= 0x10000;
  }
}
