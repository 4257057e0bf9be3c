/**
 * Training: epochs, loss, clipping, optimisers, schedules, validation, early stopping, resuming.
 */
@NullMarked
package dev.dragoman.training;

import org.jspecify.annotations.NullMarked;
