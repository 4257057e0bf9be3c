package dev.dragoman.config;

import dev.dragoman.settings.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The folder that an experiment's files are named relative to, so that the same experiment runs
 * wherever the corpora lie.
 *
 * @param folder as it was given
 * @param choice how it was chosen
 */
public record DataFolder(Path folder, Choice choice) {
  /** The environment variable that names the folder. */
  public static final String VARIABLE = "DRAGOMAN_DATA";

  /** Stands for standard input wherever a file is asked for. */
  public static final String STANDARD_INPUT = "-";

  /** How the folder was chosen, the first of these that there is. */
  public enum Choice {
    /** {@code --data DIR}. */
    FLAG("given by --data"),
    /** The environment's {@code DRAGOMAN_DATA}. */
    ENVIRONMENT("given by " + VARIABLE),
    /** {@code data/} in the working folder. */
    DEFAULT("the default, as neither --data nor " + VARIABLE + " is given");

    private final String words;

    Choice(String words) {
      this.words = words;
    }
  }

  /** The flag's folder, else the environment's, else {@code data}. */
  public static DataFolder choose(Optional<Path> flag, Map<String, String> environment) {
    String variable = environment.getOrDefault(VARIABLE, "");
    return flag.map(folder -> new DataFolder(folder, Choice.FLAG))
        .or(() -> ofVariable(variable))
        .orElseGet(() -> new DataFolder(Path.of("data"), Choice.DEFAULT));
  }

  private static Optional<DataFolder> ofVariable(String variable) {
    return variable.isBlank()
        ? Optional.empty()
        : Optional.of(new DataFolder(path(variable), Choice.ENVIRONMENT));
  }

  /** Where a file of that name lies: absolute names stay as they are. */
  public Path resolve(String name) {
    return folder.resolve(path(name));
  }

  /**
   * Where a file of that name lies, which must be there.
   *
   * @throws ConfigurationException where it is not, or is a folder
   */
  public Path existing(String name) {
    Path file = resolve(name);
    if (Files.isDirectory(file)) {
      throw new ConfigurationException(name + ": expected a file, got the folder " + file);
    }
    if (!Files.exists(file)) {
      throw missing(name, file.toString());
    }
    return file;
  }

  /**
   * Where vectors of that name lie, a file or a projector's folder, which must be there.
   *
   * @throws ConfigurationException where they are not
   */
  public Path existingVectors(String name) {
    return Files.isDirectory(resolve(name)) ? resolve(name) : existing(name);
  }

  /**
   * The name of a file that was given on the command line, where people name files from the working
   * folder: a file that is there is meant, else one in the data folder.
   *
   * @return a name that {@link #resolve} understands
   * @throws ConfigurationException where it is in neither
   */
  public String fromCommandLine(String name, Path workingFolder) {
    if (name.isEmpty() || name.equals(STANDARD_INPUT)) {
      return name;
    }
    Path here = workingFolder.resolve(path(name));
    if (Files.exists(here)) {
      return here.toAbsolutePath().normalize().toString();
    }
    if (Files.exists(resolve(name))) {
      return name;
    }
    throw missing(
        name, here.equals(resolve(name)) ? here.toString() : here + " and " + resolve(name));
  }

  private ConfigurationException missing(String name, String lookedFor) {
    String why =
        path(name).isAbsolute() ? "" : "; the data folder is " + folder + ", " + choice.words;
    return new ConfigurationException(name + ": no such file; looked for " + lookedFor + why);
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException invalid) {
      throw new ConfigurationException(
          "expected the name of a file, got \"" + name + "\": " + invalid.getReason(), invalid);
    }
  }
}
