/** Parallel corpora → filtered pairs → index → held-out split → length buckets → {@code Batch}. */
@NullMarked
package dev.dragoman.data;

import org.jspecify.annotations.NullMarked;
