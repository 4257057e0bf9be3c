package dev.dragoman.inspect;

import dev.dragoman.vocab.Specials;
import dev.dragoman.vocab.Vocabulary;
import java.util.List;

/**
 * Sentences and their translations as a model reads and writes them.
 *
 * @param sources ids of each source, EOS at the end
 * @param targets ids of each target, without BOS and EOS
 */
public record AlignedPairs(List<int[]> sources, List<int[]> targets) {

  /** Copies the lists and checks that they go together. */
  public AlignedPairs {
    sources = List.copyOf(sources);
    targets = List.copyOf(targets);
    if (sources.size() != targets.size()) {
      throw new IllegalArgumentException(
          "expected as many targets as sources, got "
              + sources.size()
              + " sources and "
              + targets.size()
              + " targets");
    }
  }

  /** From tokens. */
  public static AlignedPairs of(
      List<List<String>> sources,
      Vocabulary source,
      List<List<String>> targets,
      Vocabulary target) {
    return new AlignedPairs(
        sources.stream().map(tokens -> withEnd(source.encode(tokens))).toList(),
        targets.stream().map(target::encode).toList());
  }

  private static int[] withEnd(int[] ids) {
    int[] ended = java.util.Arrays.copyOf(ids, ids.length + 1);
    ended[ids.length] = Specials.EOS;
    return ended;
  }

  /** How many pairs there are. */
  public int size() {
    return sources.size();
  }
}
