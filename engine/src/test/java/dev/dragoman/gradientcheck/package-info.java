/** Checks gradients against differences of the loss; shared by the tests of all modules. */
@NullMarked
package dev.dragoman.gradientcheck;

import org.jspecify.annotations.NullMarked;
