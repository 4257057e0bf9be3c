package dev.dragoman.cli;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.config.DataFolder;
import dev.dragoman.config.Experiment;
import dev.dragoman.grammar.BuiltInCorpus;
import dev.dragoman.grammar.CorpusSplit;
import dev.dragoman.grammar.GeneratedPair;
import dev.dragoman.inspect.AttentionMap;
import dev.dragoman.metrics.Bleu;
import dev.dragoman.metrics.BleuSettings;
import dev.dragoman.metrics.MetricScore;
import dev.dragoman.settings.Flags;
import dev.dragoman.settings.TomlDocument;
import dev.dragoman.tensor.Workers;
import dev.dragoman.translate.Translation;
import dev.dragoman.translate.Translator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Everything once, on the built-in corpus: generate, train, evaluate, translate, look at attention.
 */
final class Quickstart {
  private static final int SAMPLES = 5;
  private static final int BATCH = 64;

  /** Pairs whose alignments attention is compared with, cheap beside a validation. */
  private static final int COMPARED = 200;

  private final Path folder;
  private final long seed;
  private final Size size;
  private final Shading shading;
  private final Console console;
  private final Surroundings surroundings;

  /**
   * How much is done.
   *
   * @param train training pairs
   * @param valid validation pairs
   * @param test test pairs
   * @param epochs times the corpus is read
   */
  record Size(int train, int valid, int test, int epochs) {
    /** What a newcomer runs. */
    static final Size FULL = new Size(42_000, 500, 1_000, 4);

    /** Enough to see that all parts work together. */
    static final Size SHORT = new Size(4_000, 100, 100, 1);
  }

  /**
   * A quickstart.
   *
   * @param folder where to write
   * @param seed where every random choice begins
   */
  Quickstart(Path folder, long seed, Size size, Surroundings surroundings) {
    this.folder = folder;
    this.seed = seed;
    this.size = size;
    this.shading = Shading.of(surroundings.environment());
    this.console = surroundings.console();
    this.surroundings = surroundings;
  }

  /** Runs all of it. */
  void run() throws IOException {
    ModelFolder.requireSavable(TrainingRun.modelFolder(folder));
    CorpusSplit corpus = writeCorpus();
    train(corpus);
    Translator translator = Translator.load(TrainingRun.modelFolder(folder));
    evaluate(translator, corpus);
    showTranslations(translator, corpus);
    showAttention(translator, corpus);
    writeReport();
    sayWhatNext(telling(corpus.test()).source());
  }

  private CorpusSplit writeCorpus() {
    head(
        "1. A corpus. Dragoman writes French sentences and their English translations from a small",
        "   grammar, so nothing is downloaded and every translation is known to be right.");
    CorpusSplit corpus = new BuiltInCorpus().split(seed, size.train(), size.valid(), size.test());
    Path into = folder.resolve("corpus");
    write(into, corpus);
    line(
        "   %,d pairs to learn from, %,d to watch the learning, %,d to judge it: %s",
        corpus.train().size(), corpus.valid().size(), corpus.test().size(), into);
    for (GeneratedPair pair : corpus.train().subList(0, 3)) {
      line("   %s  =  %s", pair.source(), pair.target());
    }
    return corpus;
  }

