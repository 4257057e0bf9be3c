package dev.dragoman.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Text to a standard stream: always UTF-8, written at once, complaining where it cannot be written.
 * On a terminal it may have one live line at the end, which is overwritten until a line is printed.
 * Safe to use from several threads.
 */
final class Output {
  private static final String TO_LINE_START_AND_CLEAR = "\r\u001b[K";

  private final String name;
  private final OutputStream stream;
  private final Terminal terminal;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean live;

  /**
   * @param name for errors: "standard output"
   */
  Output(String name, OutputStream stream, Terminal terminal) {
    this.name = name;
    this.stream = stream;
    this.terminal = terminal;
  }

  Terminal terminal() {
    return terminal;
  }

  /** Text as it is. */
  void print(String text) {
    lock.lock();
    try {
      write(clearingLive() + text);
    } finally {
      lock.unlock();
    }
  }

  /** Text and a line end. */
  void line(String text) {
    print(text + "\n");
  }

  /** Shows a text in the live line, cut to the width; nothing in a pipe. */
  void live(String text) {
    if (!terminal.interactive()) {
      return;
    }
    lock.lock();
    try {
      write(TO_LINE_START_AND_CLEAR + Columns.cut(text, terminal.width() - 1));
      live = true;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the live line, if there is one, and leaves it standing. */
  void keepLive() {
    if (lock.tryLock()) {
      try {
        if (live) {
          live = false;
          write("\n");
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /** Takes the live line away, if there is one. */
  void clearLive() {
    print("");
  }

  private String clearingLive() {
    String clearing = live ? TO_LINE_START_AND_CLEAR : "";
    live = false;
    return clearing;
  }

  private void write(String text) {
    try {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
      stream.flush();
    } catch (IOException failed) {
      throw new OutputException(name, failed);
    }
  }

  /** For those who print by writers. */
  PrintWriter writer() {
    return new PrintWriter(
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) {
            if (length > 0) {
              print(new String(text, from, length));
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
  }
}
