package dev.dragoman.tour;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.autograd.Tape;
import dev.dragoman.layers.Embedding;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * A jshell as the tour's first page tells the reader to start it: with the Vector module, the
 * classes of engine and nmt, and jshell's usual imports. It runs inside the JVM of the tests, which
 * has compiled most of what a snippet needs by then, and takes standard output over while it is
 * open.
 */
final class Shell implements AutoCloseable {
  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  /** What the tool imports unless it is told otherwise. */
  private static final List<String> USUAL_IMPORTS =
      List.of(
          "java.io",
          "java.math",
          "java.net",
          "java.nio.file",
          "java.util",
          "java.util.concurrent",
          "java.util.function",
          "java.util.prefs",
          "java.util.regex",
          "java.util.stream");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream outside = System.out;
  private final JShell jshell;

  Shell() {
    jshell =
        JShell.builder()
            .executionEngine("local")
            .compilerOptions("--add-modules", VECTOR_MODULE)
            .build();
    System.setOut(new PrintStream(printed, true, UTF_8));
    jshell.addToClasspath(classesOf(Tape.class));
    jshell.addToClasspath(classesOf(Embedding.class));
    USUAL_IMPORTS.forEach(name -> run("import " + name + ".*;"));
  }

  private static String classesOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  /**
   * Runs what a reader would paste.
   *
   * @return what it printed
   * @throws AssertionError if it does not compile or throws
   */
  String run(String code) {
    printed.reset();
    String rest = code;
    while (!rest.isBlank()) {
      CompletionInfo next = jshell.sourceCodeAnalysis().analyzeCompletion(rest);
      if (!next.completeness().isComplete()) {
        throw new AssertionError("not complete Java:\n" + rest);
      }
      jshell.eval(next.source()).forEach(this::requireSuccess);
      rest = next.remaining();
    }
    return printed.toString(UTF_8);
  }

  private void requireSuccess(SnippetEvent event) {
    boolean isReplacedByAnother =
        event.causeSnippet() != null && event.status() == Snippet.Status.OVERWRITTEN;
    if (isReplacedByAnother) {
      return;
    }
    if (event.status() != Snippet.Status.VALID) {
      throw new AssertionError(
          "%s:%n%s%n%s".formatted(event.status(), event.snippet().source(), reasons(event)));
    }
    if (event.exception() != null) {
      throw new AssertionError("thrown by\n" + event.snippet().source(), event.exception());
    }
  }

  private String reasons(SnippetEvent event) {
    return jshell
        .diagnostics(event.snippet())
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    System.setOut(outside);
    jshell.close();
  }
}
