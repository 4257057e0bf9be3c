package dev.dragoman.cli;

import dev.dragoman.grammar.GeneratedPair;
import dev.dragoman.inspect.AlignmentScore;
import dev.dragoman.inspect.AttentionMap;
import dev.dragoman.inspect.KnownAlignments;
import dev.dragoman.tensor.Workers;
import dev.dragoman.training.TrainingListener;
import dev.dragoman.translate.TranslationModel;
import java.util.List;
import java.util.Locale;

/**
 * Watches alignment come about: compares attention with the alignments that the grammar knows, at
 * each validation and on the way to the first one after 16, 32, 64 … updates.
 */
final class AlignmentWatch implements TrainingListener {
  private final TranslationModel model;
  private final List<GeneratedPair> pairs;
  private final MetricsLog log;
  private final Output output;
  private final WatchTimes times = new WatchTimes();

  /**
   * A watch.
   *
   * @param model as it is trained
   * @param pairs what is compared; the attention of the first one is logged
   */
  AlignmentWatch(TranslationModel model, List<GeneratedPair> pairs, MetricsLog log, Output output) {
    this.model = model;
    this.pairs = List.copyOf(pairs);
    this.log = log;
    this.output = output;
  }

  @Override
  public void updated(Update update) {
    if (times.isDue(update.update())) {
      measure(update.update());
    }
  }

  @Override
  public void validated(Validation validation) {
    times.validated();
    AlignmentScore score = measure(validation.update());
    output.line(
        String.format(
            Locale.ROOT,
            "    attention  alignment error rate %.3f against the grammar's own alignments",
            score.errorRate()));
  }

  private AlignmentScore measure(long update) {
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      List<AttentionMap> maps = KnownAlignments.maps(model, pairs, workers);
      AlignmentScore score =
          KnownAlignments.score(maps, pairs, AlignmentScore.EndOfSentence.LEFT_OUT);
      log.aligned(update, score, maps.getFirst());
      return score;
    }
  }
}
