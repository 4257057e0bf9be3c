package dev.dragoman.search;

import java.util.List;

/**
 * Finds probable outputs for the sentences of a batch. Immutable, so one instance serves many
 * threads, each with its own decoder; what it finds for a sentence does not depend on the other
 * sentences of the batch.
 */
public sealed interface Search permits GreedySearch, BeamSearch {

  /**
   * Greedy search where the beam size is 1, else beam search.
   *
   * @param settings how to search
   * @param ids the special ids of the target vocabulary
   */
  static Search of(SearchSettings settings, SpecialIds ids) {
    return settings.beamSize() == 1
        ? new GreedySearch(settings, ids)
        : new BeamSearch(settings, ids);
  }

  /**
   * Searches through all sentences of a decoder at once.
   *
   * <p>A sentence gets at least one hypothesis and at most as many as the settings' n-best; fewer
   * only where the search found no more, as under a short length bound. They are distinct.
   * Hypotheses that ended by themselves come first, then those that were cut at the length bound;
   * within both, the best normalised score first.
   *
   * @param decoder holds the encoded batch; its states are advanced
   * @return one list per sentence, in the order of the decoder
   * @throws IllegalStateException if the decoder gives logits that are no numbers or that allow no
   *     id; the message names the step, the sentence and the id
   */
  List<List<Hypothesis>> search(StepDecoder decoder);
}
