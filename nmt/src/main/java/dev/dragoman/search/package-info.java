/**
 * Greedy and beam search: from a decoder that scores one target position at a time to hypotheses.
 *
 * <p>The model is seen through one interface, {@link dev.dragoman.search.StepDecoder}. {@link
 * dev.dragoman.search.Search#of} gives the search that the {@link
 * dev.dragoman.search.SearchSettings} ask for. Beam search is built from named parts:
 * <em>expand</em> (every hypothesis by its best ids), <em>finish</em> (what took EOS leaves the
 * beam), <em>prune</em> (the best K others go on), <em>reorder</em> (each new row names its parent
 * row) and the <em>stop rule</em>.
 */
@NullMarked
package dev.dragoman.search;

import org.jspecify.annotations.NullMarked;
