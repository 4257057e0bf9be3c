/**
 * Rows of many numbers as points of a plane: principal components, t-SNE, UMAP, and how far such a
 * map can be trusted. Knows vectors, no words. The same seed gives the same bytes for any number of
 * threads.
 */
@NullMarked
package dev.dragoman.projection;

import org.jspecify.annotations.NullMarked;
