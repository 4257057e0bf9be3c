package dev.dragoman.word2vec;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A text read once and kept as word indices, four bytes a word: what training passes over epoch
 * after epoch. Words that occur too rarely are left out but keep their places, because the learning
 * rate falls with them too; no window sees them.
 *
 * <p>A sentence has at most {@value #LONGEST_SENTENCE} words. A longer one, such as a file of one
 * line, is cut there, as in the original tool and gensim.
 */
public final class TrainingText {

  /** Words after which a sentence is cut. */
  public static final int LONGEST_SENTENCE = 10_000;

  /** Stands for a word that occurs too rarely. */
  static final int LEFT_OUT = -1;

  private final String name;
  private final WordCounts words;
  private final int[] ids;
  private final int[] sentenceStarts;
  private final int minCount;

  TrainingText(String name, WordCounts words, int[] ids, int[] sentenceStarts, int minCount) {
    this.name = name;
    this.words = words;
    this.ids = ids;
    this.sentenceStarts = sentenceStarts;
    this.minCount = minCount;
  }

  /**
   * Reads a file: strict UTF-8, gzip or not, one sentence a line, words separated by white space.
   *
   * @param minCount words that occur less often are left out, ≥ 1
   * @throws Word2VecException if the file cannot be read or no word is left
   */
  public static TrainingText read(Path file, int minCount) {
    return read(file.toString(), WordReader.open(file), minCount);
  }

  /**
   * Reads a stream, such as standard input, to its end and closes it; otherwise as a file is read.
   *
   * @param name how errors call it
   * @param minCount words that occur less often are left out, ≥ 1
   * @throws Word2VecException if it cannot be read or no word is left
   */
  public static TrainingText read(String name, InputStream stream, int minCount) {
    return read(name, WordReader.of(name, stream), minCount);
  }

  private static TrainingText read(String name, WordReader words, int minCount) {
    TextEncoder encoder = new TextEncoder(name);
    try (WordReader reader = words) {
      while (reader.nextLine()) {
        for (String word = reader.nextOfLine(); word != null; word = reader.nextOfLine()) {
          encoder.add(word);
        }
        encoder.endSentence();
      }
    }
    return encoder.finish(minCount);
  }

  /**
   * Takes sentences that are split into words already.
   *
   * @param minCount words that occur less often are left out, ≥ 1
   * @throws IllegalArgumentException if a word is empty or has white space in it, since no vector
   *     file could hold it
   * @throws Word2VecException if no word is left
   */
  public static TrainingText of(Iterable<List<String>> sentences, int minCount) {
    TextEncoder encoder = new TextEncoder("the text");
    for (List<String> sentence : sentences) {
      for (String word : sentence) {
        requireWord(word);
        encoder.add(word);
      }
      encoder.endSentence();
    }
    return encoder.finish(minCount);
  }

  /** The words with their counts; indices are those of the vectors. */
  public WordCounts words() {
    return words;
  }

  /** Running words, those that are left out included. */
  public int length() {
    return ids.length;
  }

  /** How many sentences there are. */
  public int sentences() {
    return sentenceStarts.length - 1;
  }

  /** How often a word must occur to be kept. */
  public int minCount() {
    return minCount;
  }

  /** How errors call the text: its file. */
  public String name() {
    return name;
  }

  int[] ids() {
    return ids;
  }

  /** Where a sentence begins; its end is where the next one begins. */
  int sentenceStart(int sentence) {
    return sentenceStarts[sentence];
  }

  private static void requireWord(String word) {
    if (word.isEmpty() || word.chars().anyMatch(c -> WordReader.isBlank((char) c))) {
      throw new IllegalArgumentException(
          "words: expected words without white space, got '" + word + "'");
    }
  }
}
