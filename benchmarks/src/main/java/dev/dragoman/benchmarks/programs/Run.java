package dev.dragoman.benchmarks.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A process that ran to its end.
 *
 * @param output what it wrote to standard output
 * @param seconds from its start to its end, by the clock on the wall
 */
record Run(String output, double seconds) {
  /**
   * Runs a command and waits for it.
   *
   * @param environment added to this process's own
   * @param input what it reads from standard input
   * @throws IllegalStateException if it fails; the message has its last lines
   */
  static Run of(List<String> command, Map<String, String> environment, String input)
      throws IOException {
    Path errors = Files.createTempFile("compare", ".err");
    Path in = Files.writeString(Files.createTempFile("compare", ".in"), input);
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectError(errors.toFile()).redirectInput(in.toFile());
      builder.environment().putAll(environment);
      long begin = System.nanoTime();
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      double seconds = (System.nanoTime() - begin) / 1e9;
      if (code != 0) {
        throw new IllegalStateException(
            String.join(" ", command)
                + ": exit code "
                + code
                + "\n"
                + output
                + Files.readString(errors));
      }
      return new Run(output, seconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(
          new IOException("interrupted while waiting for " + command.getFirst(), e));
    } finally {
      Files.deleteIfExists(errors);
      Files.deleteIfExists(in);
    }
  }

  /** Every number that a pattern's first group finds in the output, in order. */
  List<Double> numbers(String pattern) {
    List<Double> found =
        Pattern.compile(pattern)
            .matcher(output)
            .results()
            .map((MatchResult match) -> Double.valueOf(match.group(1)))
            .toList();
    if (found.isEmpty()) {
      throw new IllegalStateException("expected '" + pattern + "' in the output, got:\n" + output);
    }
    return found;
  }

  /** The last of these numbers. */
  double number(String pattern) {
    return numbers(pattern).getLast();
  }
}
