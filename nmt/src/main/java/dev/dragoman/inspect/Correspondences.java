package dev.dragoman.inspect;

import dev.dragoman.model.Seq2Seq;
import dev.dragoman.tensor.Workers;
import dev.dragoman.vocab.Specials;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which target tokens stand for which source tokens, by where a model looks: over a corpus the
 * model is made to write the known translations, and each target token spreads one count over the
 * source tokens in the shares in which the model looked at them. What two tokens have in common is
 * judged by Dice's coefficient, 2·c(s, t) / (c(s) + c(t)), so that words that go with everything do
 * not win (Dice 1945).
 */
public final class Correspondences {

  private final EmbeddingTable source;
  private final EmbeddingTable target;
  private final Map<Integer, Map<Integer, Double>> shared;
  private final double[] sourceCounts;
  private final double[] targetCounts;

  private Correspondences(
      EmbeddingTable source,
      EmbeddingTable target,
      Map<Integer, Map<Integer, Double>> shared,
      double[] sourceCounts,
      double[] targetCounts) {
    this.source = source;
    this.target = target;
    this.shared = shared;
    this.sourceCounts = sourceCounts;
    this.targetCounts = targetCounts;
  }

  /**
   * Counts over a corpus.
   *
   * @param source the model's source table
   * @param target its target table
   * @param pairs sentences and their translations
   */
  public static Correspondences count(
      Seq2Seq model,
      EmbeddingTable source,
      EmbeddingTable target,
      AlignedPairs pairs,
      Workers workers) {
    List<int[]> batches = ForcedAttention.batches(pairs);
    List<Map<Integer, Map<Integer, Double>>> parts = new ArrayList<>();
    for (int i = 0; i < batches.size(); i++) {
      parts.add(new HashMap<>());
    }
    workers.forEach(
        batches.size(), batch -> count(model, pairs, batches.get(batch), parts.get(batch)));
    Map<Integer, Map<Integer, Double>> shared = new HashMap<>();
    for (Map<Integer, Map<Integer, Double>> part : parts) {
      part.forEach((s, row) -> row.forEach((t, count) -> add(shared, s, t, count)));
    }
    return new Correspondences(
        source,
        target,
        shared,
        occurrences(pairs.sources(), source.rows()),
        occurrences(pairs.targets(), target.rows()));
  }

  private static double[] occurrences(List<int[]> sentences, int rows) {
    double[] counts = new double[rows];
    for (int[] sentence : sentences) {
      for (int id : sentence) {
        counts[id]++;
      }
    }
    return counts;
  }

  private static void count(
      Seq2Seq model, AlignedPairs pairs, int[] batch, Map<Integer, Map<Integer, Double>> counts) {
    List<float[][]> attention = ForcedAttention.of(model, pairs, batch);
    for (int b = 0; b < batch.length; b++) {
      int[] source = pairs.sources().get(batch[b]);
      int[] target = pairs.targets().get(batch[b]);
      for (int t = 0; t < target.length; t++) {
        for (int s = 0; s < source.length; s++) {
          add(counts, source[s], target[t], attention.get(b)[t][s]);
        }
      }
    }
  }

  private static void add(
      Map<Integer, Map<Integer, Double>> counts, int source, int target, double count) {
    counts.computeIfAbsent(source, none -> new HashMap<>()).merge(target, count, Double::sum);
  }

  /**
   * The k target tokens that stand for a source token, best first; none where it did not occur in
   * the corpus.
   *
   * @throws UnknownTokenException if the source table has no row for it
   */
  public List<RankedToken> of(String sourceToken, int k) {
    return ranked(source.id(sourceToken)).stream().limit(k).toList();
  }

  private List<RankedToken> ranked(int id) {
    return shared.getOrDefault(id, Map.of()).entrySet().stream()
        .filter(entry -> entry.getKey() >= Specials.COUNT)
        .map(entry ->
            new RankedToken(
                target.tokens().get(entry.getKey()),
                entry.getKey(),
                2 * entry.getValue() / (sourceCounts[id] + targetCounts[entry.getKey()])))
        .sorted(
            Comparator.comparingDouble(RankedToken::score)
                .reversed()
                .thenComparingInt(RankedToken::id))
        .toList();
  }

  /** How often a source token occurred in the corpus. */
  public long occurrences(String sourceToken) {
    return Math.round(sourceCounts[source.id(sourceToken)]);
  }

  /**
   * Pairs of ids of which each is the other's best, the most frequent source tokens first.
   *
   * @param minCount both occur at least so often
   */
  public List<IdPair> dictionary(int minCount) {
    Map<Integer, Integer> bestOfSource = new HashMap<>();
    Map<Integer, RankedToken> bestOfTarget = new HashMap<>();
    for (int s = Specials.COUNT; s < sourceCounts.length; s++) {
      List<RankedToken> ranked = ranked(s);
      for (RankedToken candidate : ranked) {
        RankedToken asked = new RankedToken("", s, candidate.score());
        bestOfTarget.merge(candidate.id(), asked, (a, b) -> b.score() > a.score() ? b : a);
      }
      if (!ranked.isEmpty()) {
        bestOfSource.put(s, ranked.getFirst().id());
      }
    }
    List<IdPair> pairs = new ArrayList<>();
    bestOfSource.forEach((s, t) -> {
      RankedToken back = bestOfTarget.get(t);
      if (back != null
          && back.id() == s
          && sourceCounts[s] >= minCount
          && targetCounts[t] >= minCount) {
        pairs.add(new IdPair(s, t));
      }
    });
    pairs.sort(
        Comparator.<IdPair>comparingDouble(pair -> -sourceCounts[pair.source()])
            .thenComparingInt(IdPair::source));
    return pairs;
  }

  /**
   * A source token and the target token that stands for it.
   *
   * @param source row of the source table
   * @param target row of the target table
   */
  public record IdPair(int source, int target) {}
}
