/** Text in, translation out: the trained model as a service to programs. Thread-safe. */
@NullMarked
package dev.dragoman.translate;

import org.jspecify.annotations.NullMarked;
