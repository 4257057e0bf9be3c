/** Neural machine translation: text, vocabularies, layers, models, search, training and metrics. */
module dev.dragoman.nmt {
  requires transitive dev.dragoman.engine;
  requires static transitive org.jspecify;
  requires tools.jackson.core;
  requires tools.jackson.databind;
  requires tools.jackson.dataformat.toml;

  exports dev.dragoman.metrics;
  exports dev.dragoman.search;
  exports dev.dragoman.settings;
  exports dev.dragoman.vocab;
}
