/** Token ⇄ id: the special tokens, counts and cut-off. */
@NullMarked
package dev.dragoman.vocab;

import org.jspecify.annotations.NullMarked;
