package dev.dragoman.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** A standard stream cannot be written to. */
final class OutputException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  OutputException(String stream, IOException cause) {
    super("cannot write to " + stream + ": " + cause.getMessage(), cause);
    this.reason = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
  }

  /**
   * Whether the reader has gone, as {@code head} does when it has seen enough: no trouble at all.
   */
  boolean isReaderGone() {
    return reason.contains("broken pipe") || reason.contains("pipe is being closed");
  }
}
