package dev.dragoman.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dragoman bench}: how fast this machine is, and how much of it Dragoman uses. */
@Command(
    name = "bench",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    header = "Measures how fast this machine trains and translates.",
    synopsisHeading = "%nUsage: ",
    description = {
      "%nMeasures the machine's peak, then trains and translates the built-in corpus",
      "with the quickstart's model, in about half a minute. Writes no files. Other",
      "programs that run meanwhile take their part: compare figures of one run only."
    })
final class BenchCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Count.OfThreads.class,
      description = "Threads to use; 0 for one per processor, as if left out.")
  private Optional<Integer> threads = Optional.empty();

  @Option(names = "--json", description = "Write a JSON object instead.")
  private boolean json;

  BenchCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    bench(threads.orElse(Math.max(1, Runtime.getRuntime().availableProcessors())), json);
    return ExitCode.DONE;
  }

  private void bench(int count, boolean asJson) {
    Output progress = surroundings.console().err();
    BenchReport report = new Bench(count, Bench.Pace.USUAL, progress::live).run();
    progress.clearLive();
    Output out = surroundings.console().out();
    if (asJson) {
      out.line(report.json());
    } else {
      report.lines().forEach(out::line);
    }
  }
}
