package dev.dragoman.data;

import dev.dragoman.vocab.Specials;
import dev.dragoman.vocab.TokenCounts;
import dev.dragoman.vocab.Vocabulary;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * The pairs of a corpus that a filter kept, with their tokens as numbers: what training needs of a
 * corpus, however large that is. A small one lies in memory, a large one in files that are mapped
 * into memory, outside the heap.
 *
 * <p>The numbers are those of no vocabulary: they count tokens in the order in which they first
 * occur. So one index serves every vocabulary, held-out split and seed.
 */
public final class CorpusIndex {
  private final IndexHeader header;
  private final Origin origin;
  private final MemorySegment sourceIds;
  private final MemorySegment targetIds;
  private final MemorySegment text;
  private final MemorySegment places;
  private final String[] tokens;
  private final long bytes;

  /**
   * Where an index came from.
   *
   * @param folder where it is kept; empty where it is not
   * @param found whether it was there before
   * @param remark what a user should know besides
   */
  public record Origin(Optional<Path> folder, boolean found, Optional<String> remark) {
    static Origin found(Path folder) {
      return new Origin(Optional.of(folder), true, Optional.empty());
    }
  }

  CorpusIndex(IndexHeader header, Map<IndexColumn, MemorySegment> columns, Origin origin) {
    this.header = header;
    this.origin = origin;
    sourceIds = column(columns, IndexColumn.SOURCE_IDS);
    targetIds = column(columns, IndexColumn.TARGET_IDS);
    text = column(columns, IndexColumn.TEXT);
    places = column(columns, IndexColumn.PAIRS);
    tokens = TokenTable.read(column(columns, IndexColumn.TOKENS));
    bytes = columns.values().stream().mapToLong(MemorySegment::byteSize).sum();
  }

  private static MemorySegment column(Map<IndexColumn, MemorySegment> columns, IndexColumn which) {
    MemorySegment column = columns.get(which);
    if (column == null) {
      throw new IllegalArgumentException("an index needs the column " + which);
    }
    return column;
  }

  /** How messages call the corpus. */
  public String corpusName() {
    return header.corpusName();
  }

  /** What the filter kept and dropped. */
  public FilterReport report() {
    return header.report();
  }

  /** Where the index came from. */
  public Origin origin() {
    return origin;
  }

  /** How many bytes the index has. */
  public long bytes() {
    return bytes;
  }

  /** How many pairs there are. */
  public int size() {
    return header.report().kept();
  }

  CorpusIndex requireAtLeast(int pairs) {
    report().requireAtLeast(pairs, corpusName());
    return this;
  }

  /** All pairs, by their numbers. */
  public int[] all() {
    return IntStream.range(0, size()).toArray();
  }

  /** A pair with its text and tokens. */
  public TokenizedPair pair(int pair) {
    return new TokenizedPair(text(pair), sources().tokens(pair), targets().tokens(pair));
  }

  /** Some pairs, each made when it is asked for. */
  public List<TokenizedPair> pairs(int[] chosen) {
    return new Pairs(chosen);
  }

  private final class Pairs extends AbstractList<TokenizedPair> implements RandomAccess {
    private final int[] chosen;

    Pairs(int[] chosen) {
      this.chosen = chosen;
    }

    @Override
    public TokenizedPair get(int index) {
      return pair(chosen[index]);
    }

    @Override
    public int size() {
      return chosen.length;
    }
  }

  private SentencePair text(int pair) {
    long begin = PairPlace.text(places, pair);
    long end = PairPlace.text(places, pair + 1);
    int sourceBytes = text.get(Column.INT, begin);
    long target = begin + Integer.BYTES + sourceBytes;
    return new SentencePair(string(begin + Integer.BYTES, target), string(target, end));
  }

