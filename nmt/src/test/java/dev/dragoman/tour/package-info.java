/** The tour's snippets, run as a reader would run them: {@code docs/tour}. */
@NullMarked
package dev.dragoman.tour;

import org.jspecify.annotations.NullMarked;
