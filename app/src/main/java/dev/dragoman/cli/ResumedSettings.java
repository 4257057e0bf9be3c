package dev.dragoman.cli;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.config.Experiment;
import dev.dragoman.settings.ConfigurationException;
import dev.dragoman.settings.TomlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a run that is to go on. How long it goes on, what is validated how often, what is
 * recorded and how translations are searched for may change; all that the weights depend on may
 * not.
 */
final class ResumedSettings {
  private static final List<String> MAY_CHANGE =
      List.of(
          "out",
          "corpus.",
          "training.epochs",
          "training.max-updates",
          "training.validate-every",
          "training.patience",
          "training.bleu-sentences",
          "training.threads",
          "recorder.",
          "search.");

  private final Path last;
  private final TomlDocument document;

  private ResumedSettings(Path last, TomlDocument document) {
    this.last = last;
    this.document = document;
  }

  /**
   * Reads what a run was trained with.
   *
   * @param last folder of its last state
   * @throws IllegalArgumentException if there is none
   */
  static ResumedSettings read(Path last) throws IOException {
    Path file = last.resolve("model.toml");
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          last + ": nothing to resume from; train without --resume first");
    }
    return new ResumedSettings(last, TomlDocument.read(file).without(ModelFolder.OWN_SECTION));
  }

  /** The file to lay flags over: the run's own. */
  TomlDocument document() {
    return document;
  }

  /**
   * Checks settings that were given.
   *
   * @param file the experiment that says them, where one was named; keys that it does not name have
   *     their defaults
   * @throws ConfigurationException if one differs that the weights depend on
   */
  void requireSame(Experiment given, Optional<Path> file) {
    Map<String, String> saved = values(Experiment.settings().bind(document));
    values(given)
        .forEach((key, value) -> {
          String before = saved.getOrDefault(key, "nothing");
          if (!mayChange(key) && !before.equals(value)) {
            throw new ConfigurationException(
                "--resume: %s is %s in %s, got %s%s"
                    .formatted(key, before, last, value, advice(file)));
          }
        });
  }

  private static String advice(Optional<Path> file) {
    return file.map(experiment ->
            " by way of "
                + experiment
                + "; leave the experiment out and name the run with --out, then it goes on with what"
                + " it has")
        .orElse("; leave it out to go on with what the run has");
  }

  private static boolean mayChange(String key) {
    return MAY_CHANGE.stream()
        .anyMatch(free -> free.endsWith(".") ? key.startsWith(free) : key.equals(free));
  }

  /** Each key's value as its file has it. */
  private static Map<String, String> values(Experiment experiment) {
    Map<String, String> values = new LinkedHashMap<>();
    String section = "";
    for (String line : Experiment.settings().toToml(experiment).lines().toList()) {
      int equals = line.indexOf(" = ");
      if (line.startsWith("[")) {
        section = line.substring(1, line.indexOf(']')) + ".";
      } else if (!line.startsWith("#") && equals > 0) {
        values.put(section + line.substring(0, equals), line.substring(equals + 3));
      }
    }
    return values;
  }
}
