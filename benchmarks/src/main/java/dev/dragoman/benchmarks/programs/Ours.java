package dev.dragoman.benchmarks.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How Dragoman's own programs are started: by the JVM that runs this one, with the options of the
 * launcher.
 *
 * @param options of the JVM
 */
record Ours(List<String> options) {
  private static final Path LAUNCHER = Path.of("dragoman");

  /** A literal option of the JVM in the launcher's script: no variable, no pattern. */
  private static final Pattern OPTION =
      Pattern.compile("(?<=[\\s='\"])-X(?:X:[+-]?\\w+(?:=[\\w.]+)?|m[nsx]\\w+)(?=\\s|$)");

  Ours {
    options = List.copyOf(options);
  }

  /**
   * Reads the launcher, so that what is measured is what users get.
   *
   * @param more options besides, separated by blanks; one that chooses a collector replaces the
   *     launcher's
   */
  static Ours asTheLauncherDoes(String more) throws IOException {
    List<String> given =
        Arrays.stream(more.strip().split("\\s+")).filter(option -> !option.isEmpty()).toList();
    boolean collector = given.stream().anyMatch(Ours::choosesCollector);
    List<String> options = new ArrayList<>();
    for (String line : Files.readAllLines(LAUNCHER)) {
      if (!line.strip().startsWith("#")) {
        OPTION
            .matcher(line)
            .results()
            .map(MatchResult::group)
            .filter(option -> !(collector && choosesCollector(option)))
            .forEach(options::add);
      }
    }
    options.addAll(given);
    return new Ours(options);
  }

  private static boolean choosesCollector(String option) {
    return option.matches("-XX:\\+Use\\w*GC");
  }

  /** Runs the main class of a program here. */
  Run run(Class<?> program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    return Run.of(command, Map.of(), "");
  }

  /** Runs the command line as a user does. */
  Run launcher(String input, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("./" + LAUNCHER));
    command.addAll(List.of(arguments));
    return Run.of(command, Map.of("DRAGOMAN_JAVA_OPTS", ""), input);
  }
}
