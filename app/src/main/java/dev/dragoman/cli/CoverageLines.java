package dev.dragoman.cli;

import dev.dragoman.inspect.ImportedVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How much of a vocabulary imported vectors cover, in lines for people. */
final class CoverageLines {
  private static final int INDENT = 15;

  private CoverageLines() {}

  /** The lines for one side, at most so many columns wide where words allow. */
  static List<String> of(String side, ImportedVectors.Coverage coverage, int width) {
    double percent = coverage.tokens() == 0 ? 0 : 100.0 * coverage.covered() / coverage.tokens();
    List<String> lines =
        new ArrayList<>(
            indented(
                side,
                String.format(
                    Locale.ROOT,
                    "%,d of %,d tokens have a vector in %s: %.1f %%, %.1f %% of the running words",
                    coverage.covered(),
                    coverage.tokens(),
                    coverage.name(),
                    percent,
                    100 * coverage.runningShare()),
                width));
    if (!coverage.uncovered().isEmpty()) {
      lines.addAll(
          indented(
              "", "without one, for example: " + String.join(" ", coverage.uncovered()), width));
    }
    return lines;
  }

  private static List<String> indented(String side, String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String line : Columns.wrapped(text, width - INDENT)) {
      String name = lines.isEmpty() ? side : "";
      lines.add(name + " ".repeat(INDENT - name.length()) + line);
    }
    return lines;
  }
}
