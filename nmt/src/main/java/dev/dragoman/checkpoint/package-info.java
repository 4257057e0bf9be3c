/**
 * The model folder on disk: configuration, vocabularies, named weights and the training state, each
 * file with its length and checksum, written whole or not at all.
 */
@NullMarked
package dev.dragoman.checkpoint;

import org.jspecify.annotations.NullMarked;
