/**
 * Pictures and pages: turns records of {@code inspect} and series of numbers into SVG, PNG and
 * self-contained HTML. Knows no terminal and no files.
 */
@NullMarked
package dev.dragoman.draw;

import org.jspecify.annotations.NullMarked;
