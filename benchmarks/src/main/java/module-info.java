/**
 * Benchmarks: kernels beside their scalar twins and the FMA peak, and whole-program measurements.
 */
module dev.dragoman.benchmarks {
  requires dev.dragoman.app;
  requires dev.dragoman.engine;
  requires java.management;
  requires dev.dragoman.nmt;
  requires info.picocli;
  requires jmh.core;
  requires static transitive org.jspecify;
  requires tools.jackson.databind;

  opens dev.dragoman.benchmarks.programs to
      info.picocli;
}
