package dev.dragoman.benchmarks.programs;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;

/** What every program here does around its own work: options, errors in one line, UTF-8. */
final class Program {
  private static final int FAILED = 1;

  private Program() {}

  /** Runs a command of picocli's and ends the process with its exit code. */
  static void run(Object command, String... arguments) {
    CommandLine line = new CommandLine(command);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(Program::complain);
    System.exit(line.execute(arguments));
  }

  private static int complain(Exception failure, CommandLine line, CommandLine.ParseResult result)
      throws Exception {
    if (failure instanceof IllegalArgumentException
        || failure instanceof IOException
        || failure instanceof IllegalStateException) {
      line.getErr()
          .println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
      return FAILED;
    }
    throw failure;
  }

  /** Standard output in UTF-8. */
  static PrintStream out() {
    return new PrintStream(System.out, true, StandardCharsets.UTF_8);
  }

  /** Text for machines. */
  static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
