package dev.dragoman.cli;

/** A command exists on the command line, but what it does has yet to be built. */
final class NotBuiltYetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotBuiltYetException(String command) {
    super(command + " is not built yet");
  }
}
