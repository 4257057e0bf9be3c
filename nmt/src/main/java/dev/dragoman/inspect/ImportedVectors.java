package dev.dragoman.inspect;

import dev.dragoman.model.Seq2Seq;
import dev.dragoman.model.TableSide;
import dev.dragoman.vocab.Specials;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.word2vec.WordVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Vectors that a model's table begins with instead of random ones, for the tokens that have one.
 */
public final class ImportedVectors {

  private static final int SHOWN = 10;

  private final String name;
  private final WordVectors vectors;

  /**
   * Vectors to begin with.
   *
   * @param name how messages call them: their file
   */
  public ImportedVectors(String name, WordVectors vectors) {
    this.name = name;
    this.vectors = vectors;
  }

  /**
   * How much of a vocabulary has an imported vector.
   *
   * @param name how messages call the vectors
   * @param covered tokens that have one, special tokens not counted
   * @param tokens all tokens, special ones not counted
   * @param runningShare share of the training text's running words that are such tokens, in [0, 1]
   * @param uncovered the most frequent tokens without one, a few
   */
  public record Coverage(
      String name, int covered, int tokens, double runningShare, List<String> uncovered) {

    /** Copies the list. */
    public Coverage {
      uncovered = List.copyOf(uncovered);
    }
  }

  /** How much of a vocabulary they cover; nothing is changed. */
  public Coverage coverage(Vocabulary vocabulary) {
    int covered = 0;
    long runningCovered = 0;
    long running = vocabulary.count(Specials.UNK);
    List<String> uncovered = new ArrayList<>();
    for (int id = Specials.COUNT; id < vocabulary.size(); id++) {
      running += vocabulary.count(id);
      if (index(vocabulary, id).isPresent()) {
        covered++;
        runningCovered += vocabulary.count(id);
      } else if (uncovered.size() < SHOWN) {
        uncovered.add(vocabulary.token(id));
      }
    }
    double share = running == 0 ? 0 : (double) runningCovered / running;
    return new Coverage(name, covered, vocabulary.size() - Specials.COUNT, share, uncovered);
  }

  /**
   * Overwrites the rows of tokens that have an imported vector; other rows keep what they were born
   * with.
   *
   * @param vocabulary of the table
   * @throws IllegalArgumentException if the vectors have another size than the table's
   */
  public Coverage fill(Seq2Seq model, TableSide side, Vocabulary vocabulary) {
    requireSize(model.settings().embeddingSize());
    for (int id = Specials.COUNT; id < vocabulary.size(); id++) {
      OptionalInt index = index(vocabulary, id);
      if (index.isPresent()) {
        model.setVector(side, id, vectors.vector(index.getAsInt()));
      }
    }
    return coverage(vocabulary);
  }

  /**
   * Keeps training from moving the rows of tokens that have an imported vector; the others learn.
   */
  public void freeze(Seq2Seq model, TableSide side, Vocabulary vocabulary) {
    for (int id = Specials.COUNT; id < vocabulary.size(); id++) {
      if (index(vocabulary, id).isPresent()) {
        model.lockVector(side, id);
      }
    }
  }

  private OptionalInt index(Vocabulary vocabulary, int id) {
    return vectors.indexOf(vocabulary.token(id));
  }

  /**
   * Checks that they fit a model.
   *
   * @param size E, the model's embedding size
   * @throws IllegalArgumentException if they have another size
   */
  public void requireSize(int size) {
    if (vectors.size() != size) {
      throw new IllegalArgumentException(
          name
              + ": expected vectors of size "
              + size
              + ", as the model's embeddings have, got size "
              + vectors.size()
              + "; give --model.embedding-size "
              + vectors.size());
    }
  }
}
