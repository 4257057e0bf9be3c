package dev.dragoman.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes the most probable id at every step; of equals the lowest. Gives what beam search with K = 1
 * gives, by one pass over the logits, and needs no softmax unless scores are asked for.
 */
final class GreedySearch implements Search {
  private static final int NONE = -1;

  private final SearchSettings settings;
  private final SpecialIds ids;
  private final ForbiddenIds forbidden;

  GreedySearch(SearchSettings settings, SpecialIds ids) {
    this.settings = settings;
    this.ids = ids;
    this.forbidden = new ForbiddenIds(settings, ids);
  }

  @Override
  public List<List<Hypothesis>> search(StepDecoder decoder) {
    Frontier frontier = new Frontier(decoder, settings, ids);
    LogSoftmax softmax = new LogSoftmax(settings.keepScores() ? frontier.vocabularySize() : 0);
    Ending[] endings = new Ending[decoder.sentences()];
    while (frontier.rows().count() > 0) {
      frontier.advance();
      for (int row = 0; row < frontier.rows().count(); row++) {
        takeBest(frontier, row, softmax, endings);
      }
      frontier.turn();
    }
    return results(frontier, endings);
  }

  private void takeBest(Frontier frontier, int row, LogSoftmax softmax, Ending[] endings) {
    double normaliser = settings.keepScores() ? normaliser(frontier, row, softmax) : Double.NaN;
    int sentence = frontier.rows().sentence[row];
    int best = best(frontier, row);
    if (best == ids.end() || frontier.atBound(sentence)) {
      double endLogProb = Math.min(0, frontier.endLogit(row) - normaliser);
      endings[sentence] = frontier.close(row, endLogProb, best == ids.end());
    } else if (best == NONE) {
      throw frontier.noId(sentence);
    } else {
      double logit = frontier.logits()[frontier.offset(row) + best];
      frontier.extend(row, best, Math.min(0, logit - normaliser));
    }
  }

  /** The allowed id with the largest logit. */
  private int best(Frontier frontier, int row) {
    float[] logits = frontier.logits();
    int offset = frontier.offset(row);
    float max = Float.NEGATIVE_INFINITY;
    int best = NONE;
    for (int id = 0; id < frontier.vocabularySize(); id++) {
      float logit = logits[offset + id];
      if (logit <= max) {
        continue;
      }
      if (!(logit < Float.POSITIVE_INFINITY)) {
        throw frontier.unusableLogits(row);
      }
      if (!forbidden.forbids(id, frontier.step())) {
        max = logit;
        best = id;
      }
    }
    return best;
  }

  private static double normaliser(Frontier frontier, int row, LogSoftmax softmax) {
    double normaliser = softmax.logSumExp(frontier.logits(), frontier.offset(row));
    if (Double.isNaN(normaliser)) {
      throw frontier.unusableLogits(row);
    }
    return normaliser;
  }

  private List<List<Hypothesis>> results(Frontier frontier, Ending[] endings) {
    List<List<Hypothesis>> results = new ArrayList<>(endings.length);
    for (int sentence = 0; sentence < endings.length; sentence++) {
      results.add(List.of(frontier.hypothesis(sentence, endings[sentence], settings.keepScores())));
    }
    return results;
  }
}
