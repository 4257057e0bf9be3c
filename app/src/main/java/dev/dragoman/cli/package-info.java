/** The command line: parse, wire, run, exit code; the only user of standard streams. */
@NullMarked
package dev.dragoman.cli;

import org.jspecify.annotations.NullMarked;
