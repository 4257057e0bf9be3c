/**
 * Whole programs: training, decoding, start-up and memory, measured in turn with a peer that does
 * the same job.
 */
@NullMarked
package dev.dragoman.benchmarks.programs;

import org.jspecify.annotations.NullMarked;
