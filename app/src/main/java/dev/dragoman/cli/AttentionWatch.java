package dev.dragoman.cli;

import dev.dragoman.data.TokenizedPair;
import dev.dragoman.inspect.AttentionMap;
import dev.dragoman.tensor.Workers;
import dev.dragoman.training.TrainingListener;
import dev.dragoman.translate.TranslationModel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Watches attention come about in one held-out sentence: where the model looks while it is made to
 * write the known translation, at each validation and on the way to the first one after 16, 32, 64
 * … updates.
 */
final class AttentionWatch implements TrainingListener {
  private static final int SHORTEST = 6;
  private static final int LONGEST = 14;

  private final TranslationModel model;
  private final TokenizedPair pair;
  private final MetricsLog log;
  private final WatchTimes times = new WatchTimes();

  private AttentionWatch(TranslationModel model, TokenizedPair pair, MetricsLog log) {
    this.model = model;
    this.pair = pair;
    this.log = log;
  }

  /**
   * A watch over the first pair of middling length whose sides are of one length, as far as there
   * is one; none where there are no pairs.
   *
   * @param model as it is trained
   */
  static Optional<AttentionWatch> over(
      TranslationModel model, List<TokenizedPair> pairs, MetricsLog log) {
    return pairs.stream()
        .min(Comparator.comparingInt(AttentionWatch::unlikeness))
        .map(pair -> new AttentionWatch(model, pair, log));
  }

  /** How far a pair is from what is easily looked at; 0 where nothing is wrong with it. */
  private static int unlikeness(TokenizedPair pair) {
    int source = pair.source().size();
    int target = pair.target().size();
    int outside = Math.max(0, SHORTEST - source) + Math.max(0, Math.max(source, target) - LONGEST);
    return outside + Math.abs(source - target);
  }

  @Override
  public void updated(Update update) {
    if (times.isDue(update.update())) {
      look(update.update());
    }
  }

  @Override
  public void validated(Validation validation) {
    times.validated();
    look(validation.update());
  }

  private void look(long update) {
    try (Workers workers = new Workers(1)) {
      List<AttentionMap> maps =
          AttentionMap.forced(
              model, List.of(pair.text().source()), List.of(pair.text().target()), workers);
      log.attended(update, maps.getFirst());
    }
  }
}
