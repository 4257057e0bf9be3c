package dev.dragoman.cli;

import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.checkpoint.Side;
import dev.dragoman.data.TokenizedPair;
import dev.dragoman.grammar.BuiltInCorpus;
import dev.dragoman.grammar.Language;
import dev.dragoman.inspect.EmbeddingTable;
import dev.dragoman.inspect.RankedToken;
import dev.dragoman.inspect.SideComparison;
import dev.dragoman.inspect.TableComparer;
import dev.dragoman.inspect.UnknownTokenException;
import dev.dragoman.inspect.WordGroups;
import dev.dragoman.inspect.WordMap;
import dev.dragoman.inspect.WordMapper;
import dev.dragoman.model.TableSide;
import dev.dragoman.projection.ProjectionMethod;
import dev.dragoman.report.Comparison;
import dev.dragoman.tensor.Workers;
import dev.dragoman.word2vec.Word2VecListener;
import dev.dragoman.word2vec.Word2VecSettings;
import dev.dragoman.word2vec.Word2VecTrainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Trains word2vec on both sides' text, each side by one thread, so that the same seed gives the
 * same vectors, and lays a model's tables beside what comes of it.
 */
final class Word2VecComparison {
  /**
   * Words that word2vec reads in all, where nothing else is asked for; small texts want more
   * epochs.
   */
  private static final long WORDS_READ = 5_000_000;

  /**
   * Frequent words are left out more often than usual: a translator's sentences are short, and
   * otherwise little but articles and verbs like "is" stands in a window.
   */
  private static final double SAMPLE = 1e-4;

  private static final int FEWEST_EPOCHS = 5;
  private static final int MOST_EPOCHS = 30;
  private static final long MAP_SEED = 1;

  /** Words on a map: more would be points without a name. */
  private static final int MOST_DRAWN = 500;

  /** Neighbours of an example, in each table, that a map names. */
  private static final int NAMED = 3;

  private final SavedModel saved;
  private final KnownWords known;
  private final Wishes wishes;
  private final Output progress;
  private final Workers workers;

  /**
   * What is wanted.
   *
   * @param words whose neighbours are shown; none for some that are chosen
   * @param epochs absent for as many as the text asks for
   * @param mostWords words of a side's text that are read at most; of a longer one sentences are
   *     taken, evenly spread
   * @param maps whether maps are drawn
   */
  record Wishes(
      List<String> words, Optional<Integer> epochs, long seed, long mostWords, boolean maps) {
    Wishes {
      words = List.copyOf(words);
    }
  }

  /** One of the model's tables. */
  private record Table(TableSide side, EmbeddingTable vectors, Side text) {
    boolean has(String word) {
      return vectors.contains(spelt(word));
    }

    String spelt(String word) {
      return TableOptions.spelt(word, vectors, text);
    }
  }

  /** A table that has been compared, and what its maps are made of. */
  private record Compared(
      SideComparison figures,
      Word2VecSettings settings,
      Table translation,
      EmbeddingTable word2vec,
      List<String> words,
      Optional<Language> language) {
    boolean shows(String word) {
      return words.contains(translation.spelt(word));
    }
  }

  /**
   * A comparison.
   *
   * @param progress where people see how far it is
   */
  Word2VecComparison(
      SavedModel saved, KnownWords known, Wishes wishes, Workers workers, Output progress) {
    this.saved = saved;
    this.known = known;
    this.wishes = wishes;
    this.workers = workers;
    this.progress = progress;
  }

  /**
   * Compares.
   *
   * @throws UnknownTokenException if a word was wanted that no table has
   * @throws IllegalArgumentException if the text and a table have too few words in common
   */
  Comparison.Made of(List<TokenizedPair> pairs) {
    List<Table> tables = Stream.of(TableSide.values()).map(this::table).toList();
    wishes.words().forEach(word -> requireKnown(word, tables));
    List<TokenizedPair> read = some(pairs);
    BothSidesLine line = new BothSidesLine(progress, tables.size());
    Compared[] compared = new Compared[tables.size()];
    workers.forEach(tables.size(), i -> compared[i] = compare(tables.get(i), read, line.of(i)));
    progress.clearLive();
    sayWhatIsNotShown(List.of(compared));
    List<Comparison.Side> sides = new ArrayList<>();
    for (Compared side : compared) {
      sides.add(
          new Comparison.Side(
              side.figures(),
              side.settings(),
              wishes.maps() ? Optional.of(maps(side)) : Optional.empty()));
    }
    progress.clearLive();
    return new Comparison.Made(
        described(read.size(), pairs.size()), saved.training().epochs(), sides);
  }

