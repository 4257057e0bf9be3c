/** The command line: everything that talks to people. */
module dev.dragoman.app {
  requires dev.dragoman.nmt;
  requires static transitive org.jspecify;

  exports dev.dragoman.cli;
}
