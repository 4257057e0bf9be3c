package dev.dragoman.cli;

import dev.dragoman.grammar.BuiltInCorpus;
import dev.dragoman.grammar.GeneratedPair;
import dev.dragoman.inspect.AlignmentScore;
import dev.dragoman.inspect.AlignmentScore.EndOfSentence;
import dev.dragoman.inspect.AttentionMap;
import dev.dragoman.inspect.KnownAlignments;
import dev.dragoman.tensor.Workers;
import dev.dragoman.translate.TranslationModel;
import dev.dragoman.translate.Translator;
import java.nio.file.Path;
import java.util.ArrayList;
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
    List<AttentionMap> maps;
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      maps = KnownAlignments.maps(model, known, workers);
    }
    AlignmentScore linked = KnownAlignments.score(maps, known, EndOfSentence.LEFT_OUT);
    AlignmentScore unlinked = KnownAlignments.score(maps, known, EndOfSentence.NO_LINK);
    if (json) {
      out.line(AttentionJson.text(linked, unlinked));
    } else {
      lines(linked, unlinked, written.size() - known.size(), out.terminal().width())
          .forEach(out::line);
    }
  }

  private static List<String> lines(
      AlignmentScore linked, AlignmentScore unlinked, int leftOut, int width) {
    List<String> lines = new ArrayList<>();
    lines.add("links                            error rate  precision   recall");
    lines.add(row("to the word looked at most", linked));
    lines.add(row("none where that is </s>", unlinked));
    lines.add("");
    lines.addAll(
        Columns.wrapped(
            text(
                "Alignment error rate of Och and Ney (2003), 0 is best, over %,d sentences that the"
                    + " built-in grammar wrote%s: %,d links are sure. The model is made to write the"
                    + " known translation; precision is the share of its links that are sure or"
                    + " possible, recall the share of sure links that it found.",
                linked.sentences(),
                leftOut == 0 ? "" : text(" (%,d more have words that the model lacks)", leftOut),
                linked.sure()),
            width));
    return lines;
  }

  private static String row(String name, AlignmentScore score) {
    return text(
        "%-31s  %10.3f  %7.1f %%  %5.1f %%",
        name, score.errorRate(), 100 * score.precision(), 100 * score.recall());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
