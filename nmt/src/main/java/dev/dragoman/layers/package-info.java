/**
 * Layers with parameters: embeddings, linear maps, recurrent stacks, attention, dropout, and how
 * weights are drawn.
 */
@NullMarked
package dev.dragoman.layers;

import org.jspecify.annotations.NullMarked;
