/**
 * The flight recorder's file: what the embeddings did at every update of a training, one record
 * behind the other. Written while training, read afterwards.
 */
@NullMarked
package dev.dragoman.history;

import org.jspecify.annotations.NullMarked;
