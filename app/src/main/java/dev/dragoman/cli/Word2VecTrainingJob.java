package dev.dragoman.cli;

import dev.dragoman.word2vec.TrainingText;
import dev.dragoman.word2vec.Word2VecLoss;
import dev.dragoman.word2vec.Word2VecSettings;
import dev.dragoman.word2vec.Word2VecTrainer;
import dev.dragoman.word2vec.WordCounts;
import dev.dragoman.word2vec.WordVectorFiles;
import dev.dragoman.word2vec.WordVectorFormat;
import dev.dragoman.word2vec.WordVectors;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code dragoman word2vec train}: reads the text, says what it found, trains, writes the vectors.
 */
final class Word2VecTrainingJob {
  private static final int FREQUENT = 8;
  private static final int INDENT = 15;
  private static final String STANDARD_INPUT = "-";

  private final Word2VecSettings settings;
  private final String text;
  private final Path out;
  private final WordVectorFormat format;
  private final Surroundings surroundings;
  private final boolean json;
  private final Output output;

  /**
   * A training.
   *
   * @param text name of the file to read, {@code -} for standard input
   * @param out file to write
   * @param json whether only a JSON object goes to standard output, and all else to standard error
   */
  Word2VecTrainingJob(
      Word2VecSettings settings,
      String text,
      Path out,
      WordVectorFormat format,
      boolean json,
      Surroundings surroundings) {
    this.settings = settings;
    this.text = text;
    this.out = out;
    this.format = format;
    this.surroundings = surroundings;
    this.json = json;
    this.output = json ? surroundings.console().err() : surroundings.console().out();
  }

  /** Trains and writes. */
  void run() {
    Path file = surroundings.workingFolder().resolve(out);
    WordVectorFiles.requireWritable(file, format);
    TrainingText read = read();
    bill(read);
    Word2VecProgressLine progress = new Word2VecProgressLine(output);
    WordVectors vectors = new Word2VecTrainer(settings, progress).train(read);
    WordVectorFiles.write(vectors, file, format);
    if (json) {
      surroundings.console().out().print(json(read, vectors, progress));
    } else {
      line(
          "done: %,d vectors of size %d, %s: %s",
          vectors.count(), vectors.size(), progress.summary(), out);
    }
  }

  private String json(TrainingText read, WordVectors vectors, Word2VecProgressLine progress) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("out", out.toString());
    object.put("format", VectorFormatWord.wordOf(format));
    object.put("vectors", vectors.count());
    object.put("size", vectors.size());
    object.put("textWords", read.length());
    object.put("seconds", progress.seconds());
    object.put("wordsPerSecond", progress.rate());
    object.put("loss", Json.number(progress.loss()));
    return Json.text(object);
  }

  private TrainingText read() {
    Output err = surroundings.console().err();
    err.live("reading the text");
    TrainingText read =
        text.equals(STANDARD_INPUT)
            ? TrainingText.read("standard input", surroundings.console().in(), settings.minCount())
            : TrainingText.read(surroundings.workingFolder().resolve(text), settings.minCount());
    err.keepLive();
    return read;
  }

  private void bill(TrainingText read) {
    WordCounts words = read.words();
    line("text           %,d words in %,d sentences", read.length(), read.sentences());
    line(
        "vocabulary     %,d words that occur at least %d times, %.1f %% of the text: %s …",
        words.size(),
        settings.minCount(),
        100.0 * words.total() / read.length(),
        String.join(" ", words.words().subList(0, Math.min(FREQUENT, words.size()))));
    line(
        "training       %s, size %d, window %d, %s",
        kind(), settings.size(), settings.window(), loss());
    line(
        "               %,d %s, %s, seed %d%s",
        settings.epochs(),
        settings.epochs() == 1 ? "epoch" : "epochs",
        settings.threads() == 1 ? "1 thread" : settings.threads() + " threads",
        settings.seed(),
        settings.threads() == 1 ? "" : "; with more than one thread no two runs are alike");
  }

  private String kind() {
    return switch (settings.kind()) {
      case SKIP_GRAM -> "skip-gram";
      case CBOW -> "CBOW";
    };
  }

  private String loss() {
    return settings.loss() == Word2VecLoss.HIERARCHICAL_SOFTMAX
        ? "hierarchical softmax"
        : settings.negative()
            + (settings.negative() == 1 ? " negative" : " negatives")
            + " per prediction";
  }

  /** On as many lines as the terminal needs, the later ones below the first one's text. */
  private void line(String text, Object... values) {
    String whole = String.format(Locale.ROOT, text, values);
    int begin = whole.startsWith("done: ") ? 0 : INDENT;
    List<String> lines = Columns.wrapped(whole.substring(begin), output.terminal().width() - begin);
    for (int i = 0; i < lines.size(); i++) {
      output.line((i == 0 ? whole.substring(0, begin) : " ".repeat(begin)) + lines.get(i));
    }
  }
}
