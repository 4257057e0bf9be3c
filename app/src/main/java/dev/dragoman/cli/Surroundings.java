package dev.dragoman.cli;

import java.nio.file.Path;
import java.util.Map;

/**
 * All that a command gets from the process it runs in, so that a test can give it something else.
 *
 * @param workingFolder what relative paths on the command line start from
 */
record Surroundings(Console console, Map<String, String> environment, Path workingFolder) {
  Surroundings {
    environment = Map.copyOf(environment);
  }
}
