package dev.dragoman.report;

import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.grammar.BuiltInCorpus;
import dev.dragoman.grammar.GeneratedPair;
import dev.dragoman.inspect.KnownAlignments;
import dev.dragoman.translate.Translator;
import java.util.List;

/**
 * What the sections read.
 *
 * @param name what the page calls the model
 * @param saved the model with its settings
 * @param translator around the same model
 * @param log what its training left; empty where it left nothing
 * @param movement what its training recorded of the embeddings
 * @param comparison its tables beside word2vec
 * @param sentences source sentences to look at, perhaps none
 * @param grammar sentences of the built-in grammar if the model knows their words; else none
 */
public record ReportSource(
    String name,
    SavedModel saved,
    Translator translator,
    TrainingLog log,
    Movement movement,
    Comparison comparison,
    List<String> sentences,
    List<GeneratedPair> grammar) {
  private static final int SENTENCES = 300;
  private static final long SEED = 20_030;
  private static final double KNOWN = 0.8;

  /** Copies the lists. */
  public ReportSource {
    sentences = List.copyOf(sentences);
    grammar = List.copyOf(grammar);
  }

  /**
   * Of a model that was loaded. Whether it is of the built-in corpus is seen by the words that it
   * knows.
   */
  public static ReportSource of(
      String name,
      SavedModel saved,
      TrainingLog log,
      Movement movement,
      Comparison comparison,
      List<String> sentences) {
    Translator translator = Translator.of(saved, Translator.searchOf(saved));
    List<GeneratedPair> written = new BuiltInCorpus().generate(SEED, SENTENCES);
    List<GeneratedPair> known = KnownAlignments.known(translator.model(), written);
    return new ReportSource(
        name,
        saved,
        translator,
        log,
        movement,
        comparison,
        sentences,
        known.size() >= KNOWN * SENTENCES ? known : List.of());
  }

  /** Whether the model was trained on the built-in corpus, as far as one can see. */
  boolean isBuiltIn() {
    return !grammar.isEmpty();
  }
}
