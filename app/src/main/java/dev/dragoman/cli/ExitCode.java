package dev.dragoman.cli;

/** How a command ended, as the shell sees it. */
final class ExitCode {
  /** The job is done. */
  static final int DONE = 0;

  /** The job failed. */
  static final int FAILED = 1;

  /** The command line or a file that it names cannot be used. */
  static final int WRONG_INPUT = 2;

  private ExitCode() {}
}
