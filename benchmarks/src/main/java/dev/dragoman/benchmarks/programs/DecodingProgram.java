package dev.dragoman.benchmarks.programs;

import dev.dragoman.data.TokenizedPair;
import dev.dragoman.tensor.Workers;
import dev.dragoman.translate.Translator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Translates Multi30k's test set with the peer's own weights and prints target tokens per second as
 * the peer's {@code decode} does: the same sentences in the same batches. Several threads share the
 * batches out; within one batch there is one thread.
 */
@Command(name = "decoding", description = "Measures translation with a peer's weights.")
public final class DecodingProgram implements Callable<Integer> {
  private static final String SPLIT = "test_2016_flickr";
  private static final int FEWEST_WARM_BATCHES = 3;

  @Option(
      names = "--data",
      required = true,
      description = "Folder that the peers' prepare.py wrote.")
  private Path data;

  @Option(
      names = "--weights",
      required = true,
      description = "Weights that the peer exported (safetensors).")
  private Path weights;

  @Option(
      names = "--experiment",
      defaultValue = "experiments/multi30k-en-de.toml",
      description = "Sizes.")
  private Path experiment;

  @Option(names = "--threads", defaultValue = "1", description = "Threads.")
  private int threads;

  @Option(names = "--beam", defaultValue = "1", description = "1 is greedy.")
  private int beam;

  @Option(names = "--batch", defaultValue = "32", description = "Sentences translated together.")
  private int batch;

  @Option(names = "--n", defaultValue = "1000", description = "Sentences.")
  private int sentences;

  @Option(
      names = "--warm",
      defaultValue = "8",
      description = "Seconds to translate before measuring, for the JVM's compilers.")
  private double warmSeconds;

  @Option(names = "--out", description = "Where to write the translations.")
  private Optional<Path> out = Optional.empty();

  /** Its options are set afterwards. */
  public DecodingProgram() {}

  /** Prints what was measured. */
  public static void main(String[] arguments) {
    Program.run(new DecodingProgram(), arguments);
  }

  @Override
  public Integer call() throws IOException {
    PreparedText.Job job = new PreparedText(data).multi30k(SPLIT);
    Bounded translator = new Bounded(PeerModel.read(weights, job, experiment).translator(beam));
    List<TokenizedPair> pairs = job.pairs().subList(0, Math.min(sentences, job.pairs().size()));
    List<List<Integer>> batches = batches(pairs);
    try (Workers workers = new Workers(threads)) {
      warmUp(translator, pairs, batches, workers);
      long begin = System.nanoTime();
      List<List<String>> found = translate(translator, pairs, batches, workers);
      say(found, (System.nanoTime() - begin) / 1e9);
      writeTranslations(found);
    }
    return 0;
  }

  /** A translator for each bound on the output: the peer bounds a batch by its longest source. */
  private record Bounded(Translator translator, Map<Integer, Translator> byLongest) {
    Bounded(Translator translator) {
      this(translator, new ConcurrentHashMap<>());
    }

    Translator at(int longestSource) {
      return byLongest.computeIfAbsent(
          longestSource, longest -> PeerModel.bounded(translator, longest));
    }
  }

  /** Sentences of like length together, as the peer sorts them. */
  private List<List<Integer>> batches(List<TokenizedPair> pairs) {
    Integer[] order = new Integer[pairs.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingInt(i -> pairs.get(i).target().size())
            .thenComparingInt(i -> pairs.get(i).source().size()));
    List<List<Integer>> batches = new ArrayList<>();
    for (int begin = 0; begin < order.length; begin += batch) {
      batches.add(List.of(order).subList(begin, Math.min(order.length, begin + batch)));
    }
    return batches;
  }

  private void warmUp(
      Bounded translator, List<TokenizedPair> pairs, List<List<Integer>> batches, Workers workers) {
    long begin = System.nanoTime();
    int done = 0;
    while (done < FEWEST_WARM_BATCHES || System.nanoTime() - begin < warmSeconds * 1e9) {
      int some = Math.min(batches.size(), 2 * workers.count());
      int first = Math.floorMod(done, Math.max(1, batches.size() - some + 1));
      translate(translator, pairs, batches.subList(first, first + some), workers);
      done += some;
    }
  }

  private static List<List<String>> translate(
      Bounded translator, List<TokenizedPair> pairs, List<List<Integer>> batches, Workers workers) {
    List<List<String>> found = new ArrayList<>(Collections.nCopies(pairs.size(), List.of()));
    workers.forEach(
        batches.size(),
        b -> {
          List<Integer> places = batches.get(b);
          List<String> texts = places.stream().map(i -> pairs.get(i).text().source()).toList();
          int longest = places.stream().mapToInt(i -> pairs.get(i).source().size()).max().orElse(0);
          List<List<String>> tokens =
              translator.at(longest).translate(texts).stream().map(each -> each.tokens()).toList();
          for (int i = 0; i < places.size(); i++) {
            found.set(places.get(i), tokens.get(i));
          }
        });
    return found;
  }

  private void say(List<List<String>> found, double seconds) {
    long tokens = found.stream().mapToLong(each -> each.size() + 1L).sum();
    Program.out()
        .println(
            Program.format(
                "decode beam %d batch %d threads %d: %d sentences %.2f s = %.1f sent/s, %.0f tok/s,"
                    + " peak rss %d MB",
                beam,
                batch,
                threads,
                found.size(),
                seconds,
                found.size() / seconds,
                tokens / seconds,
                ProcessMemory.peakMegabytes()));
  }

  private void writeTranslations(List<List<String>> found) throws IOException {
    if (out.isPresent()) {
      Files.write(out.get(), found.stream().map(tokens -> String.join(" ", tokens)).toList());
    }
  }
}
