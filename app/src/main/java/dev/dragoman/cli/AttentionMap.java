package dev.dragoman.cli;

import dev.dragoman.translate.Translation;
import java.util.ArrayList;
import java.util.List;

/**
 * The attention of one translation drawn with shaded cells: a row for each target token, a column
 * for each source token; the darker a cell, the more the row's token looked at the column's.
 */
final class AttentionMap {
  private static final String SHADES = " ░▒▓█";
  private static final int NARROWEST_CELL = 3;

  private final Translation translation;
  private final int width;

  /**
   * A map of one translation.
   *
   * @param width columns of the terminal that it may use
   */
  AttentionMap(Translation translation, int width) {
    this.translation = translation;
    this.width = width;
  }

  /** The lines of the drawing, each at most as wide as allowed. */
  List<String> lines() {
    int label =
        Math.min(16, translation.tokens().stream().mapToInt(String::length).max().orElse(0)) + 2;
    int columns = translation.sourceTokens().size();
    int cell =
        Math.max(
            NARROWEST_CELL, Math.min(longestSource() + 1, (width - label) / Math.max(1, columns)));
    int shown = Math.min(columns, (width - label) / cell);
    List<String> lines = new ArrayList<>();
    lines.add(" ".repeat(label) + header(shown, cell));
    for (int t = 0; t < translation.attention().length; t++) {
      lines.add(
          (padded(translation.tokens().get(t), label)
                  + row(translation.attention()[t], shown, cell))
              .stripTrailing());
    }
    if (shown < columns) {
      lines.add(
          "(" + (columns - shown) + " more source tokens do not fit in " + width + " columns)");
    }
    return lines;
  }

  private int longestSource() {
    return translation.sourceTokens().stream().mapToInt(String::length).max().orElse(0);
  }

  private String header(int shown, int cell) {
    StringBuilder text = new StringBuilder();
    for (int s = 0; s < shown; s++) {
      text.append(padded(translation.sourceTokens().get(s), cell));
    }
    return text.toString().stripTrailing();
  }

  private static String row(float[] weights, int shown, int cell) {
    StringBuilder text = new StringBuilder();
    for (int s = 0; s < shown; s++) {
      char shade =
          SHADES.charAt(
              Math.clamp(Math.round(weights[s] * (SHADES.length() - 1)), 0, SHADES.length() - 1));
      text.append(String.valueOf(shade).repeat(cell - 1)).append(' ');
    }
    return text.toString();
  }

  /** The text in a field of a given width, cut with "…" where it is longer, one blank behind it. */
  private static String padded(String text, int field) {
    String shown = text.length() < field ? text : text.substring(0, field - 2) + "…";
    return shown + " ".repeat(field - shown.length());
  }
}
