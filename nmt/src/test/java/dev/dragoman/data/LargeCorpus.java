package dev.dragoman.data;

import dev.dragoman.data.BatchSettings.Unit;
import dev.dragoman.data.HoldOutSettings.By;
import dev.dragoman.text.TextSettings;
import dev.dragoman.text.Tokenization;
import dev.dragoman.text.Tokenizer;
import dev.dragoman.vocab.TokenCounts;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.vocab.VocabularySettings;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a corpus whose text is larger than the heap of its JVM, then indexes it, holds some out
 * and reads an epoch of batches.
 */
final class LargeCorpus {
  private static final int PAIRS = 330_000;
  private static final String HEAP = "-Xmx48m";

  private LargeCorpus() {}

  /** What a JVM of its own says: {@code all of it} at the end where all is well. */
  static String inAJvmOfItsOwn(Path folder) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> !argument.startsWith("-Xm"))
            .toList());
    command.addAll(
        List.of(
            HEAP,
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            LargeCorpus.class.getName(),
            folder.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path tsv = folder.resolve("large.tsv");
    write(tsv);
    long heap = Runtime.getRuntime().maxMemory();
    if (Files.size(tsv) < heap) {
      throw new AssertionError(
          "the text is " + Files.size(tsv) + " bytes and fits into a heap of " + heap);
    }
    CorpusIndex index = index(tsv, folder);
    Parts parts = new HoldOut(new HoldOutSettings(500, 0, By.SOURCE), 1).split(index);
    Vocabulary source = vocabulary(index, parts);
    EncodedPairs pairs = index.encode(parts.train(), source, source);
    long tokens = 0;
    for (Batch batch : new Batcher(pairs, new BatchSettings(1000, Unit.TOKENS)).epoch(1, 1)) {
      tokens += batch.targetTokens();
    }
    boolean all = tokens == pairs.targetTokens() && pairs.size() == PAIRS - 500;
    System.out.println(all ? "all of it" : "only " + tokens + " tokens of " + pairs.size());
  }

  private static void write(Path tsv) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(tsv)) {
      for (int i = 0; i < PAIRS; i++) {
        String side =
            " some words of a sentence that is long enough to fill the heap so early, in ";
        out.write(i % 977 + " " + i / 977 + side + "one\t" + i % 1009 + side + "the other\n");
      }
    }
  }

  private static CorpusIndex index(Path tsv, Path folder) {
    TextSettings usual = TextSettings.defaults();
    Tokenizer whitespace =
        Tokenizer.of(
            new TextSettings(usual.lowercase(), usual.foldAccents(), Tokenization.WHITESPACE));
    return new CorpusIndexer(
            new PairFilter(FilterSettings.defaults(), whitespace, whitespace), "whitespace")
        .in(IndexPlace.whereLarge(folder.resolve("large.index")))
        .index(new CorpusSource.TabSeparatedFile(tsv, 1, 2), InputStream.nullInputStream());
  }

  private static Vocabulary vocabulary(CorpusIndex index, Parts parts) {
    TokenCounts counts = new TokenCounts();
    index.countTargets(parts.train(), counts);
    return Vocabulary.build(counts, new VocabularySettings(2, 0));
  }
}
