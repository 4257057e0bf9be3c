package dev.dragoman.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
      "where it looks, neighbours, analogies, maps, its settings; and, where the text",
      "that it was trained on is found, whether its embeddings are like word2vec's."
    })
final class ReportCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final ModelPlace model = new ModelPlace();

  @Option(
      names = "--out",
      paramLabel = "F",
      order = 1,
      description = "File to write (default: report.html in that folder).")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--text",
      paramLabel = "F",
      order = 2,
      description = "Sentences to look at, one a line (default: of the validation text).")
  private Optional<Path> text = Optional.empty();

  @Mixin private final ModelTextOptions corpus = new ModelTextOptions();

  ReportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path working = surroundings.workingFolder();
    ReportJob job =
        new ReportJob(
            working.resolve(model.named()), text.map(working::resolve), corpus, surroundings);
    Path file = out.map(working::resolve).orElseGet(job::usualFile);
    job.write(file);
    surroundings.console().out().line("written: " + file);
    return ExitCode.DONE;
  }
}