  private Table table(TableSide side) {
    return new Table(side, EmbeddingTable.of(saved, side), TableOptions.sideOf(saved, side));
  }

  private static String described(int read, int all) {
    return String.format(
        Locale.ROOT,
        read == all ? "all %2$,d sentences" : "%1$,d of the %2$,d sentences, evenly spread,",
        read,
        all);
  }

  private List<TokenizedPair> some(List<TokenizedPair> pairs) {
    long words =
        Math.max(
            pairs.stream().mapToLong(pair -> pair.source().size()).sum(),
            pairs.stream().mapToLong(pair -> pair.target().size()).sum());
    if (words <= wishes.mostWords()) {
      return pairs;
    }
    int taken = (int) Math.max(1, pairs.size() * (double) wishes.mostWords() / words);
    return IntStream.range(0, taken)
        .mapToObj(i -> pairs.get((int) ((long) i * pairs.size() / taken)))
        .toList();
  }

  private static void requireKnown(String word, List<Table> tables) {
    if (tables.stream().noneMatch(table -> table.has(word))) {
      throw new UnknownTokenException(
          word,
          "the source table or the target table",
          tables.stream()
              .flatMap(table -> table.vectors().suggestions(word).stream())
              .distinct()
              .toList());
    }
  }

  /** A word may be in a table and yet too rare to be compared. */
  private void sayWhatIsNotShown(List<Compared> sides) {
    for (String word : wishes.words()) {
      if (sides.stream().noneMatch(side -> side.shows(word))) {
        progress.line(
            String.format(
                Locale.ROOT,
                "note: '%s' is not shown: it is none of the %,d most frequent words, among which"
                    + " neighbours are sought",
                word,
                sides.getFirst().words().size()));
      }
    }
  }

  private Compared compare(Table table, List<TokenizedPair> pairs, Word2VecListener listener) {
    TableSide side = table.side();
    List<List<String>> sentences =
        pairs.stream()
            .map(side == TableSide.SOURCE ? TokenizedPair::source : TokenizedPair::target)
            .toList();
    Word2VecSettings settings = settings(sentences, table.vectors().size());
    EmbeddingTable word2vec =
        EmbeddingTable.of("word2vec", new Word2VecTrainer(settings, listener).train(sentences));
    Optional<Language> language = known.language(table.vectors(), side);
    List<String> examples =
        wishes.words().isEmpty()
            ? known.examples(table.vectors(), language)
            : wishes.words().stream().map(table::spelt).toList();
    TableComparer comparer =
        new TableComparer(
            side, table.vectors(), word2vec, sentences, known.of(table.vectors(), language));
    return new Compared(
        comparer.compare(examples, known.example(table.vectors(), language)),
        settings,
        table,
        word2vec,
        comparer.words(),
        language);
  }

  private Word2VecSettings settings(List<List<String>> sentences, int size) {
    long words = sentences.stream().mapToLong(List::size).sum();
    int epochs =
        wishes
            .epochs()
            .orElse(Math.clamp(WORDS_READ / Math.max(1, words), FEWEST_EPOCHS, MOST_EPOCHS));
    return Word2VecSettings.defaults()
        .withSize(size)
        .withMinCount(1)
        .withSample(SAMPLE)
        .withEpochs(epochs)
        .withSeed(wishes.seed());
  }

  private Comparison.Maps maps(Compared side) {
    List<String> named = named(side.figures());
    List<String> drawn =
        Stream.concat(side.words().stream().limit(MOST_DRAWN), named.stream()).distinct().toList();
    List<WordMap> maps =
        new WordMapper(ProjectionMethod.TSNE, MAP_SEED, 1, workers, new MapProgressLine(progress))
            .pair(side.translation().vectors(), side.word2vec(), drawn);
    WordMap translation = maps.getFirst();
    return new Comparison.Maps(
        translation,
        maps.getLast(),
        side.language()
            .map(language -> WordGroups.byPart(translation, new BuiltInCorpus(), language))
            .orElseGet(() -> WordGroups.byFrequency(translation)),
        named);
  }

  /** The examples and what lies next to them in either table. */
  private static List<String> named(SideComparison figures) {
    return figures.examples().stream()
        .flatMap(example ->
            Stream.concat(
                Stream.of(example.token()),
                Stream.of(example.translation(), example.word2vec())
                    .flatMap(near -> near.stream().limit(NAMED))
                    .map(RankedToken::token)))
        .distinct()
        .toList();
  }
}
