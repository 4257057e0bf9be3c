package dev.dragoman.cli;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.translate.Translator;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dragoman model show}: what is in a model folder. */
@Command(
    name = "show",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    header = "Shows a model: parameters, vocabularies, configuration, training.",
    synopsisHeading = "%nUsage: ")
final class ModelShowCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "DIR", description = "Folder of the model.")
  private Path folder;

  ModelShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    show(surroundings.workingFolder().resolve(folder));
    return ExitCode.DONE;
  }

  private void show(Path modelFolder) {
    ModelReport.lines(ModelFolder.load(Translator.locate(modelFolder)))
        .forEach(surroundings.console().out()::line);
  }
}
