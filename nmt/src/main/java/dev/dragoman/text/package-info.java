/** String ⇄ tokens: normalise, split into words, join again. */
@NullMarked
package dev.dragoman.text;

import org.jspecify.annotations.NullMarked;
