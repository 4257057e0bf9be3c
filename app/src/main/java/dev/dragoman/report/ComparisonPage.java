package dev.dragoman.report;

import dev.dragoman.draw.Page;

/** The page that lays a model's tables beside word2vec's vectors. */
public final class ComparisonPage {
  private ComparisonPage() {}

  /**
   * Writes the page.
   *
   * @param model how people call the model
   */
  public static Page page(String model, Comparison.Made made) {
    return new Page(
        "Is it word2vec?",
        "The embeddings of " + model + " beside word2vec's vectors of the same text.",
        ComparisonSection.sections(made));
  }
}
