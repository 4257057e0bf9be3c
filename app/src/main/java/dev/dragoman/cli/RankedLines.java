package dev.dragoman.cli;

import dev.dragoman.inspect.RankedToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ranked tokens, for people in columns side by side, for programs as JSON. */
final class RankedLines {
  private static final int WIDEST_TOKEN = 20;

  private RankedLines() {}

  /**
   * A list with a heading.
   *
   * @param heading what the tokens are ranked by
   */
  record Column(String heading, List<RankedToken> tokens) {
    Column {
      tokens = List.copyOf(tokens);
    }
  }

  /** Columns side by side, a rank a line. */
  static List<String> lines(List<Column> columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder heading = new StringBuilder("    ");
    columns.forEach(column -> heading.append("  ").append(field(column.heading(), width(column))));
    lines.add(heading.toString().stripTrailing());
    int rows = columns.stream().mapToInt(column -> column.tokens().size()).max().orElse(0);
    for (int row = 0; row < rows; row++) {
      StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%4d", row + 1));
      for (Column column : columns) {
        String cell =
            row < column.tokens().size() ? cell(column.tokens().get(row), width(column)) : "";
        line.append("  ").append(field(cell, width(column)));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static int width(Column column) {
    int token =
        column.tokens().stream().mapToInt(one -> Columns.width(one.token())).max().orElse(0);
    return Math.max(Columns.width(column.heading()), Math.min(WIDEST_TOKEN, token) + 9);
  }

  private static String cell(RankedToken token, int width) {
    String score = String.format(Locale.ROOT, "%8.3f", token.score());
    return field(Columns.cut(token.token(), width - 9), width - 8) + score;
  }

  private static String field(String text, int width) {
    return text + " ".repeat(Math.max(0, width - Columns.width(text)));
  }

  /** {@code [{"token":…,"score":…},…]}. */
  static String json(List<RankedToken> tokens) {
    return Json.text(array(tokens));
  }

  /** The same inside a larger object. */
  static List<Map<String, Object>> array(List<RankedToken> tokens) {
    List<Map<String, Object>> array = new ArrayList<>();
    for (RankedToken token : tokens) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("token", token.token());
      object.put("score", token.score());
      array.add(object);
    }
    return array;
  }
}
