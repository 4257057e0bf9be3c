/** The shell script that starts the program. */
@NullMarked
package dev.dragoman.launcher;

import org.jspecify.annotations.NullMarked;
