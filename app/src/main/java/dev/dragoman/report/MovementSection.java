package dev.dragoman.report;

import dev.dragoman.draw.Section;

/** How the rows of the embedding tables moved; needs a record of the training. */
final class MovementSection {
  private MovementSection() {}

  static Section of() {
    return Section.of(
        "movement",
        "How the embeddings moved",
        Prose.missing(
            "This needs a flight record, which tells where each row of the embedding tables stood"
                + " at many moments of the training. This model's training left none that this"
                + " version of the report reads."));
  }
}
