package dev.dragoman.cli;

import picocli.CommandLine.Option;

/** The options of every command. */
@SuppressWarnings("UnusedVariable") // picocli writes the fields and acts on them itself
final class CommonOptions {
  static final String STACK_TRACE = "--stacktrace";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      order = 1000,
      description = "Show this help and exit.")
  private boolean help;

  @Option(
      names = STACK_TRACE,
      order = 1001,
      description = "Should it fail, show where in the program.")
  private boolean stackTrace;
}
