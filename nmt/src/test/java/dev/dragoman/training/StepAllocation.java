package dev.dragoman.training;

import com.sun.management.ThreadMXBean;
import dev.dragoman.data.Batch;
import dev.dragoman.layers.CellKind;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.tensor.Workers;
import dev.dragoman.vocab.Specials;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Trains in a JVM of its own, as a training does, until every one of the last steps allocated less
 * than a megabyte. In the JVM of the tests it would be measured what a thousand other tests made of
 * the compiler's profiles.
 */
final class StepAllocation {
  /** Until vector code is compiled, which happens in the background, it boxes its vectors. */
  private static final long WARM_UP_NANOS = 180_000_000_000L;

  private static final int LIMIT = 1_000_000;
  private static final int VOCABULARY = 8000;

  private StepAllocation() {}

  /** What a JVM of its own says: {@code frugal} at the end of the last line where all is well. */
  static String inAJvmOfItsOwn(CellKind cell, OptimiserKind kind, boolean tied)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            StepAllocation.class.getName(),
            cell.name(),
            kind.name(),
            Boolean.toString(tied)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  public static void main(String[] arguments) {
    OptimiserKind kind = OptimiserKind.valueOf(arguments[1]);
    Seq2Seq model =
        new Seq2Seq(
            UpdateStepTest.model(
                CellKind.valueOf(arguments[0]), 64, 2, Boolean.parseBoolean(arguments[2])),
            VOCABULARY,
            VOCABULARY,
            Specials.PAD,
            new SplittableRandom(1));
    TrainingSettings settings = UpdateStepTest.settings(2, kind);
    List<Batch> batches = batchesOfSeveralSizes();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int enough = 2 * batches.size();
    int frugal = 0;
    int steps = 0;
    long allocated = 0;
    try (Workers workers = new Workers(2)) {
      Optimiser optimiser = new Optimiser(settings.optimiser(), model.parameters().values());
      UpdateStep step = new UpdateStep(model, settings, optimiser, workers);
      long end = System.nanoTime() + WARM_UP_NANOS;
      for (; frugal < enough && System.nanoTime() < end; steps++) {
        long before = threads.getTotalThreadAllocatedBytes();
        step.apply(batches.get(steps % batches.size()), 0.001f);
        allocated = threads.getTotalThreadAllocatedBytes() - before;
        frugal = allocated < LIMIT ? frugal + 1 : 0;
      }
    }
    System.out.printf(
        "%d steps; %d in a row below %d bytes, the last took %d: %s%n",
        steps, frugal, LIMIT, allocated, frugal == enough ? "frugal" : "not frugal enough");
  }

  /** Batches of several sizes, as they come in an epoch. */
  private static List<Batch> batchesOfSeveralSizes() {
    SplittableRandom random = new SplittableRandom(2);
    return List.of(
        RandomBatches.draw(32, 20, VOCABULARY, random),
        RandomBatches.draw(32, 13, VOCABULARY, random),
        RandomBatches.draw(17, 29, VOCABULARY, random),
        RandomBatches.draw(5, 7, VOCABULARY, random),
        RandomBatches.draw(31, 16, VOCABULARY, random));
  }
}
