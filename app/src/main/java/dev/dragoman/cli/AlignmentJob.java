package dev.dragoman.cli;

import dev.dragoman.grammar.BuiltInCorpus;
import dev.dragoman.grammar.GeneratedPair;
import dev.dragoman.inspect.AlignmentScore;
import dev.dragoman.inspect.KnownAlignments;
import dev.dragoman.tensor.Workers;
import dev.dragoman.translate.TranslationModel;
import dev.dragoman.translate.Translator;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code dragoman attention --aer}: attention against alignments that the grammar knows. */
final class AlignmentJob {
  private static final long SEED = 20_030;

  private final Output out;
  private final boolean json;

  AlignmentJob(Output out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /** Measures over so many sentences. */
  void run(Path folder, int sentences) {
    TranslationModel model = Translator.load(folder).model();
    List<GeneratedPair> written = new BuiltInCorpus().generate(SEED, sentences);
    List<GeneratedPair> known = KnownAlignments.known(model, written);
    if (known.size() < written.size() / 2.0) {
      throw new IllegalArgumentException(
          text(
              "%s: knows every word of only %,d of %,d sentences of the built-in grammar; --aer is"
                  + " for models of the built-in corpus, as dragoman quickstart trains them",
              folder, known.size(), written.size()));
    }
    AlignmentScore score;
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      score = KnownAlignments.score(model, known, workers);
    }
    if (json) {
      out.line(AttentionJson.text(score));
    } else {
      lines(score, written.size() - known.size()).forEach(out::line);
    }
  }

  private static List<String> lines(AlignmentScore score, int leftOut) {
    return List.of(
        text("alignment error rate   %.3f   (Och and Ney 2003; 0 is best)", score.errorRate()),
        text(
            "precision              %.1f %% of %,d links found are sure or possible",
            100 * score.precision(), score.found()),
        text(
            "recall                 %.1f %% of %,d sure links were found",
            100 * score.recall(), score.sure()),
        text(
            "over %,d sentences that the built-in grammar wrote%s; the model was made to",
            score.sentences(),
            leftOut == 0 ? "" : text(", without %,d of words that it does not know", leftOut)),
        "write the known translation, and each word is linked to the one it looked at most");
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
