package dev.dragoman.benchmarks.programs;

import dev.dragoman.config.Experiment;
import dev.dragoman.data.EncodedPairs;
import dev.dragoman.settings.Flags;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Trains Multi30k for some updates and prints target tokens per second as the peer's {@code bench}
 * does: same corpus, sizes, batches, dropout and optimiser.
 */
@Command(name = "training", description = "Measures updates on Multi30k.")
public final class TrainingProgram implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      description = "Folder that the peers' prepare.py wrote.")
  private Path data;

  @Option(
      names = "--experiment",
      defaultValue = "experiments/multi30k-en-de.toml",
      description = "Sizes and settings.")
  private Path file;

  @Option(names = "--threads", defaultValue = "1", description = "Threads.")
  private int threads;

  @Option(names = "--shards", description = "Shards of a batch, if others than the experiment's.")
  private Optional<Integer> shards = Optional.empty();

  @Option(names = "--warm", defaultValue = "30", description = "Updates before measuring.")
  private int warm;

  @Option(names = "--steps", defaultValue = "300", description = "Updates to measure.")
  private int steps;

  @Option(
      names = "--tsv",
      description = "Train on this corpus of tokens in place of Multi30k, with its vocabularies.")
  private Optional<Path> tsv = Optional.empty();

  @Option(names = "--index", description = "Folder for the index of that corpus.")
  private Optional<Path> index = Optional.empty();

  /** Its options are set afterwards. */
  public TrainingProgram() {}

  /** Prints what was measured. */
  public static void main(String[] arguments) {
    Program.run(new TrainingProgram(), arguments);
  }

  @Override
  public Integer call() throws IOException {
    Updates updates = new Updates(warm, warm + steps);
    PreparedText.Job job = new PreparedText(data).multi30k("train");
    Experiment experiment = Experiment.read(Optional.of(file), flags());
    Training.run(experiment, job, pairs(experiment, job), updates);
    Program.out().println(updates.line(threads));
    Program.out().println(updates.more());
    return 0;
  }

  private EncodedPairs pairs(Experiment experiment, PreparedText.Job job) {
    if (tsv.isEmpty()) {
      return job.encoded();
    }
    Path folder =
        index.orElseThrow(() -> new IllegalArgumentException("--tsv needs --index DIR beside it"));
    return new IndexedCorpus(tsv.get(), folder).read(experiment, job);
  }

  private Flags flags() {
    Map<String, String> flags = new LinkedHashMap<>();
    flags.put("training.threads", Integer.toString(threads));
    flags.put("training.max-updates", Integer.toString(warm + steps));
    flags.put("training.epochs", "1000000");
    flags.put("training.validate-every", "1000000");
    flags.put("training.bleu-sentences", "0");
    shards.ifPresent(count -> flags.put("training.shards", count.toString()));
    return Flags.of(flags);
  }
}
