package dev.dragoman.text;

/** Text up to blanks: what must come back when tokens are joined. */
final class Blanks {

  private Blanks() {}

  /** One ordinary blank for each run of white space, none at the ends. */
  static String collapse(String text) {
    StringBuilder collapsed = new StringBuilder();
    boolean blank = false;
    for (int codePoint : text.codePoints().toArray()) {
      if (Characters.isBlank(codePoint)) {
        blank = !collapsed.isEmpty();
        continue;
      }
      if (blank) {
        collapsed.append(' ');
      }
      blank = false;
      collapsed.appendCodePoint(codePoint);
    }
    return collapsed.toString();
  }
}
