package dev.dragoman.cli;

import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.data.TokenizedPair;
import dev.dragoman.inspect.AlignedPairs;
import dev.dragoman.inspect.Correspondences;
import dev.dragoman.inspect.EmbeddingTable;
import dev.dragoman.inspect.OrthogonalMapping;
import dev.dragoman.inspect.RankedToken;
import dev.dragoman.model.TableSide;
import dev.dragoman.tensor.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code dragoman embeddings neighbours --across}: which target words stand for a source word. */
final class AcrossJob {
  /**
   * Pairs of the corpus that are looked at: enough for a few occurrences of all but rare words,
   * seconds of work.
   */
  private static final int PAIRS = 4_000;

  /** Pairs with the word itself that are looked at beside them. */
  private static final int PAIRS_WITH_WORD = 200;

  private static final int MINIMUM_COUNT = 3;

  private final TableOptions tables;
  private final ModelTextOptions text;
  private final Surroundings surroundings;

  AcrossJob(TableOptions tables, ModelTextOptions text, Surroundings surroundings) {
    this.tables = tables;
    this.text = text;
    this.surroundings = surroundings;
  }

  /** Lists the k best target words for a source word. */
  void run(String word, int k, NeighboursCommand.Across how, boolean json) {
    SavedModel saved = tables.load(surroundings);
    EmbeddingTable source = EmbeddingTable.of(saved, TableSide.SOURCE);
    EmbeddingTable target = EmbeddingTable.of(saved, TableSide.TARGET);
    String token = TableOptions.spelt(word, source, saved.source());
    requireSourceWord(token, source, TableOptions.spelt(word, target, saved.target()), target);
    List<TokenizedPair> pairs = some(read(saved).train(), token);
    Correspondences correspondences = count(saved, source, target, pairs);
    switch (how) {
      case ATTENTION -> {
        List<RankedToken> found = correspondences.of(token, k);
        show(
            json,
            "attention",
            found,
            text(
                "%s: seen %,d times in %,d sentence pairs; the score is Dice's coefficient of what attention aligned",
                token, correspondences.occurrences(token), pairs.size()));
      }
      case MAPPING -> {
        OrthogonalMapping mapping =
            OrthogonalMapping.learn(source, target, correspondences.dictionary(MINIMUM_COUNT));
        show(
            json,
            "cosine after mapping",
            mapping.of(token, k),
            text(
                "a rotation learnt from %,d word pairs that attention aligned; of %,d others it puts the"
                    + " right word first in %.0f %%, among the first ten in %.0f %%",
                mapping.entries(),
                mapping.heldOut(),
                100 * mapping.precision(1),
                100 * mapping.precision(10)));
      }
    }
  }

  private static void requireSourceWord(
      String word, EmbeddingTable source, String other, EmbeddingTable target) {
    if (!source.contains(word) && target.contains(other)) {
      throw new IllegalArgumentException(
          "'"
              + other
              + "' is a target word; --across finds target words for a source word, so name one of"
              + " those");
    }
    source.id(word);
  }

  private TrainingText read(SavedModel saved) {
    Output err = surroundings.console().err();
    err.live("reading the corpus");
    TrainingText read = text.read(saved, tables.folder(surroundings), surroundings);
    err.live("aligning");
    return read;
  }

  private Correspondences count(
      SavedModel saved, EmbeddingTable source, EmbeddingTable target, List<TokenizedPair> pairs) {
    AlignedPairs aligned =
        AlignedPairs.of(
            pairs.stream().map(TokenizedPair::source).toList(), saved.source().vocabulary(),
            pairs.stream().map(TokenizedPair::target).toList(), saved.target().vocabulary());
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      return Correspondences.count(saved.model(), source, target, aligned, workers);
    } finally {
      surroundings.console().err().keepLive();
    }
  }

  /** Pairs evenly spread over all, and the first ones in which the word occurs. */
  private static List<TokenizedPair> some(List<TokenizedPair> all, String token) {
    List<TokenizedPair> some = new ArrayList<>();
    int withWord = 0;
    int step = Math.max(1, all.size() / PAIRS);
    for (int i = 0; i < all.size(); i++) {
      boolean has = withWord < PAIRS_WITH_WORD && all.get(i).source().contains(token);
      if (has || i % step == 0) {
        some.add(all.get(i));
        withWord += has ? 1 : 0;
      }
    }
    return some;
  }

  private void show(boolean json, String heading, List<RankedToken> found, String explanation) {
    Output out = surroundings.console().out();
    if (json) {
      out.print(RankedLines.json(found));
      return;
    }
    Columns.wrapped(explanation, out.terminal().width()).forEach(out::line);
    RankedLines.lines(List.of(new RankedLines.Column(heading, found))).forEach(out::line);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
