package dev.dragoman.search;

/**
 * Which ids may not be produced: PAD and BOS never, UNK where the settings say so, EOS before the
 * minimum length. They keep their share of the probability: scores stay those of the model.
 */
final class ForbiddenIds {
  private final SpecialIds ids;
  private final boolean allowUnknown;
  private final int minLength;

  ForbiddenIds(SearchSettings settings, SpecialIds ids) {
    this.ids = ids;
    this.allowUnknown = settings.allowUnknown();
    this.minLength = settings.minLength();
  }

  /**
   * @param id an id of the vocabulary
   * @param step how many tokens stand before it
   */
  boolean forbids(int id, int step) {
    return id == ids.pad()
        || id == ids.beginning()
        || (id == ids.unknown() && !allowUnknown)
        || (id == ids.end() && step < minLength);
  }
}
