/**
 * The sequence-to-sequence model with attention: encoder, bridge, decoder, and what configures
 * them.
 */
@NullMarked
package dev.dragoman.model;

import org.jspecify.annotations.NullMarked;
