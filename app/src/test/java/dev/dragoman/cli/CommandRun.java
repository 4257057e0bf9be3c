package dev.dragoman.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs a command line inside the test, with streams that are kept. */
final class CommandRun {
  private final Map<String, String> environment = new HashMap<>();
  private Path workingFolder = Path.of("");
  private Terminal terminal = Terminal.NONE;

  /** What came of it. */
  record Result(int exitCode, String out, String err) {}

  CommandRun in(Path folder) {
    workingFolder = folder;
    return this;
  }

  CommandRun with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  CommandRun on(Terminal other) {
    terminal = other;
    return this;
  }

  Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new Output("standard output", out, terminal),
            new Output("standard error", err, terminal));
    int exitCode = Dragoman.run(new Surroundings(console, environment, workingFolder), arguments);
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
