/** The command line: everything that talks to people. */
module dev.dragoman.app {
  requires dev.dragoman.nmt;
  requires java.desktop;
  requires info.picocli;
  requires tools.jackson.databind;
  requires static transitive org.jspecify;

  exports dev.dragoman.cli;
  exports dev.dragoman.config;
  exports dev.dragoman.draw;
  exports dev.dragoman.report;

  opens dev.dragoman.cli to
      info.picocli;
}
