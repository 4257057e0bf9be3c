package dev.dragoman.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dragoman quickstart}: everything at once, on the built-in corpus. */
@Command(
    name = "quickstart",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    header = "Does everything once, without a download.",
    synopsisHeading = "%nUsage: ",
    description = {
      "%nGenerates a French-English corpus, trains a model on it, shows what it does and",
      "why, evaluates and translates."
    },
    footer = {
      "",
      "Writes DIR/corpus/train.tsv, valid.tsv and test.tsv (French, tab, English) and",
      "the model into DIR/model and a page about it all, DIR/report.html."
    })
final class QuickstartCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "runs/quickstart",
      description = "Folder to write to (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      converter = WholeNumber.class,
      description =
          "Where every random choice begins; the same number gives the same corpus and model"
              + " (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--short",
      description = "A tenth of the corpus, read once: shows that all works, learns little.")
  private boolean brief;

  QuickstartCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    quickstart(surroundings.workingFolder().resolve(out), seed);
    return ExitCode.DONE;
  }

  private void quickstart(Path folder, long firstSeed) throws IOException {
    new Quickstart(
            folder, firstSeed, brief ? Quickstart.Size.SHORT : Quickstart.Size.FULL, surroundings)
        .run();
  }
}
