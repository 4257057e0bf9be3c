package dev.dragoman.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A stack trace as text. */
final class StackTraces {
  private StackTraces() {}

  static String of(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
