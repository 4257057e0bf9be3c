package dev.dragoman.cli;

import dev.dragoman.config.CorpusSettings;
import dev.dragoman.config.DataFolder;
import dev.dragoman.config.Experiment;
import dev.dragoman.data.Corpus;
import dev.dragoman.data.CorpusIndex;
import dev.dragoman.data.CorpusIndexer;
import dev.dragoman.data.CorpusSource;
import dev.dragoman.data.EncodedPairs;
import dev.dragoman.data.FilteredPairs;
import dev.dragoman.data.HoldOut;
import dev.dragoman.data.IndexPlace;
import dev.dragoman.data.PairFilter;
import dev.dragoman.data.Parts;
import dev.dragoman.settings.ConfigurationException;
import dev.dragoman.text.Tokenizer;
import dev.dragoman.vocab.TokenCounts;
import dev.dragoman.vocab.Vocabulary;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Reads the text of an experiment, however large its training corpus is. */
final class TextReader {
  private static final int FEWEST_PAIRS = 2;

  private final Experiment experiment;
  private final DataFolder folder;
  private final InputStream standardInput;
  private final PairFilter filter;
  private IndexPlace place = IndexPlace.nowhere();
  private LongConsumer progress = pairs -> {};

  /**
   * A reader that keeps no index of the corpus.
   *
   * @param folder the folder with the corpus
   */
  TextReader(Experiment experiment, DataFolder folder, InputStream standardInput) {
    this.experiment = experiment;
    this.folder = folder;
    this.standardInput = standardInput;
    Tokenizer tokenizer = Tokenizer.of(experiment.text());
    this.filter = new PairFilter(experiment.filter(), tokenizer, tokenizer);
  }

  /** Looks for the training corpus's index in a place, and keeps it there as that says. */
  TextReader indexedIn(IndexPlace other) {
    place = other;
    return this;
  }

  /** Tells now and then how many training pairs have been read. */
  TextReader telling(LongConsumer listener) {
    progress = listener;
    return this;
  }

  /**
   * Reads what the experiment names.
   *
   * @param known vocabularies of a model that is there; empty for new ones
   */
  TrainingText read(Optional<TrainingText.Vocabularies> known) {
    CorpusIndex index = index();
    Optional<FilteredPairs> validation = validation();
    Parts parts = validation.isPresent() ? allForTraining(index) : heldOut(index);
    TrainingText.Vocabularies vocabularies =
        known.orElseGet(() -> vocabularies(index, parts.train()));
    Vocabulary source = vocabularies.source();
    Vocabulary target = vocabularies.target();
    return new TrainingText(
        index.report(),
        validation.map(FilteredPairs::report),
        index.origin(),
        index.bytes(),
        index.pairs(parts.train()),
        validation.map(FilteredPairs::pairs).orElseGet(() -> index.pairs(parts.validation())),
        index.pairs(parts.test()),
        source,
        target,
        index.encode(parts.train(), source, target),
        validation
            .map(kept -> EncodedPairs.encode(kept.pairs(), source, target))
            .orElseGet(() -> index.encode(parts.validation(), source, target)));
  }

  private CorpusIndex index() {
    CorpusSettings corpus = experiment.corpus();
    CorpusSource training =
        source(corpus.source(), corpus.target(), corpus.tsv())
            .orElseThrow(() ->
                new ConfigurationException(
                    "no corpus to train on: give --source F and --target F, or --tsv F, or name them under [corpus] in the experiment"));
    return new CorpusIndexer(filter, experiment.text() + " " + experiment.filter())
        .in(place)
        .needing(FEWEST_PAIRS)
        .telling(progress)
        .index(training, standardInput);
  }

  private Optional<FilteredPairs> validation() {
    CorpusSettings corpus = experiment.corpus();
    return source(corpus.validSource(), corpus.validTarget(), corpus.validTsv())
        .map(files -> filter.apply(Corpus.read(files, standardInput)).requireAtLeast(1));
  }

  private Optional<CorpusSource> source(
      Optional<String> source, Optional<String> target, Optional<String> tsv) {
    CorpusSettings corpus = experiment.corpus();
    if (tsv.isPresent()) {
      return Optional.of(
          new CorpusSource.TabSeparatedFile(
              path(tsv.get()), corpus.sourceColumn(), corpus.targetColumn()));
    }
    if (source.isEmpty() || target.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new CorpusSource.ParallelFiles(path(source.get()), path(target.get())));
  }

  private Path path(String name) {
    return name.equals(DataFolder.STANDARD_INPUT)
        ? CorpusSource.STANDARD_INPUT
        : folder.existing(name);
  }

  private static Parts allForTraining(CorpusIndex index) {
    return new Parts(index.all(), new int[0], new int[0]);
  }

  private Parts heldOut(CorpusIndex index) {
    return new HoldOut(experiment.holdOut(), experiment.training().seed()).split(index);
  }

  private TrainingText.Vocabularies vocabularies(CorpusIndex index, int[] train) {
    boolean shared = experiment.model().shareEmbeddings();
    TokenCounts sourceCounts = new TokenCounts();
    TokenCounts targetCounts = shared ? sourceCounts : new TokenCounts();
    index.countSources(train, sourceCounts);
    index.countTargets(train, targetCounts);
    Vocabulary source = Vocabulary.build(sourceCounts, experiment.sourceVocabulary());
    Vocabulary target =
        shared ? source : Vocabulary.build(targetCounts, experiment.targetVocabulary());
    return new TrainingText.Vocabularies(source, target);
  }
}
