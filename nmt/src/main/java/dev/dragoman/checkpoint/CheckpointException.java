package dev.dragoman.checkpoint;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A model folder cannot be read or written: the message is one line that names the file, says what
 * is wrong with it and what to do.
 */
public final class CheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_NAME = 80;

  /** A complaint that is complete in itself. */
  public CheckpointException(String message) {
    this(message, null);
  }

  /** A complaint with the failure that led to it. */
  public CheckpointException(String message, @Nullable Throwable cause) {
    super(oneLine(message), cause);
  }

  /** A complaint about one file or folder. */
  static CheckpointException about(Path file, String complaint) {
    return new CheckpointException(file + ": " + complaint);
  }

  /** Text from a file as a message quotes it: a hostile name neither floods nor breaks the line. */
  static String quoted(String text) {
    String shown = text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME - 1) + "…";
    return '"' + shown + '"';
  }

  private static String oneLine(String message) {
    return message
        .codePoints()
        .map(character -> Character.isISOControl(character) ? ' ' : character)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
