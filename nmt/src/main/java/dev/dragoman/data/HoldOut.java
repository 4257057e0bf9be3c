package dev.dragoman.data;

import dev.dragoman.data.HoldOutSettings.By;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    Parts parts =
        split(
            SentenceSide.InMemory.of(pairs.stream().map(TokenizedPair::source).toList()),
            SentenceSide.InMemory.of(pairs.stream().map(TokenizedPair::target).toList()));
    return new Split(
        select(pairs, parts.train()),
        select(pairs, parts.validation()),
        select(pairs, parts.test()));
  }

  /**
   * Splits the pairs of an index likewise: the same pairs are held out, and few bytes a pair are
   * needed in memory.
   *
   * @throws CorpusException if nothing would be left to train on, or nothing can be held out
   */
  public Parts split(CorpusIndex index) {
    return split(index.sources(), index.targets());
  }

  private Parts split(SentenceSide source, SentenceSide target) {
    Assignment assignment = new Assignment(source, target);
    int all = assignment.sentences;
    int test = size(settings.test(), all);
    int validation = size(settings.validation(), all);
    if ((long) test + validation > 0 && (long) test + validation >= all) {
      throw nothingToTrainOn(validation, test, all);
    }
    assignment.assign(Part.TEST, test);
    assignment.assign(Part.VALIDATION, validation);
    return new Parts(
        assignment.pairs(Part.TRAIN),
        assignment.pairs(Part.VALIDATION),
        assignment.pairs(Part.TEST));
  }

  private enum Part {
    TRAIN,
    VALIDATION,
    TEST
  }

  /** Which part each group of pairs goes to. */
  private final class Assignment {
    private final SentenceSide named;
    private final Groups groups;

    /** How many distinct sentences each group has. */
    private final int[] sizes;

    /**
     * The pair whose sentence names each group: the first of its sentences in the order of strings,
     * the same whatever the order of lines, and no more likely to be held out because the group is
     * large.
     */
    private final int[] names;

    private final Part[] parts;
    private final SmallestFirst waiting;
    private final int[] ordered;
    private final int sentences;
    private int known;

    Assignment(SentenceSide source, SentenceSide target) {
      named = settings.by() == By.TARGET ? target : source;
      groups = new Groups(named.size());
      int[] first = EqualSentences.first(named);
      groups.join(first);
      if (settings.by() == By.BOTH) {
        groups.join(EqualSentences.first(target));
      }
      int[] distinct =
          IntStream.range(0, first.length).filter(pair -> first[pair] == pair).toArray();
      sentences = distinct.length;
      sizes = groups.count(distinct);
      names = names(distinct);
      parts = new Part[first.length];
      Arrays.fill(parts, Part.TRAIN);
      int[] all = groups.all();
      ordered = new int[all.length];
      waiting = new SmallestFirst(all, this::isBefore);
    }

    private int[] names(int[] distinct) {
      int[] pairs = IntStream.range(0, named.size()).toArray();
      for (int pair : distinct) {
        int group = groups.of(pair);
        if (pair != group && named.joined(pair).compareTo(named.joined(pairs[group])) < 0) {
          pairs[group] = pair;
        }
      }
      return pairs;
    }

    private boolean isBefore(int group, int other) {
      int order = Long.compare(hash(group), hash(other));
      return order != 0 ? order < 0 : name(group).compareTo(name(other)) < 0;
    }

    private long hash(int group) {
      return Randomness.mix(named.hash(names[group]) ^ Randomness.mix(seed));
    }

    private String name(int group) {
      return named.joined(names[group]);
    }

    void assign(Part part, int size) {
      int missing = size;
      for (int at = 0; missing > 0 && at < ordered.length; at++) {
        int group = inOrder(at);
        if (sizes[group] <= missing && parts[group] == Part.TRAIN) {
          parts[group] = part;
          missing -= sizes[group];
        }
      }
      if (size > 0 && missing == size) {
        throw cannotHoldOut(part, size);
      }
    }

    private int inOrder(int at) {
      while (known <= at) {
        ordered[known++] = waiting.next();
      }
      return ordered[at];
    }

    int[] pairs(Part part) {
      return IntStream.range(0, parts.length)
          .filter(pair -> parts[groups.of(pair)] == part)
          .toArray();
    }
  }

  private static int size(double setting, int all) {
    if (setting == 0 || setting >= 1) {
      return (int) setting;
    }
    return Math.max(1, (int) Math.round(setting * all));
  }

  private CorpusException cannotHoldOut(Part part, int size) {
    return new CorpusException(
        String.format(
            Locale.ROOT,
            "cannot hold out %,d %s sentences by %s: all pairs left hang together through shared"
                + " sentences; hold out by SOURCE",
            size,
            name(part),
            settings.by()));
  }

  private static List<TokenizedPair> select(List<TokenizedPair> pairs, int[] chosen) {
    return Arrays.stream(chosen).mapToObj(pairs::get).toList();
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
}
