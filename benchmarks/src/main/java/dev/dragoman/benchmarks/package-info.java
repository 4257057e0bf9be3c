/** Measurements: nothing imports this. */
@NullMarked
package dev.dragoman.benchmarks;

import org.jspecify.annotations.NullMarked;
