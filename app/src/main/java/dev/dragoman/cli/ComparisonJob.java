package dev.dragoman.cli;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.data.TokenizedPair;
import dev.dragoman.grammar.Language;
import dev.dragoman.inspect.EmbeddingTable;
import dev.dragoman.inspect.SideComparison;
import dev.dragoman.inspect.TableComparer;
import dev.dragoman.model.TableSide;
import dev.dragoman.translate.Translator;
import dev.dragoman.word2vec.Word2VecSettings;
import dev.dragoman.word2vec.Word2VecTrainer;
import dev.dragoman.word2vec.WordVectors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code dragoman embeddings compare}: trains word2vec on both sides' text and lays the tables side
 * by side.
 */
final class ComparisonJob {
  /**
   * Words that word2vec reads in all, where nothing else is asked for; small texts want more
   * epochs.
   */
  private static final long WORDS_READ = 5_000_000;

  /**
   * Frequent words are left out more often than usual: a translator's sentences are short, and
   * otherwise little but articles and verbs like "is" stands in a window.
   */
  private static final double SAMPLE = 1e-4;

  private static final int FEWEST_EPOCHS = 5;
  private static final int MOST_EPOCHS = 30;

  private final CompareCommand.Request request;
  private final ModelTextOptions text;
  private final Surroundings surroundings;

  ComparisonJob(CompareCommand.Request request, ModelTextOptions text, Surroundings surroundings) {
    this.request = request;
    this.text = text;
    this.surroundings = surroundings;
  }

  /** Compares both sides and shows what came of it. */
  void run(boolean json) {
    KnownWords known = new KnownWords(located(request.analogies()), located(request.pairs()));
    Path folder = Translator.locate(surroundings.workingFolder().resolve(request.model()));
    SavedModel saved = ModelFolder.load(folder);
    surroundings.console().err().live("reading the corpus");
    TrainingText read = text.read(saved, folder, surroundings);
    surroundings.console().err().keepLive();
    List<ComparisonReport.Compared> sides = new ArrayList<>();
    for (TableSide side : TableSide.values()) {
      sides.add(compare(saved, side, sentences(read, side), known));
    }
    ComparisonReport report = new ComparisonReport(request.model(), sides, request.count());
    surroundings
        .console()
        .out()
        .print(
            json ? report.json() : report.plain(surroundings.console().out().terminal().width()));
  }

  private List<Path> located(List<Path> files) {
    return files.stream().map(surroundings.workingFolder()::resolve).toList();
  }

  private static List<List<String>> sentences(TrainingText read, TableSide side) {
    return read.train().stream()
        .map(side == TableSide.SOURCE ? TokenizedPair::source : TokenizedPair::target)
        .toList();
  }

  private ComparisonReport.Compared compare(
      SavedModel saved, TableSide side, List<List<String>> sentences, KnownWords known) {
    EmbeddingTable translation = EmbeddingTable.of(saved, side);
    Word2VecSettings settings = settings(sentences, translation.size());
    EmbeddingTable word2vec = EmbeddingTable.of("word2vec", train(side, sentences, settings));
    Optional<Language> language = known.language(translation, side);
    List<String> examples =
        request.words().isEmpty() ? known.examples(translation, language) : request.words();
    SideComparison compared =
        new TableComparer(side, translation, word2vec, sentences, known.of(translation, language))
            .compare(examples, known.example(translation, language));
    return new ComparisonReport.Compared(compared, settings);
  }

  private Word2VecSettings settings(List<List<String>> sentences, int size) {
    long words = sentences.stream().mapToLong(List::size).sum();
    int epochs =
        request
            .epochs()
            .orElse(Math.clamp(WORDS_READ / Math.max(1, words), FEWEST_EPOCHS, MOST_EPOCHS));
    return Word2VecSettings.defaults()
        .withSize(size)
        .withMinCount(1)
        .withSample(SAMPLE)
        .withEpochs(epochs)
        .withSeed(request.seed());
  }

  private WordVectors train(
      TableSide side, List<List<String>> sentences, Word2VecSettings settings) {
    Output err = surroundings.console().err();
    if (!err.terminal().interactive()) {
      return new Word2VecTrainer(settings).train(sentences);
    }
    err.live("word2vec on the " + side.name().toLowerCase(Locale.ROOT) + " text");
    WordVectors vectors =
        new Word2VecTrainer(settings, new Word2VecProgressLine(err)).train(sentences);
    err.keepLive();
    return vectors;
  }
}
