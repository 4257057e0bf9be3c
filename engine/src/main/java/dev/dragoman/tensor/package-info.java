/**
 * Shapes and tensors: float arrays with named axes, and operations that check before they compute.
 */
@NullMarked
package dev.dragoman.tensor;

import org.jspecify.annotations.NullMarked;
