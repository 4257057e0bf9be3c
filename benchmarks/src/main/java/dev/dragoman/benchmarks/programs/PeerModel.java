package dev.dragoman.benchmarks.programs;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.checkpoint.Side;
import dev.dragoman.checkpoint.TrainingSummary;
import dev.dragoman.config.Experiment;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.search.SearchSettings;
import dev.dragoman.settings.Flags;
import dev.dragoman.text.TextSettings;
import dev.dragoman.text.Tokenization;
import dev.dragoman.text.Tokenizer;
import dev.dragoman.translate.TranslationModel;
import dev.dragoman.translate.Translator;
import dev.dragoman.vocab.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The model that the peer trained, in our hands: its weights, its vocabularies, text that is split
 * at blanks.
 *
 * @param model with the peer's weights
 * @param source the peer's source vocabulary
 * @param target the peer's target vocabulary
 */
record PeerModel(Seq2Seq model, Vocabulary source, Vocabulary target) {
  /** The peer's bound on the output: twice the source and ten, at most 80. */
  private static final int MOST_TOKENS = 80;

  private static final TextSettings SPLIT_ALREADY =
      new TextSettings(false, false, Tokenization.WHITESPACE);

  /**
   * Reads the weights.
   *
   * @param weights what the peer exported
   * @param experiment tells the sizes
   */
  static PeerModel read(Path weights, PreparedText.Job job, Path experiment) throws IOException {
    Experiment sizes = Experiment.read(Optional.of(experiment), Flags.none());
    Seq2Seq model =
        PeerWeights.read(weights).model(sizes.model(), job.source().size(), job.target().size());
    return new PeerModel(model, job.source(), job.target());
  }

  /** Searches as the peer does: score divided by length. */
  Translator translator(int beam) {
    SearchSettings settings =
        SearchSettings.defaults()
            .withBeamSize(beam)
            .withKeepAttention(false)
            .withKeepScores(beam > 1);
    Tokenizer blanks = Tokenizer.of(SPLIT_ALREADY);
    return new Translator(new TranslationModel(model, blanks, blanks, source, target), settings);
  }

  /**
   * The same with the peer's bound on the output, which depends on the batch.
   *
   * @param longestSource words of the longest source of the batch
   */
  static Translator bounded(Translator translator, int longestSource) {
    int most = Math.min(MOST_TOKENS, 2 * (longestSource + 1) + 10);
    return translator.with(translator.settings().withMaxLength(0, most, MOST_TOKENS));
  }

  /** Saves it as a model folder, for the command line. */
  void save(Path folder) {
    ModelFolder.save(
        folder,
        new SavedModel(
            model,
            new Side(SPLIT_ALREADY, source),
            new Side(SPLIT_ALREADY, target),
            "",
            TrainingSummary.untrained(1)));
  }
}
