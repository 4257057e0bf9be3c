/** Parallel corpora → filtered pairs → held-out split → length buckets → {@code Batch}. */
@NullMarked
package dev.dragoman.data;

import org.jspecify.annotations.NullMarked;
