/** Neural machine translation: text, vocabularies, layers, models, search, training and metrics. */
module dev.dragoman.nmt {
  requires transitive dev.dragoman.engine;
  requires static transitive org.jspecify;

  exports dev.dragoman.data;
  exports dev.dragoman.grammar;
  exports dev.dragoman.metrics;
  exports dev.dragoman.search;
  exports dev.dragoman.text;
  exports dev.dragoman.vocab;
}
