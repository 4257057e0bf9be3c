/** The command line: everything that talks to people. */
module dev.dragoman.app {
  requires dev.dragoman.nmt;
  requires info.picocli;
  requires tools.jackson.databind;
  requires static transitive org.jspecify;

  exports dev.dragoman.cli;
  exports dev.dragoman.config;

  opens dev.dragoman.cli to
      info.picocli;
}
