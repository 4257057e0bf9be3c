/** Neural machine translation: text, vocabularies, layers, models, search, training and metrics. */
module dev.dragoman.nmt {
  requires transitive dev.dragoman.engine;
  requires static transitive org.jspecify;
  requires tools.jackson.core;
  requires tools.jackson.databind;
  requires tools.jackson.dataformat.toml;

  exports dev.dragoman.checkpoint;
  exports dev.dragoman.data;
  exports dev.dragoman.grammar;
  exports dev.dragoman.history;
  exports dev.dragoman.inspect;
  exports dev.dragoman.layers;
  exports dev.dragoman.metrics;
  exports dev.dragoman.model;
  exports dev.dragoman.projection;
  exports dev.dragoman.search;
  exports dev.dragoman.settings;
  exports dev.dragoman.text;
  exports dev.dragoman.training;
  exports dev.dragoman.translate;
  exports dev.dragoman.vocab;
  exports dev.dragoman.word2vec;
}
