package dev.dragoman.cli;

/** Text inside XML and HTML. */
final class Markup {
  private Markup() {}

  /** The text with what the markup would read as its own replaced; control characters left out. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .filter(character -> character >= ' ' && (character < 0xD800 || character > 0xDFFF))
        .forEach(character -> {
          switch (character) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            default -> escaped.appendCodePoint(character);
          }
        });
    return escaped.toString();
  }
}
