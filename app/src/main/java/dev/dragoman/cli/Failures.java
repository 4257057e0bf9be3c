package dev.dragoman.cli;

import dev.dragoman.checkpoint.CheckpointException;
import dev.dragoman.data.CorpusException;
import dev.dragoman.history.HistoryException;
import dev.dragoman.settings.ConfigurationException;
import dev.dragoman.training.TrainingException;
import dev.dragoman.vocab.VocabularyException;
import dev.dragoman.word2vec.Word2VecException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** What each failure means to people: one line and an exit code. The only place that decides it. */
final class Failures implements IExecutionExceptionHandler {
  private final Console console;

  Failures(Console console) {
    this.console = console;
  }

  /**
   * How a failure ends the program.
   *
   * @param line what to say, empty to end without a word
   */
  record Ending(int exitCode, String line) {
    private static Ending input(@Nullable String line) {
      return new Ending(ExitCode.WRONG_INPUT, String.valueOf(line));
    }

    private static Ending job(String line) {
      return new Ending(ExitCode.FAILED, line);
    }
  }

  static Ending ending(Throwable failure) {
    return switch (failure) {
      case OutputException output when output.isReaderGone() -> Ending.job("");
      case OutputException output -> Ending.job(said(output));
      case ConfigurationException wrong -> Ending.input(wrong.getMessage());
      case CorpusException wrong -> Ending.input(said(wrong));
      case VocabularyException wrong -> Ending.input(said(wrong));
      case CheckpointException folder -> ofModelFolder(folder);
      case HistoryException wrong -> Ending.input(said(wrong));
      case TrainingException stopped -> Ending.job(said(stopped));
      case UncheckedIOException wrapper -> ofStream(wrapper);
      case Word2VecException wrong -> Ending.input(said(wrong));
      case IOException io -> ofFile(io);
      case IllegalArgumentException wrong -> Ending.input(said(wrong));
      case OutOfMemoryError memory -> Ending.job(outOfMemory(memory));
      case InterruptedException interrupted -> Ending.job("");
      case ExecutionException wrapper -> ofCause(wrapper);
      case CompletionException wrapper -> ofCause(wrapper);
      default -> unexpected(failure);
    };
  }

  /** A folder that cannot be used is wrong input; a disk that is full is not. */
  private static Ending ofModelFolder(CheckpointException failure) {
    boolean diskFailed =
        failure.getCause() instanceof IOException io && ofFile(io).exitCode() == ExitCode.FAILED;
    return diskFailed ? Ending.job(said(failure)) : Ending.input(said(failure));
  }

  /** What was said around the cause, such as a file's name, is not lost. */
  private static Ending ofStream(UncheckedIOException wrapper) {
    Ending cause = ofCause(wrapper);
    boolean saysMore = !said(wrapper).equals(String.valueOf(wrapper.getCause()));
    return saysMore ? new Ending(cause.exitCode(), said(wrapper)) : cause;
  }

  private static Ending ofFile(IOException failure) {
    return switch (failure) {
      case NoSuchFileException missing -> Ending.input(missing.getFile() + ": no such file");
      case AccessDeniedException denied -> Ending.input(denied.getFile() + ": access denied");
      case NotDirectoryException file -> Ending.input(file.getFile() + ": is not a folder");
      case FileNotFoundException missing -> Ending.input(said(missing));
      case FileAlreadyExistsException other -> Ending.input(other.getFile() + ": is in the way");
      case CharacterCodingException encoding -> Ending.input("expected UTF-8: " + said(encoding));
      case FileSystemException other -> Ending.job(said(other));
      default -> Ending.job("input or output failed: " + said(failure));
    };
  }

  private static Ending ofCause(Throwable wrapper) {
    @Nullable Throwable cause = wrapper.getCause();
    return cause == null ? unexpected(wrapper) : ending(cause);
  }

  private static String outOfMemory(OutOfMemoryError memory) {
    return "out of memory ("
        + said(memory)
        + "); use smaller batches or a smaller model, or give more with"
        + " DRAGOMAN_JAVA_OPTS=-Xmx8g";
  }

  private static Ending unexpected(Throwable failure) {
    return Ending.job(
        "a defect in Dragoman, "
            + failure.getClass().getSimpleName()
            + (failure.getMessage() == null ? "" : ": " + said(failure))
            + "; run it again with --stacktrace to see where, and report that");
  }

  private static String said(Throwable failure) {
    @Nullable String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  /** Says what there is to say and returns the exit code. */
  int report(Throwable failure, boolean stackTrace) {
    Ending ending = ending(failure);
    if (stackTrace) {
      console.explain(StackTraces.of(failure));
    }
    if (!ending.line().isEmpty()) {
      console.complain(ending.line());
    }
    return ending.exitCode();
  }

  /**
   * Runs what was asked for; what fails outside a command, as help does, is reported like the rest.
   */
  static int runLast(ParseResult parseResult) {
    try {
      return new RunLast().execute(parseResult);
    } catch (OutputException failure) {
      throw new CommandLine.ExecutionException(
          parseResult.commandSpec().commandLine(), said(failure), failure);
    }
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult parseResult) {
    @Nullable OptionSpec option = command.getCommandSpec().findOption(CommonOptions.STACK_TRACE);
    return report(failure, option != null && Boolean.TRUE.equals(option.getValue()));
  }
}
