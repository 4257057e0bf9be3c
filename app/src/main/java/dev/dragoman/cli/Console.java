package dev.dragoman.cli;

import java.io.InputStream;

/**
 * The standard streams as the commands see them: results go to {@code out}, what is said about them
 * to {@code err}.
 */
record Console(InputStream in, Output out, Output err) {
  /** Says on one line that something went wrong; where not even that can be said, nothing. */
  void complain(String line) {
    try {
      out.keepLive();
    } catch (OutputException readerGone) {
      // The complaint is about to be made on the other stream.
    }
    explain("dragoman: " + oneLine(line) + "\n");
  }

  /** Says something about what went wrong, as it is; where nobody hears it, nothing. */
  void explain(String text) {
    try {
      err.print(text);
    } catch (OutputException readerGone) {
      // The exit code says it too.
    }
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