  private static void write(Path into, CorpusSplit corpus) {
    try {
      Files.createDirectories(into);
      write(into.resolve("train.tsv"), corpus.train());
      write(into.resolve("valid.tsv"), corpus.valid());
      write(into.resolve("test.tsv"), corpus.test());
    } catch (IOException e) {
      throw new UncheckedIOException(into + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private static void write(Path file, List<GeneratedPair> pairs) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (GeneratedPair pair : pairs) {
      lines.append(pair.source()).append('\t').append(pair.target()).append('\n');
    }
    Files.writeString(file, lines, StandardCharsets.UTF_8);
  }

  private void train(CorpusSplit corpus) throws IOException {
    head(
        "2. Training. The model reads a French sentence in both directions, then writes English word",
        "   by word; before each word it looks at the French words that matter (attention). It is",
        "   shown the right answers, and every update moves the weights a little towards them.",
        "   Perplexity: among how many words it hesitates, on sentences that it has not seen.");
    Experiment experiment = experiment(seed, size.epochs());
    TrainingText text =
        new TextReader(
                experiment,
                new DataFolder(folder.resolve("corpus").toAbsolutePath(), DataFolder.Choice.FLAG),
                console.in())
            .read(Optional.empty());
    TrainingRun.begin(experiment, text, folder, console.out())
        .watchingAlignments(compared(corpus))
        .run();
  }

  /** Some pairs of the validation text, one whose words change places in front. */
  private static List<GeneratedPair> compared(CorpusSplit corpus) {
    List<GeneratedPair> compared = new ArrayList<>(List.of(telling(corpus.valid())));
    corpus.valid().stream()
        .filter(pair -> !pair.equals(compared.getFirst()))
        .limit(COMPARED - 1)
        .forEach(compared::add);
    return compared;
  }

  /** The experiment, as a user would write it. */
  static Experiment experiment(long seed, int epochs) {
    Map<String, String> flags = new LinkedHashMap<>();
    flags.put("corpus.tsv", "train.tsv");
    flags.put("corpus.valid-tsv", "valid.tsv");
    flags.put("source-vocabulary.min-count", "1");
    flags.put("target-vocabulary.min-count", "1");
    flags.put("batch.size", "64");
    flags.put("model.embedding-size", "256");
    flags.put("model.encoder-size", "128");
    flags.put("model.decoder-size", "192");
    flags.put("model.attention-size", "128");
    flags.put("model.readout-size", "256");
    flags.put("model.tie-output", "true");
    flags.put("model.dropout", "0.1");
    flags.put("model.embedding-deviation", "0.03");
    flags.put("recorder.record", "true");
    flags.put("training.seed", Long.toString(seed));
    flags.put("training.epochs", Integer.toString(epochs));
    flags.put("training.patience", "0");
    flags.put("training.bleu-sentences", "200");
    flags.put("training.optimiser.learning-rate", "0.003");
    flags.put("training.schedule.kind", "linear");
    flags.put("training.schedule.warmup-updates", "100");
    return Experiment.settings().bind(TomlDocument.empty(), Flags.of(flags));
  }

  private void evaluate(Translator translator, CorpusSplit corpus) {
    head("3. Evaluation on sentences that were held out: new combinations of known words.");
    List<String> sources = corpus.test().stream().map(GeneratedPair::source).toList();
    List<String> references = corpus.test().stream().map(GeneratedPair::target).toList();
    List<String> outputs;
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      outputs =
          translator
              .with(translator.settings().withKeepAttention(false))
              .translateAll(sources, BATCH, workers)
              .stream()
              .map(found -> found.getFirst().text())
              .toList();
    }
    int right = 0;
    for (int i = 0; i < outputs.size(); i++) {
      right += outputs.get(i).equals(references.get(i)) ? 1 : 0;
    }
    MetricScore bleu = new Bleu(BleuSettings.defaults()).corpus(outputs, List.of(references));
    line(
        "   exactly right: %,d of %,d (%.1f %%)",
        right, outputs.size(), 100.0 * right / outputs.size());
    line("   BLEU %.2f   %s", bleu.score(), bleu.signature());
    if (size.equals(Size.SHORT)) {
      line("   It read a tenth of the corpus once, and has learnt little: run it without --short.");
    }
  }

  private void showTranslations(Translator translator, CorpusSplit corpus) {
    head("4. A few translations.");
    List<GeneratedPair> some = corpus.test().subList(0, Math.min(SAMPLES, corpus.test().size()));
    for (GeneratedPair pair : some) {
      String output = translator.translate(pair.source()).text();
      line("   %s", pair.source());
      line(
          "     %s%s",
          output, output.equals(pair.target()) ? "" : "   (expected: " + pair.target() + ")");
    }
  }

  private void showAttention(Translator translator, CorpusSplit corpus) {
    head(
        "5. Where it looked: a row for each English word, darker where the model looked more. Words",
        "   that change places between French and English leave the diagonal.");
    Translation translation = translator.translate(telling(corpus.test()).source());
    AttentionMap map = AttentionMap.of(translation, translator.model());
    new ShadedMap(map, console.out().terminal().width() - 3, shading)
        .lines()
        .forEach(row -> console.out().line("   " + row));
  }

  /** A sentence whose words change places, if there is one. */
  private static GeneratedPair telling(List<GeneratedPair> pairs) {
    return pairs.stream()
        .filter(pair ->
            pair.sourceTokens().size() >= 6 && pair.sourceTokens().size() <= 8 && crosses(pair))
        .findFirst()
        .orElse(pairs.getFirst());
  }

  private static boolean crosses(GeneratedPair pair) {
    return pair.alignment().sure().stream()
        .anyMatch(one ->
            pair.alignment().sure().stream()
                .anyMatch(other -> one.source() < other.source() && one.target() > other.target()));
  }

  private void writeReport() {
    ReportJob report =
        new ReportJob(folder, Optional.empty(), new ModelTextOptions(), surroundings);
    report.write(report.usualFile());
    head(
        "6. A page about it all, which needs no network; open it in a browser:",
        "   " + report.usualFile().toAbsolutePath().normalize());
  }

  private void sayWhatNext(String sentence) {
    head("7. What next.");
    line(
        "   echo \"%s\" | ./dragoman translate --model %s",
        sentence, TrainingRun.modelFolder(folder));
    line("   ./dragoman attention \"%s\" --model %s", sentence, TrainingRun.modelFolder(folder));
    line("   ./dragoman model show %s", TrainingRun.modelFolder(folder));
    line("   ./dragoman embeddings neighbours queen --model %s", TrainingRun.modelFolder(folder));
    line(
        "   ./dragoman embeddings compare %s     is it word2vec?", TrainingRun.modelFolder(folder));
    line("   ./dragoman embeddings map --model %s", TrainingRun.modelFolder(folder));
    line("   ./dragoman embeddings history --model %s", TrainingRun.modelFolder(folder));
    line(
        "   ./dragoman train --tsv YOUR.tsv --out runs/mine     your own pairs, source tab target");
    line("   ./dragoman train --help                             every setting");
  }

  private void head(String... lines) {
    console.out().line("");
    for (String text : lines) {
      console.out().line(text);
    }
  }

  private void line(String format, Object... values) {
    console.out().line(String.format(Locale.ROOT, format, values));
  }
}
