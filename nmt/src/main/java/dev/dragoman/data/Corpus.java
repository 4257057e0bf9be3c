package dev.dragoman.data;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A parallel corpus: sentences and their translations, as they were read.
 *
 * @param name how messages call it
 * @param pairs the pairs in the order of the file
 */
public record Corpus(String name, List<SentencePair> pairs) {

  /** Copies the list. */
  public Corpus {
    pairs = List.copyOf(pairs);
  }

  /**
   * Reads and checks a whole corpus: strict UTF-8, as many lines on both sides, both columns on
   * each line.
   *
   * @param source where it lies
   * @param standardInput what {@code -} stands for
   * @throws CorpusException if it cannot be used; the message is one line for the user
   */
  public static Corpus read(CorpusSource source, InputStream standardInput) {
    try (CorpusReader reader = CorpusReader.open(source, standardInput)) {
      List<SentencePair> pairs = new ArrayList<>();
      for (SentencePair pair = reader.next(); pair != null; pair = reader.next()) {
        pairs.add(pair);
      }
      return new Corpus(reader.name(), pairs);
    }
  }
}
