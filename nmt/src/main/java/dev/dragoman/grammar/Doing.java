package dev.dragoman.grammar;

import java.util.List;

/**
 * A verb with its object.
 *
 * @param verb what is done
 * @param object to what; empty for a verb that has no object, one noun otherwise
 */
record Doing(Verb verb, List<Noun> object) {

  Doing {
    object = List.copyOf(object);
  }
}
