/**
 * Embeddings and attention as records that people can look at: neighbours, analogies, similarity,
 * correspondences between the tables, comparison with word2vec. This room draws nothing; what shows
 * its records is the command line or a page.
 */
@NullMarked
package dev.dragoman.inspect;

import org.jspecify.annotations.NullMarked;
