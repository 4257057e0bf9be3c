package dev.dragoman.data;

import dev.dragoman.data.HoldOutSettings.By;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Holds sentences out of training. Many corpora repeat a sentence with several translations, and a
 * test sentence that was seen in training measures memory: so pairs that share a sentence stay
 * together ({@link By}). Sentences are the same if their tokens are.
 *
 * <p>Which ones are held out follows from the seed and the sentences alone: each group is hashed
 * and the smallest hashes are taken, first for test, then for validation. The order of lines does
 * not matter, and a corpus that grows keeps most of what it held out.
 */
public final class HoldOut {

  private final HoldOutSettings settings;
  private final long seed;

  /** A split of the size that the settings say; another seed holds out other sentences. */
  public HoldOut(HoldOutSettings settings, long seed) {
    this.settings = settings;
    this.seed = seed;
  }

  /**
   * Splits pairs into train, validation and test. A part is as large as asked for, or a little
   * smaller where only groups of pairs are left that would make it larger.
   *
   * @throws CorpusException if nothing would be left to train on, or nothing can be held out
   */
  public Split split(List<TokenizedPair> pairs) {
    List<Group> groups = groups(pairs);
    int all = groups.stream().mapToInt(Group::sentences).sum();
    int test = size(settings.test(), all);
    int validation = size(settings.validation(), all);
    if ((long) test + validation > 0 && (long) test + validation >= all) {
      throw nothingToTrainOn(validation, test, all);
    }
    Part[] parts = new Part[pairs.size()];
    Arrays.fill(parts, Part.TRAIN);
    assign(groups, Part.TEST, test, parts);
    assign(groups, Part.VALIDATION, validation, parts);
    return new Split(
        select(pairs, parts, Part.TRAIN),
        select(pairs, parts, Part.VALIDATION),
        select(pairs, parts, Part.TEST));
  }

  private enum Part {
    TRAIN,
    VALIDATION,
    TEST
  }

  /**
   * Pairs that stay together.
   *
   * @param hash decides the order of holding out
   * @param name the first of its sentences in the order of strings: the same whatever the order of
   *     lines, and no more likely to be held out because the group is large
   * @param sentences how many distinct ones it has
   * @param pairs their indices
   */
  private record Group(long hash, String name, int sentences, List<Integer> pairs) {
    static final Comparator<Group> ORDER =
        Comparator.comparingLong(Group::hash).thenComparing(Group::name);
  }

  private List<Group> groups(List<TokenizedPair> pairs) {
    Components components = new Components(pairs.size());
    if (settings.by() != By.TARGET) {
      components.joinEqual(pairs.stream().map(TokenizedPair::source).toList());
    }
    if (settings.by() != By.SOURCE) {
      components.joinEqual(pairs.stream().map(TokenizedPair::target).toList());
    }
    return components.members().stream()
        .map(members -> group(members, pairs))
        .sorted(Group.ORDER)
        .toList();
  }

  private Group group(List<Integer> members, List<TokenizedPair> pairs) {
    Set<String> sentences = new TreeSet<>();
    members.forEach(member -> sentences.add(sentence(pairs.get(member))));
    String name = sentences.iterator().next();
    return new Group(hash(name), name, sentences.size(), members);
  }

  private String sentence(TokenizedPair pair) {
    return String.join(" ", settings.by() == By.TARGET ? pair.target() : pair.source());
  }

  /** FNV-1a over the characters, then mixed with the seed: the same on every machine. */
  private long hash(String sentence) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < sentence.length(); i++) {
      hash = (hash ^ sentence.charAt(i)) * 0x100000001B3L;
    }
    return Randomness.mix(hash ^ Randomness.mix(seed));
  }

  private static int size(double setting, int all) {
    if (setting == 0 || setting >= 1) {
      return (int) setting;
    }
    return Math.max(1, (int) Math.round(setting * all));
  }

  private void assign(List<Group> groups, Part part, int size, Part[] parts) {
    int missing = size;
    for (Group group : groups) {
      if (group.sentences() <= missing && parts[group.pairs().getFirst()] == Part.TRAIN) {
        group.pairs().forEach(pair -> parts[pair] = part);
        missing -= group.sentences();
      }
    }
    if (size > 0 && missing == size) {
      throw new CorpusException(
          String.format(
              Locale.ROOT,
              "cannot hold out %,d %s sentences by %s: all pairs left hang together through shared"
                  + " sentences; hold out by SOURCE",
              size,
              name(part),
              settings.by()));
    }
  }

  private static List<TokenizedPair> select(List<TokenizedPair> pairs, Part[] parts, Part part) {
    return IntStream.range(0, parts.length)
        .filter(i -> parts[i] == part)
        .mapToObj(pairs::get)
        .toList();
  }

  private static String name(Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  private CorpusException nothingToTrainOn(int validation, int test, int all) {
    return new CorpusException(
        String.format(
            Locale.ROOT,
            "cannot hold out %,d validation and %,d test sentences: there are only %,d distinct %s"
                + " sentences and some must be left to train on; hold out fewer",
            validation,
            test,
            all,
            settings.by() == By.TARGET ? "target" : "source"));
  }

  /**
   * Which pairs hang together: a forest in which each pair points towards the first of its group.
   */
  private static final class Components {
    private final int[] parent;

    Components(int size) {
      parent = IntStream.range(0, size).toArray();
    }

    void joinEqual(List<List<String>> sentences) {
      Map<List<String>, Integer> first = new HashMap<>();
      for (int i = 0; i < parent.length; i++) {
        Integer before = first.putIfAbsent(sentences.get(i), i);
        if (before != null) {
          join(before, i);
        }
      }
    }

    List<List<Integer>> members() {
      Map<Integer, List<Integer>> members = new HashMap<>();
      for (int i = 0; i < parent.length; i++) {
        members.computeIfAbsent(root(i), root -> new ArrayList<>()).add(i);
      }
      return List.copyOf(members.values());
    }

    private void join(int left, int right) {
      int leftRoot = root(left);
      int rightRoot = root(right);
      parent[Math.max(leftRoot, rightRoot)] = Math.min(leftRoot, rightRoot);
    }

    private int root(int i) {
      int root = i;
      while (parent[root] != root) {
        parent[root] = parent[parent[root]];
        root = parent[root];
      }
      return root;
    }
  }
}
