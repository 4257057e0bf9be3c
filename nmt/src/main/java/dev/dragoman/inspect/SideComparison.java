package dev.dragoman.inspect;

import dev.dragoman.model.TableSide;
import java.util.List;
import java.util.Optional;

/**
 * One of a translation model's tables beside word2vec's vectors of the same text.
 *
 * @param side which table
 * @param words how many words of both tables were compared: the most frequent ones
 * @param k how many neighbours of each were looked at
 * @param overlap share of a word's k nearest that both tables have in common, mean over words
 * @param chance the share that unrelated tables would have in common
 * @param cosineCorrelation rank correlation of the two tables' cosines over pairs of words
 * @param bands the overlap by frequency of the word, most frequent first
 * @param examples some words with their neighbours in both tables
 * @param question the analogy that the profiles have as example
 * @param translation what the translation table is like
 * @param word2vec what word2vec's vectors are like
 */
public record SideComparison(
    TableSide side,
    int words,
    int k,
    double overlap,
    double chance,
    double cosineCorrelation,
    List<Band> bands,
    List<Example> examples,
    Optional<Expectations.Question> question,
    TableProfile translation,
    TableProfile word2vec) {

  /**
   * Words of like frequency.
   *
   * @param mostFrequent count of the most frequent word in it
   * @param leastFrequent count of the least frequent one
   * @param words how many words
   * @param overlap mean share of common neighbours
   */
  public record Band(long mostFrequent, long leastFrequent, int words, double overlap) {}

  /**
   * A word with its nearest in both tables.
   *
   * @param count how often it occurred in training
   * @param shared how many of the nearest both have in common
   */
  public record Example(
      String token,
      long count,
      List<RankedToken> translation,
      List<RankedToken> word2vec,
      int shared) {

    /** Copies the lists. */
    public Example {
      translation = List.copyOf(translation);
      word2vec = List.copyOf(word2vec);
    }
  }

  /** Copies the lists. */
  public SideComparison {
    bands = List.copyOf(bands);
    examples = List.copyOf(examples);
  }
}
