package dev.dragoman.benchmarks.programs;

import dev.dragoman.config.Experiment;
import dev.dragoman.settings.Flags;
import dev.dragoman.training.TrainingListener;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Trains the job of PyTorch's tutorial for some epochs and prints target tokens per second as the
 * peer does. Not quite the same arithmetic: our encoder reads both ways and a readout stands before
 * the output layer, which is more; our padding takes no part, which is less.
 */
@Command(name = "tutorial", description = "Measures epochs of the tutorial's job.")
public final class TutorialProgram implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      description = "Folder that the peers' prepare.py wrote.")
  private Path data;

  @Option(
      names = "--experiment",
      defaultValue = "experiments/pytorch-tutorial.toml",
      description = "Sizes and settings.")
  private Path file;

  @Option(names = "--threads", defaultValue = "1", description = "Threads.")
  private int threads;

  @Option(names = "--epochs", defaultValue = "5", description = "Epochs.")
  private int epochs;

  /** Its options are set afterwards. */
  public TutorialProgram() {}

  /** Prints what was measured. */
  public static void main(String[] arguments) {
    Program.run(new TutorialProgram(), arguments);
  }

  @Override
  public Integer call() throws IOException {
    PreparedText.Job job = new PreparedText(data).tutorial();
    Training.run(
        Experiment.read(Optional.of(file), flags()), job, job.encoded(), new Epochs(Program.out()));
    return 0;
  }

  private Flags flags() {
    Map<String, String> flags = new LinkedHashMap<>();
    flags.put("training.threads", Integer.toString(threads));
    flags.put("training.epochs", Integer.toString(epochs));
    flags.put("training.validate-every", "0");
    flags.put("training.bleu-sentences", "0");
    return Flags.of(flags);
  }

  /** A line per epoch. */
  private static final class Epochs implements TrainingListener {
    private final PrintStream out;
    private long begin = System.nanoTime();
    private long end;
    private long tokens;
    private double loss;

    Epochs(PrintStream out) {
      this.out = out;
    }

    @Override
    public void updated(Update update) {
      tokens += update.targetTokens();
      loss += update.loss() * update.targetTokens();
      end = System.nanoTime();
    }

    @Override
    public void validated(Validation validation) {
      double seconds = (end - begin) / 1e9;
      out.println(
          Program.format(
              "epoch %d loss %.4f %.1f s %.0f target tokens/s",
              validation.epoch(), loss / tokens, seconds, tokens / seconds));
      begin = System.nanoTime();
      tokens = 0;
      loss = 0;
    }
  }
}
