package dev.dragoman.cli;

import dev.dragoman.inspect.AttentionMap;
import dev.dragoman.inspect.PlacedToken;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Attention drawn with shaded cells: a row for each target token, a column for each source token;
 * the darker a cell, the more the row's token looked at the column's. Source tokens are written
 * across where they fit, else downwards; where not even that fits, one part of the columns stands
 * below the other.
 */
final class ShadedMap {
  private static final int LONGEST_LABEL = 16;
  private static final int LEGIBLE = 7;
  private static final int WIDEST_UPRIGHT = 4;
  private static final int NARROWEST = 3;
  private static final int TALLEST = 12;

  private final AttentionMap map;
  private final int width;
  private final Shading shading;
  private final int label;

  /**
   * A drawing of one sentence.
   *
   * @param width columns of the terminal that it may use
   */
  ShadedMap(AttentionMap map, int width, Shading shading) {
    this.map = map;
    this.width = width;
    this.shading = shading;
    this.label = Math.min(LONGEST_LABEL, longest(map.target().tokens())) + 2;
  }

  private static int longest(List<PlacedToken> tokens) {
    return tokens.stream().mapToInt(token -> Columns.width(token.shown())).max().orElse(0);
  }

  /** The lines of the drawing, each at most as wide as allowed. */
  List<String> lines() {
    int columns = map.source().tokens().size();
    int available = Math.max(NARROWEST, width - label);
    int across = Math.min(longest(map.source().tokens()) + 1, available / columns);
    if (across >= LEGIBLE || across > longest(map.source().tokens())) {
      return across(Math.max(NARROWEST, across));
    }
    int bands = Math.ceilDiv(columns, Math.max(1, available / NARROWEST));
    int perBand = Math.ceilDiv(columns, bands);
    int cell = Math.clamp(available / perBand, NARROWEST, WIDEST_UPRIGHT);
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < columns; from += perBand) {
      int to = Math.min(columns, from + perBand);
      if (bands > 1) {
        lines.add(
            String.format(Locale.ROOT, "source tokens %d to %d of %d", from + 1, to, columns));
      }
      lines.addAll(upright(from, to, cell));
      rows(from, to, cell, lines);
    }
    return lines;
  }

  private List<String> across(int cell) {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder(" ".repeat(label));
    for (PlacedToken token : map.source().tokens()) {
      head.append(field(token.shown(), cell));
    }
    lines.add(head.toString().stripTrailing());
    rows(0, map.source().tokens().size(), cell, lines);
    return lines;
  }

  /** Source tokens written from top to bottom, all ending on the last line. */
  private List<String> upright(int from, int to, int cell) {
    List<List<String>> words = new ArrayList<>();
    for (PlacedToken token : map.source().tokens().subList(from, to)) {
      words.add(characters(token.shown()));
    }
    int height = words.stream().mapToInt(List::size).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder(" ".repeat(label));
      for (List<String> word : words) {
        int at = line - (height - word.size());
        text.append(padded(at < 0 ? "" : word.get(at), cell));
      }
      lines.add(text.toString().stripTrailing());
    }
    return lines;
  }

  /** What a reader sees as one character each, cut where there are too many. */
  private List<String> characters(String token) {
    String clean = Columns.cut(token, Integer.MAX_VALUE);
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(clean);
    List<String> characters = new ArrayList<>();
    int begin = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      characters.add(fitting(clean.substring(begin, end)));
      begin = end;
    }
    if (characters.size() <= TALLEST) {
      return characters;
    }
    List<String> cut = new ArrayList<>(characters.subList(0, TALLEST - 1));
    cut.add(shading.ellipsis());
    return cut;
  }

  /**
   * Of a character that is joined from several, the first, where terminals differ about the width.
   */
  private static String fitting(String character) {
    return Columns.width(character) < NARROWEST
        ? character
        : Character.toString(character.codePointAt(0));
  }

  private void rows(int from, int to, int cell, List<String> lines) {
    for (int t = 0; t < map.weights().length; t++) {
      StringBuilder row = new StringBuilder(field(map.target().tokens().get(t).shown(), label));
      for (int s = from; s < to; s++) {
        row.append(String.valueOf(shading.shade(map.weights()[t][s])).repeat(cell - 1)).append(' ');
      }
      lines.add(row.toString().stripTrailing());
    }
  }

  /** The text in a field of a given width, cut where it is longer, one blank behind it. */
  private String field(String text, int field) {
    String cut = Columns.cut(text, field - 1);
    boolean shortened = cut.endsWith("…") && !text.endsWith("…");
    return padded(shortened ? cut.substring(0, cut.length() - 1) + shading.ellipsis() : cut, field);
  }

  private static String padded(String text, int field) {
    return text + " ".repeat(Math.max(0, field - Columns.width(text)));
  }
}
