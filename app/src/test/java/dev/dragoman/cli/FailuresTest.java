package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.checkpoint.CheckpointException;
import dev.dragoman.cli.Failures.Ending;
import dev.dragoman.data.CorpusException;
import dev.dragoman.settings.ConfigurationException;
import dev.dragoman.training.TrainingException;
import dev.dragoman.vocab.VocabularyException;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new ConfigurationException("x.toml: no"), 2, "x.toml: no"),
        Arguments.of(new IllegalArgumentException("K: expected 1"), 2, "K: expected 1"),
        Arguments.of(new NoSuchFileException("a/b"), 2, "a/b: no such file"),
        Arguments.of(new AccessDeniedException("a/b"), 2, "a/b: access denied"),
        Arguments.of(new NotDirectoryException("a/b"), 2, "a/b: is not a folder"),
        Arguments.of(new FileNotFoundException("a (none)"), 2, "a (none)"),
        Arguments.of(new MalformedInputException(1), 2, "expected UTF-8: Input length = 1"),
        Arguments.of(
            new FileSystemException("a", null, "No space left on device"),
            1,
            "a: No space left on device"),
        Arguments.of(new IOException("gone"), 1, "input or output failed: gone"),
        Arguments.of(new UncheckedIOException(new NoSuchFileException("f")), 2, "f: no such file"),
        Arguments.of(new ExecutionException(new ConfigurationException("inner")), 2, "inner"),
        Arguments.of(new CompletionException(new IOException("x")), 1, "input or output failed: x"),
        Arguments.of(new InterruptedException(), 1, ""),
        Arguments.of(new OutputException("standard output", new IOException("Broken pipe")), 1, ""),
        Arguments.of(
            new OutputException("standard output", new IOException("No space left on device")),
            1,
            "cannot write to standard output: No space left on device"),
        Arguments.of(new TrainingException("the loss is NaN"), 1, "the loss is NaN"),
        Arguments.of(
            new IllegalStateException("no batch was begun"),
            1,
            "a defect in Dragoman, IllegalStateException: no batch was begun; run it again with"
                + " --stacktrace to see where, and report that"),
        Arguments.of(
            new ClassCastException("odd"),
            1,
            "a defect in Dragoman, ClassCastException: odd; run it again with --stacktrace to see"
                + " where, and report that"),
        Arguments.of(new CorpusException("a: empty"), 2, "a: empty"),
        Arguments.of(new VocabularyException("v: cut"), 2, "v: cut"),
        Arguments.of(new CheckpointException("m: newer"), 2, "m: newer"),
        Arguments.of(new CheckpointException("m: no", new NoSuchFileException("m")), 2, "m: no"),
        Arguments.of(
            new CheckpointException("m: in the way", new FileAlreadyExistsException("m")),
            2,
            "m: in the way"),
        Arguments.of(
            new CheckpointException(
                "m: full", new FileSystemException("m", null, "No space left on device")),
            1,
            "m: full"),
        Arguments.of(new FileAlreadyExistsException("a"), 2, "a: is in the way"),
        Arguments.of(
            new UncheckedIOException("metrics.jsonl: full", new IOException("No space left")),
            1,
            "metrics.jsonl: full"),
        Arguments.of(
            new StackOverflowError(),
            1,
            "a defect in Dragoman, StackOverflowError; run it again with --stacktrace to see where,"
                + " and report that"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureHasItsExitCodeAndLine(Throwable failure, int exitCode, String line) {
    assertThat(Failures.ending(failure)).isEqualTo(new Ending(exitCode, line));
  }

  @Test
  void runningOutOfMemorySaysWhatHelps() {
    assertThat(Failures.ending(new OutOfMemoryError("Java heap space")).line())
        .startsWith("out of memory (Java heap space); use smaller batches");
  }

  @Test
  void aMessageOfSeveralLinesIsSaidOnOne() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Output output = new Output("standard error", err, Terminal.NONE);
    new Failures(new Console(InputStream.nullInputStream(), output, output))
        .report(new IllegalArgumentException("a\n  b\r\nc\n"), false);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("dragoman: a b c\n");
  }

  /** A stream whose other end has gone, or has no room. */
  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  private static int runWith(OutputStream out, OutputStream err, String... arguments) {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new Output("standard output", out, Terminal.NONE),
            new Output("standard error", err, Terminal.NONE));
    return Dragoman.run(new Surroundings(console, Map.of(), Path.of("")), arguments);
  }

  @Test
  void aReaderThatHasGoneEndsTheProgramQuietly() {
    for (String command : new String[] {"--help", "completion bash", "train --help-keys"}) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      assertThat(runWith(failing("Broken pipe"), err, command.split(" "))).isEqualTo(1);
      assertThat(err.size()).isZero();
    }
  }

  @Test
  void aFullDiskIsSaid() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(runWith(failing("No space left on device"), err, "completion", "bash")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("dragoman: cannot write to standard output: No space left on device\n");
  }

  @Test
  void whereNothingCanBeSaidTheExitCodeStillIsRight() {
    assertThat(runWith(failing("Broken pipe"), failing("Broken pipe"), "trian")).isEqualTo(2);
    assertThat(runWith(failing("Broken pipe"), failing("Broken pipe"))).isNotZero();
    assertThat(runWith(failing("x"), failing("x"), "model", "show", "no", "--stacktrace"))
        .isEqualTo(2);
  }
}
