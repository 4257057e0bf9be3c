package dev.dragoman.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dragoman report}: one page about a model. */
@Command(
    name = "report",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    header = "Writes a page about a model.",
    synopsisHeading = "%nUsage: ",
    description = {
      "%nOne HTML file that needs no network: how it learnt, what it said meanwhile,",
      "where it looks, neighbours, analogies, its settings."
    })
final class ReportCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "MODEL", description = "Folder of the model or of its training run.")
  private Path model;

  @Option(
      names = "--out",
      paramLabel = "F",
      description = "File to write (default: report.html in that folder).")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--text",
      paramLabel = "F",
      description = "Sentences to look at, one a line (default: of the validation text).")
  private Optional<Path> text = Optional.empty();

  ReportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path working = surroundings.workingFolder();
    ReportJob job = new ReportJob(working.resolve(model), text.map(working::resolve));
    Path file = out.map(working::resolve).orElseGet(job::usualFile);
    job.write(file);
    surroundings.console().out().line("written: " + file);
    return ExitCode.DONE;
  }
}
