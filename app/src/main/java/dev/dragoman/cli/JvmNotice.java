package dev.dragoman.cli;

import java.io.PrintStream;

/**
 * Takes back the line on the Vector module that the JVM prints before {@code main} and that no JVM
 * option turns off.
 *
 * <p>The launcher says where the line was printed: on a terminal wide enough to hold it. Elsewhere
 * (a file, a pipe) it stays.
 */
final class JvmNotice {
  private static final String LINE_UP_AND_CLEAR = "\u001b[1A\u001b[2K";

  private JvmNotice() {}

  /** Clears the notice; call it before anything else is printed. */
  static void eraseFrom(PrintStream terminal) {
    if (Boolean.getBoolean("dragoman.terminal.noticed")) {
      terminal.print(LINE_UP_AND_CLEAR);
      terminal.flush();
    }
  }
}
