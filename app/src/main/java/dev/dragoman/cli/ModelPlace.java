package dev.dragoman.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which model a command is about: named as it is, or by {@code --model} as elsewhere. */
final class ModelPlace {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "Folder of the model or of its training run.")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = {"-m", "--model"},
      paramLabel = "DIR",
      order = 0,
      description = "The same.")
  private Optional<Path> model = Optional.empty();

  /** As it was named. */
  Path named() {
    if (folder.isPresent() && model.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--model says the same as DIR; give one or the other");
    }
    return folder
        .or(() -> model)
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(), "expected DIR, the folder of a model or of its training run"));
  }
}
