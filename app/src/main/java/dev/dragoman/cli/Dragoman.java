package dev.dragoman.cli;

/** The program's entry point. */
public final class Dragoman {
  private Dragoman() {}

  /** Runs the command line and exits with its code. */
  public static void main(String[] arguments) {
    JvmNotice.eraseFrom(System.err);
  }
}
