package dev.dragoman.inspect;

import dev.dragoman.model.Seq2Seq;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workers;
import dev.dragoman.vocab.Specials;
import java.util.ArrayList;
import java.util.Arrays;
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

  private static final int BATCH = 64;

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
    List<int[]> batches = batches(pairs);
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

  /** Numbers of pairs, sorted by length so that little is padding. */
  private static List<int[]> batches(AlignedPairs pairs) {
    Integer[] order = new Integer[pairs.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingInt(i -> pairs.targets().get(i).length)
            .thenComparingInt(i -> pairs.sources().get(i).length));
    List<int[]> batches = new ArrayList<>();
    for (int from = 0; from < order.length; from += BATCH) {
      batches.add(
          Arrays.stream(order, from, Math.min(order.length, from + BATCH))
              .mapToInt(Integer::intValue)
              .toArray());
    }
    return batches;
  }

  private static void count(
      Seq2Seq model, AlignedPairs pairs, int[] batch, Map<Integer, Map<Integer, Double>> counts) {
    int[][] sources = Arrays.stream(batch).mapToObj(pairs.sources()::get).toArray(int[][]::new);
    int[][] targets = Arrays.stream(batch).mapToObj(pairs.targets()::get).toArray(int[][]::new);
    int[] lengths = Arrays.stream(sources).mapToInt(ids -> ids.length).toArray();
    Tensor attention = model.attention(rectangle(sources, 0), lengths, rectangle(targets, 1));
    for (int b = 0; b < batch.length; b++) {
      for (int t = 0; t < targets[b].length; t++) {
        for (int s = 0; s < sources[b].length; s++) {
          add(counts, sources[b][s], targets[b][t], attention.get(t, b, s));
        }
      }
    }
  }

  /** Padded ids [B, longest + before], with BOS in front where one place is kept for it. */
  private static Ids rectangle(int[][] rows, int before) {
    int width = Arrays.stream(rows).mapToInt(row -> row.length).max().orElse(0) + before;
    int[] ids = new int[rows.length * width];
    Arrays.fill(ids, Specials.PAD);
    for (int b = 0; b < rows.length; b++) {
      if (before > 0) {
        ids[b * width] = Specials.BOS;
      }
      System.arraycopy(rows[b], 0, ids, b * width + before, rows[b].length);
    }
    return new Ids(ids, Shape.of(rows.length, width));
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
