/** Golden tests: agreement with values that PyTorch computed. */
@NullMarked
package dev.dragoman.goldens;

import org.jspecify.annotations.NullMarked;
