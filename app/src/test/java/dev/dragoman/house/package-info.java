/** The house rules: which room may import which, and what may happen where. */
@NullMarked
package dev.dragoman.house;

import org.jspecify.annotations.NullMarked;
