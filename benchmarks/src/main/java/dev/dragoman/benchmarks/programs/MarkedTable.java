package dev.dragoman.benchmarks.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of a Markdown page between the lines {@code <!-- compare:NAME -->} and {@code <!-- end
 * -->}. Rows are told apart by their first cell: a new row takes the place of the old one of that
 * name, the others stay.
 */
final class MarkedTable {
  private static final String END = "<!-- end -->";

  private final String name;
  private final List<String> header;
  private final Map<String, String> rows = new LinkedHashMap<>();

  /**
   * A table with no rows.
   *
   * @param name in the marker
   */
  MarkedTable(String name, List<String> header) {
    this.name = name;
    this.header = List.copyOf(header);
  }

  void add(List<String> cells) {
    if (cells.size() != header.size()) {
      throw new IllegalArgumentException(
          "row "
              + cells
              + ": expected "
              + header.size()
              + " cells as in the header, got "
              + cells.size());
    }
    rows.put(cells.getFirst(), line(cells));
  }

  /** The table as Markdown, without markers. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line(header));
    lines.add("|" + "---|".repeat(header.size()));
    lines.addAll(rows.values());
    return lines;
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** Writes the rows into the page. */
  void writeInto(Path page) throws IOException {
    Files.write(page, merged(Files.readAllLines(page), page.toString()));
  }

  /** The page's lines with these rows in the marked place. */
  List<String> merged(List<String> page, String pageName) {
    String marker = "<!-- compare:" + name + " -->";
    int begin = page.indexOf(marker);
    int length = begin < 0 ? -1 : page.subList(begin, page.size()).indexOf(END);
    if (length < 0) {
      throw new IllegalArgumentException(
          pageName + ": expected a line '" + marker + "' and a line '" + END + "' behind it");
    }
    MarkedTable all = new MarkedTable(name, header);
    page.subList(begin + 1, begin + length).stream()
        .filter(MarkedTable::isRow)
        .skip(2)
        .forEach(row -> all.rows.put(firstCell(row), row));
    all.rows.putAll(rows);
    List<String> lines = new ArrayList<>(page.subList(0, begin + 1));
    lines.addAll(all.lines());
    lines.addAll(page.subList(begin + length, page.size()));
    return lines;
  }

  private static boolean isRow(String line) {
    return line.startsWith("| ") || line.startsWith("|-");
  }

  private static String firstCell(String row) {
    return row.substring(1, row.indexOf('|', 1)).strip();
  }
}
