package dev.dragoman.data;

import dev.dragoman.vocab.Specials;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some sentence pairs as rectangles of ids, padded with PAD at the end of each row, as long as the
 * longest sentence. The rows are sorted by falling source length. The arrays are not copied:
 * whoever reads a batch leaves them as they are.
 *
 * @param sourceIds [B, S] the sources, each with EOS at its end
 * @param sourceLengths [B] how many real ids each source has, EOS included
 * @param targetInput [B, T] what the decoder is fed: BOS, then the target without EOS
 * @param targetOutput [B, T] what it must predict: the target with EOS
 * @param targetLengths [B] how many real ids each target has, EOS included
 * @param pairs [B] the index of each pair in {@link EncodedPairs}
 */
public record Batch(
    int[] sourceIds,
    int[] sourceLengths,
    int[] targetInput,
    int[] targetOutput,
    int[] targetLengths,
    int[] pairs) {

  /** Checks that the shapes fit together. */
  public Batch {
    int sentences = pairs.length;
    if (sentences == 0) {
      throw new IllegalArgumentException("a batch needs at least one sentence pair, got none");
    }
    requireLength("sourceLengths: [B]", sentences, sourceLengths.length);
    requireLength("targetLengths: [B]", sentences, targetLengths.length);
    requireLength("sourceIds: [B, S]", sentences * longest(sourceLengths), sourceIds.length);
    requireLength("targetInput: [B, T]", sentences * longest(targetLengths), targetInput.length);
    requireLength("targetOutput: [B, T]", sentences * longest(targetLengths), targetOutput.length);
  }

  /**
   * The batch of some pairs.
   *
   * @param encoded where the ids are
   * @param pairs [B] which pairs, in any order; of equal source lengths the first stays first
   */
  public static Batch of(EncodedPairs encoded, int... pairs) {
    return ofSorted(encoded, sortedBySourceLength(encoded, pairs));
  }

  private static Batch ofSorted(EncodedPairs encoded, int[] pairs) {
    int[] sourceLengths = Arrays.stream(pairs).map(encoded::sourceLength).toArray();
    int[] targetLengths = Arrays.stream(pairs).map(encoded::targetLength).toArray();
    int width = longest(sourceLengths);
    int targetWidth = longest(targetLengths);
    int[] sourceIds = padding(pairs.length * width);
    int[] targetInput = padding(pairs.length * targetWidth);
    int[] targetOutput = padding(pairs.length * targetWidth);
    for (int row = 0; row < pairs.length; row++) {
      int begin = row * targetWidth;
      encoded.copySource(pairs[row], sourceIds, row * width);
      encoded.copyTarget(pairs[row], targetOutput, begin);
      targetInput[begin] = Specials.BOS;
      System.arraycopy(targetOutput, begin, targetInput, begin + 1, targetLengths[row] - 1);
    }
    return new Batch(sourceIds, sourceLengths, targetInput, targetOutput, targetLengths, pairs);
  }

  /** B: how many sentence pairs. */
  public int sentences() {
    return pairs.length;
  }

  /** S: how many ids the longest source has. */
  public int sourceWidth() {
    return sourceIds.length / pairs.length;
  }

  /** T: how many ids the longest target has. */
  public int targetWidth() {
    return targetOutput.length / pairs.length;
  }

  /** How many real source ids there are, padding not counted. */
  public int sourceTokens() {
    return Arrays.stream(sourceLengths).sum();
  }

  /** How many real target ids must be predicted, padding not counted: the N of the loss. */
  public int targetTokens() {
    return Arrays.stream(targetLengths).sum();
  }

  /**
   * Deals the sentences out to several smaller batches, like cards, so that each gets short and
   * long ones; each is as wide as its own longest sentence.
   *
   * @param count how many batches; no more are made than there are sentences
   */
  public List<Batch> shards(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("shards: expected at least 1, got " + count);
    }
    int shards = Math.min(count, sentences());
    return IntStream.range(0, shards).mapToObj(shard -> shard(shard, shards)).toList();
  }

  /**
   * Deals the sentences out to as few smaller batches as keep each within some positions, padding
   * counted; a single sentence may have more. The batch itself if it is small enough.
   *
   * @param positions of the longer side, B·max(S, T)
   */
  public List<Batch> pieces(int positions) {
    if (positions < 1) {
      throw new IllegalArgumentException("positions: expected at least 1, got " + positions);
    }
    int rows = Math.max(1, positions / Math.max(sourceWidth(), targetWidth()));
    return sentences() <= rows ? List.of(this) : shards(Math.ceilDiv(sentences(), rows));
  }

  private Batch shard(int first, int step) {
    int[] rows = IntStream.iterate(first, row -> row < sentences(), row -> row + step).toArray();
    int[] shardSourceLengths = pick(sourceLengths, rows);
    int[] shardTargetLengths = pick(targetLengths, rows);
    int width = longest(shardSourceLengths);
    int targetWidth = longest(shardTargetLengths);
    return new Batch(
        crop(sourceIds, sourceWidth(), rows, width),
        shardSourceLengths,
        crop(targetInput, targetWidth(), rows, targetWidth),
        crop(targetOutput, targetWidth(), rows, targetWidth),
        shardTargetLengths,
        pick(pairs, rows));
  }

  private static int[] crop(int[] ids, int oldWidth, int[] rows, int width) {
    int[] cropped = new int[rows.length * width];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(ids, rows[row] * oldWidth, cropped, row * width, width);
    }
    return cropped;
  }

  private static int[] pick(int[] values, int[] rows) {
    return Arrays.stream(rows).map(row -> values[row]).toArray();
  }

  private static int[] sortedBySourceLength(EncodedPairs encoded, int[] pairs) {
    return Arrays.stream(pairs)
        .boxed()
        .sorted(Comparator.comparingInt(pair -> -encoded.sourceLength(pair)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int[] padding(int size) {
    int[] ids = new int[size];
    Arrays.fill(ids, Specials.PAD);
    return ids;
  }

  private static int longest(int[] lengths) {
    return Arrays.stream(lengths).max().orElse(0);
  }

  private static void requireLength(String what, int expected, int got) {
    if (got != expected) {
      throw new IllegalArgumentException(what + ": expected " + expected + " values, got " + got);
    }
  }
}
