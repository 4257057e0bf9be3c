package dev.dragoman.training;

import dev.dragoman.data.Batch;
import dev.dragoman.vocab.Specials;
import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Batches of words drawn at random, sentences of all lengths up to a bound. */
final class RandomBatches {
  private RandomBatches() {}

  /**
   * Draws a batch.
   *
   * @param width S and T: the longest sentences have so many ids, EOS included
   * @param vocabulary V of both sides
   */
  static Batch draw(int sentences, int width, int vocabulary, RandomGenerator random) {
    int[] sourceLengths = lengths(sentences, width, random);
    int[] targetLengths = lengths(sentences, width, random);
    int[] source = new int[sentences * width];
    int[] input = new int[sentences * width];
    int[] output = new int[sentences * width];
    for (int b = 0; b < sentences; b++) {
      int at = b * width;
      fill(source, at, sourceLengths[b], vocabulary, random);
      fill(output, at, targetLengths[b], vocabulary, random);
      input[at] = Specials.BOS;
      System.arraycopy(output, at, input, at + 1, targetLengths[b] - 1);
    }
    return new Batch(
        source,
        sourceLengths,
        input,
        output,
        targetLengths,
        IntStream.range(0, sentences).toArray());
  }

  /** Falling lengths from {@code width} down. */
  private static int[] lengths(int sentences, int width, RandomGenerator random) {
    int[] lengths =
        IntStream.range(0, sentences)
            .mapToObj(b -> b == 0 ? width : random.nextInt(1, width + 1))
            .sorted(Comparator.reverseOrder())
            .mapToInt(Integer::intValue)
            .toArray();
    return Arrays.copyOf(lengths, sentences);
  }

  private static void fill(int[] ids, int at, int length, int vocabulary, RandomGenerator random) {
    for (int i = 0; i < length - 1; i++) {
      ids[at + i] = random.nextInt(4, vocabulary);
    }
    ids[at + length - 1] = Specials.EOS;
  }
}
