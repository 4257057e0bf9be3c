package dev.dragoman.word2vec;

import java.nio.file.Path;
import java.util.List;

/**
 * Trains word vectors.
 *
 * {@snippet :
 * Word2VecSettings settings = Word2VecSettings.defaults().withThreads(2);
 * WordVectors vectors = new Word2VecTrainer(settings).train(Path.of("text.txt"));
 * vectors.neighbours("queen", 10);
 * }
 *
 * <p>With one thread the same text, settings and seed give the same bytes on every machine.
 */
public final class Word2VecTrainer {

  private final Word2VecSettings settings;
  private final Word2VecListener listener;

  /** A trainer that tells nobody how it goes on. */
  public Word2VecTrainer(Word2VecSettings settings) {
    this(settings, Word2VecListener.none());
  }

  /** A trainer that tells the listener how it goes on. */
  public Word2VecTrainer(Word2VecSettings settings, Word2VecListener listener) {
    this.settings = settings;
    this.listener = listener;
  }

  /** Reads a text file (see {@link TrainingText#read}) and trains on it. */
  public WordVectors train(Path file) {
    return train(TrainingText.read(file, settings.minCount()));
  }

  /** Trains on sentences that are split into words already. */
  public WordVectors train(Iterable<List<String>> sentences) {
    return train(TrainingText.of(sentences, settings.minCount()));
  }

  /**
   * Trains on a text that was read before.
   *
   * @throws IllegalArgumentException if the text was read with another minimum count
   * @throws Word2VecException if the vectors diverge or do not fit into an array
   */
  public WordVectors train(TrainingText text) {
    if (text.minCount() != settings.minCount()) {
      throw new IllegalArgumentException(
          "text: read with a minimum count of "
              + text.minCount()
              + ", but the settings say "
              + settings.minCount()
              + "; read it with the settings' one");
    }
    Weights weights = new TrainingRun(settings, text, listener).run();
    if (!weights.areFinite()) {
      throw new Word2VecException(
          "the vectors diverged at a learning rate of "
              + settings.learningRate()
              + "; lower it (usual are 0.025 for skip-gram, 0.05 for CBOW)");
    }
    return vectors(text.words(), weights);
  }

  private WordVectors vectors(WordCounts words, Weights weights) {
    WordVectors vectors = WordVectors.of(words, settings.size(), weights.unpadded(weights.input()));
    return switch (settings.loss()) {
      case NEGATIVE_SAMPLING ->
          vectors.withContext(
              WordVectors.of(words, settings.size(), weights.unpadded(weights.output())));
      case HIERARCHICAL_SOFTMAX -> vectors;
    };
  }
}
