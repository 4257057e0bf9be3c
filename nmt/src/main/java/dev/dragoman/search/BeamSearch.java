package dev.dragoman.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the K most probable beginnings of every sentence.
 *
 * <p>Per step and sentence: <em>expand</em> every row by its best ids and rank all candidates
 * together; <em>finish</em> those of the first K that take EOS; <em>prune</em> all but the K best
 * others, which go on, unless the <em>stop rule</em> says that nothing better can come. Beginnings
 * are ranked by bare score, as they are equally long; the length penalty ranks finished hypotheses.
 *
 * <p>Of equal candidates the one whose parent ranks higher comes first, then the larger logit, then
 * the lower id.
 */
final class BeamSearch implements Search {
  private final SearchSettings settings;
  private final SpecialIds ids;

  BeamSearch(SearchSettings settings, SpecialIds ids) {
    this.settings = settings;
    this.ids = ids;
  }

  @Override
  public List<List<Hypothesis>> search(StepDecoder decoder) {
    Frontier frontier = new Frontier(decoder, settings, ids);
    Expansion expansion = new Expansion(frontier, settings, ids);
    List<Endings> endings = new ArrayList<>();
    for (int sentence = 0; sentence < decoder.sentences(); sentence++) {
      endings.add(new Endings());
    }
    while (frontier.rows().count() > 0) {
      frontier.advance();
      stepAll(frontier, expansion, endings);
      frontier.turn();
    }
    return results(frontier, endings);
  }

  private void stepAll(Frontier frontier, Expansion expansion, List<Endings> endings) {
    LiveRows rows = frontier.rows();
    int from = 0;
    while (from < rows.count()) {
      int to = rows.groupEnd(from);
      expansion.expand(from, to);
      stepSentence(frontier, expansion, rows.sentence[from], endings.get(rows.sentence[from]));
      from = to;
    }
  }

  private void stepSentence(Frontier frontier, Expansion expansion, int sentence, Endings endings) {
    finish(frontier, expansion, endings);
    if (frontier.atBound(sentence)) {
      cut(frontier, expansion, endings);
    } else if (!stop(expansion, endings, frontier.maxLength(sentence))) {
      prune(frontier, expansion);
    }
    if (expansion.size() == 0 && endings.isEmpty()) {
      throw frontier.noId(sentence);
    }
  }

  /** Candidates among the first K that take EOS leave the beam. */
  private void finish(Frontier frontier, Expansion expansion, Endings endings) {
    int ranks = Math.min(settings.beamSize(), expansion.size());
    for (int rank = 0; rank < ranks; rank++) {
      if (expansion.id(rank) == ids.end()) {
        endings.add(frontier.close(expansion.row(rank), expansion.logProb(rank), true));
        expansion.markFinished(expansion.row(rank));
      }
    }
  }

  /** At the length bound the other rows are closed too. */
  private static void cut(Frontier frontier, Expansion expansion, Endings endings) {
    for (int row = expansion.from(); row < expansion.to(); row++) {
      if (!expansion.isFinished(row)) {
        endings.add(frontier.close(row, expansion.endLogProb(row), false));
      }
    }
  }

  /** The K best candidates that do not take EOS go on. */
  private void prune(Frontier frontier, Expansion expansion) {
    int kept = 0;
    for (int rank = 0; rank < expansion.size() && kept < settings.beamSize(); rank++) {
      if (expansion.id(rank) != ids.end()) {
        frontier.extend(expansion.row(rank), expansion.id(rank), expansion.logProb(rank));
        kept++;
      }
    }
  }

  /**
   * Whether a sentence is done: K hypotheses have ended, or nothing still in the beam can come to
   * stand among the n best of those that have.
   *
   * <p>The second is exact. A score can only fall from here on and is never positive, and every
   * penalty grows with the length (α ≥ 0), so no continuation of a candidate with score s can reach
   * a normalised score above s / penalty(longest output with its EOS); without penalty that is s
   * itself. On a tie the earlier hypothesis stands, so equality stops too.
   */
  private boolean stop(Expansion expansion, Endings endings, int maxLength) {
    if (endings.ended() >= settings.beamSize()) {
      return true;
    }
    if (endings.ended() < settings.nBest()) {
      return false;
    }
    double bound = settings.normalise(bestUnfinished(expansion), maxLength);
    return bound <= endings.normalisedScore(settings.nBest() - 1);
  }

  private double bestUnfinished(Expansion expansion) {
    for (int rank = 0; rank < expansion.size(); rank++) {
      if (expansion.id(rank) != ids.end()) {
        return expansion.score(rank);
      }
    }
    return Double.NEGATIVE_INFINITY;
  }

  private List<List<Hypothesis>> results(Frontier frontier, List<Endings> endings) {
    List<List<Hypothesis>> results = new ArrayList<>(endings.size());
    for (int sentence = 0; sentence < endings.size(); sentence++) {
      List<Hypothesis> hypotheses = new ArrayList<>(settings.nBest());
      for (Ending ending : endings.get(sentence).best(settings.nBest())) {
        hypotheses.add(frontier.hypothesis(sentence, ending, true));
      }
      results.add(List.copyOf(hypotheses));
    }
    return results;
  }
}
