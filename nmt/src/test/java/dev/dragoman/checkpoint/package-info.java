/** Tests of the model folder. */
@NullMarked
package dev.dragoman.checkpoint;

import org.jspecify.annotations.NullMarked;
