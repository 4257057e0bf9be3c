package dev.dragoman.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * What a standard stream leads to.
 *
 * @param interactive whether somebody watches, so that a line may be overwritten
 * @param coloured whether colours are welcome
 * @param width columns to keep to
 */
record Terminal(boolean interactive, boolean coloured, int width) {
  private static final int USUAL_WIDTH = 80;
  private static final int NARROWEST = 40;
  private static final String COLUMNS = "dragoman.terminal.columns";

  /** A file or another program. */
  static final Terminal NONE = new Terminal(false, false, USUAL_WIDTH);

  /** A standard stream of this process. */
  enum Stream {
    OUT(1),
    ERR(2);

    private final int descriptor;

    Stream(int descriptor) {
      this.descriptor = descriptor;
    }

    private String property() {
      return this == OUT ? "dragoman.terminal.out" : "dragoman.terminal.err";
    }
  }

  /** As the launcher says in system properties, else as far as Java can find out. */
  static Terminal of(Stream stream, Properties properties, Map<String, String> environment) {
    @Nullable String told = properties.getProperty(stream.property());
    boolean terminal = told == null ? looksInteractive(stream) : Boolean.parseBoolean(told);
    boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
    if (!terminal || dumb) {
      return NONE;
    }
    boolean coloured = environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(true, coloured, width(properties, environment));
  }

  /** The same for picocli. */
  Ansi ansi() {
    return coloured ? Ansi.ON : Ansi.OFF;
  }

  private static int width(Properties properties, Map<String, String> environment) {
    String columns = properties.getProperty(COLUMNS, environment.getOrDefault("COLUMNS", ""));
    try {
      return Math.max(NARROWEST, Integer.parseInt(columns));
    } catch (NumberFormatException unknown) {
      return USUAL_WIDTH;
    }
  }

  /**
   * Linux shows what a descriptor is open on; elsewhere Java knows only of all streams together.
   */
  private static boolean looksInteractive(Stream stream) {
    try {
      String target =
          Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream.descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException notLinux) {
      return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
    }
  }
}
