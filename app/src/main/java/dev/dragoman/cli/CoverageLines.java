package dev.dragoman.cli;

import dev.dragoman.inspect.ImportedVectors;
import java.util.List;
import java.util.Locale;

/** How much of a vocabulary imported vectors cover, in lines for people. */
final class CoverageLines {
  private CoverageLines() {}

  /** The lines for one side. */
  static List<String> of(String side, ImportedVectors.Coverage coverage) {
    double percent = coverage.tokens() == 0 ? 0 : 100.0 * coverage.covered() / coverage.tokens();
    String first =
        String.format(
            Locale.ROOT,
            "%-14s %,d of %,d tokens have a vector in %s: %.1f %%, %.1f %% of the running words",
            side,
            coverage.covered(),
            coverage.tokens(),
            coverage.name(),
            percent,
            100 * coverage.runningShare());
    return coverage.uncovered().isEmpty()
        ? List.of(first)
        : List.of(
            first,
            String.format(
                Locale.ROOT,
                "%-14s without one, for example: %s",
                "",
                String.join(" ", coverage.uncovered())));
  }
}