  private String string(long begin, long end) {
    byte[] utf8 = text.asSlice(begin, end - begin).toArray(ValueLayout.JAVA_BYTE);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** Counts the source tokens of some pairs. */
  public void countSources(int[] chosen, TokenCounts into) {
    sources().count(chosen, into);
  }

  /** Counts the target tokens of some pairs. */
  public void countTargets(int[] chosen, TokenCounts into) {
    targets().count(chosen, into);
  }

  /** Some pairs as ids, in this order; the ids stay where the index has them. */
  public EncodedPairs encode(int[] chosen, Vocabulary source, Vocabulary target) {
    return new EncodedPairs(new Ids(sources(), chosen, source), new Ids(targets(), chosen, target));
  }

  TokenSide sources() {
    return new TokenSide(sourceIds) {
      @Override
      long begin(int sentence) {
        return PairPlace.source(places, sentence);
      }

      @Override
      public long hash(int sentence) {
        return PairPlace.sourceHash(places, sentence);
      }
    };
  }

  TokenSide targets() {
    return new TokenSide(targetIds) {
      @Override
      long begin(int sentence) {
        return PairPlace.target(places, sentence);
      }

      @Override
      public long hash(int sentence) {
        return PairPlace.targetHash(places, sentence);
      }
    };
  }

  /** One side of all pairs: tokens as numbers. */
  abstract class TokenSide implements SentenceSide {
    private final MemorySegment numbers;

    private TokenSide(MemorySegment numbers) {
      this.numbers = numbers;
    }

    /** The number of a sentence's first token, counted over all sentences. */
    abstract long begin(int sentence);

    final int length(int sentence) {
      return (int) (begin(sentence + 1) - begin(sentence));
    }

    final void copy(int sentence, int[] into, int at) {
      MemorySegment.copy(
          numbers, Column.INT, begin(sentence) * Integer.BYTES, into, at, length(sentence));
    }

    final List<String> tokens(int sentence) {
      int[] copy = new int[length(sentence)];
      copy(sentence, copy, 0);
      return Arrays.stream(copy).mapToObj(number -> tokens[number]).toList();
    }

    private void count(int[] chosen, TokenCounts into) {
      long[] counts = new long[tokens.length];
      int[] copy = new int[0];
      for (int sentence : chosen) {
        int length = length(sentence);
        copy = copy.length < length ? new int[length] : copy;
        copy(sentence, copy, 0);
        for (int at = 0; at < length; at++) {
          counts[copy[at]]++;
        }
      }
      for (int number = 0; number < counts.length; number++) {
        if (counts[number] > 0) {
          into.add(tokens[number], counts[number]);
        }
      }
    }

    /** The id of each token's number. */
    private int[] idsBy(Vocabulary vocabulary) {
      return Arrays.stream(tokens).mapToInt(vocabulary::id).toArray();
    }

    @Override
    public final int size() {
      return CorpusIndex.this.size();
    }

    @Override
    public final boolean isSame(int one, int other) {
      return MemorySegment.mismatch(
              numbers,
              begin(one) * Integer.BYTES,
              begin(one + 1) * Integer.BYTES,
              numbers,
              begin(other) * Integer.BYTES,
              begin(other + 1) * Integer.BYTES)
          < 0;
    }

    @Override
    public final String joined(int sentence) {
      return String.join(" ", tokens(sentence));
    }
  }

  /** One side of some pairs as ids of a vocabulary, with EOS at the end. */
  private static final class Ids implements EncodedPairs.Side {
    private final TokenSide side;
    private final int[] chosen;
    private final int[] lengths;
    private final int[] ids;

    Ids(TokenSide side, int[] chosen, Vocabulary vocabulary) {
      this.side = side;
      this.chosen = chosen;
      this.lengths = Arrays.stream(chosen).map(sentence -> side.length(sentence) + 1).toArray();
      this.ids = side.idsBy(vocabulary);
    }

    @Override
    public int size() {
      return chosen.length;
    }

    @Override
    public int length(int sentence) {
      return lengths[sentence];
    }

    @Override
    public void copy(int sentence, int[] into, int at) {
      side.copy(chosen[sentence], into, at);
      int end = at + lengths[sentence] - 1;
      for (int i = at; i < end; i++) {
        into[i] = ids[into[i]];
      }
      into[end] = Specials.EOS;
    }
  }
}
