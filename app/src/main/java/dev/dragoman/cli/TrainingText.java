package dev.dragoman.cli;

import dev.dragoman.config.CorpusSettings;
import dev.dragoman.config.DataFolder;
import dev.dragoman.config.Experiment;
import dev.dragoman.data.Corpus;
import dev.dragoman.data.CorpusSource;
import dev.dragoman.data.EncodedPairs;
import dev.dragoman.data.FilterReport;
import dev.dragoman.data.FilteredPairs;
import dev.dragoman.data.HoldOut;
import dev.dragoman.data.PairFilter;
import dev.dragoman.data.Split;
import dev.dragoman.data.TokenizedPair;
import dev.dragoman.settings.ConfigurationException;
import dev.dragoman.text.Tokenizer;
import dev.dragoman.vocab.TokenCounts;
import dev.dragoman.vocab.Vocabulary;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The text of an experiment, read, filtered, split and encoded.
 *
 * @param trainingReport what the filter kept of the training corpus
 * @param validationReport what it kept of the validation corpus; empty where pairs were held out
 *     instead
 * @param train training pairs
 * @param validation validation pairs
 * @param test pairs held out for test, perhaps none
 * @param source vocabulary of the source
 * @param target vocabulary of the target
 * @param encodedTrain training pairs as ids
 * @param encodedValidation validation pairs as ids
 */
record TrainingText(
    FilterReport trainingReport,
    Optional<FilterReport> validationReport,
    List<TokenizedPair> train,
    List<TokenizedPair> validation,
    List<TokenizedPair> test,
    Vocabulary source,
    Vocabulary target,
    EncodedPairs encodedTrain,
    EncodedPairs encodedValidation) {

  /** Vocabularies that a model has already. */
  record Vocabularies(Vocabulary source, Vocabulary target) {}

  /**
   * Reads what the experiment names.
   *
   * @param known vocabularies of a run that goes on; empty for new ones
   */
  static TrainingText read(
      Experiment experiment,
      DataFolder folder,
      InputStream standardInput,
      Optional<Vocabularies> known) {
    Tokenizer tokenizer = Tokenizer.of(experiment.text());
    PairFilter filter = new PairFilter(experiment.filter(), tokenizer, tokenizer);
    CorpusSettings corpus = experiment.corpus();
    CorpusSource training =
        source(corpus.source(), corpus.target(), corpus.tsv(), corpus, folder)
            .orElseThrow(() ->
                new ConfigurationException(
                    "no corpus to train on: give --source F and --target F, or --tsv F, or name them under [corpus] in the experiment"));
    Optional<CorpusSource> validation =
        source(corpus.validSource(), corpus.validTarget(), corpus.validTsv(), corpus, folder);
    FilteredPairs kept = filter.apply(Corpus.read(training, standardInput)).requireAtLeast(2);
    Optional<FilteredPairs> keptValidation =
        validation.map(files -> filter.apply(Corpus.read(files, standardInput)).requireAtLeast(1));
    Split split = split(experiment, kept, keptValidation);
    Vocabularies vocabularies = known.orElseGet(() -> vocabularies(experiment, split.train()));
    return new TrainingText(
        kept.report(),
        keptValidation.map(FilteredPairs::report),
        split.train(),
        split.validation(),
        split.test(),
        vocabularies.source(),
        vocabularies.target(),
        EncodedPairs.encode(split.train(), vocabularies.source(), vocabularies.target()),
        EncodedPairs.encode(split.validation(), vocabularies.source(), vocabularies.target()));
  }

  /** The same text with its pairs in other ids. */
  TrainingText withIds(EncodedPairs trainIds, EncodedPairs validationIds) {
    return new TrainingText(
        trainingReport,
        validationReport,
        train,
        validation,
        test,
        source,
        target,
        trainIds,
        validationIds);
  }

  private static Optional<CorpusSource> source(
      Optional<String> source,
      Optional<String> target,
      Optional<String> tsv,
      CorpusSettings corpus,
      DataFolder folder) {
    if (tsv.isPresent()) {
      return Optional.of(
          new CorpusSource.TabSeparatedFile(
              path(tsv.get(), folder), corpus.sourceColumn(), corpus.targetColumn()));
    }
    if (source.isEmpty() || target.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CorpusSource.ParallelFiles(path(source.get(), folder), path(target.get(), folder)));
  }

  private static Path path(String name, DataFolder folder) {
    return name.equals(DataFolder.STANDARD_INPUT)
        ? CorpusSource.STANDARD_INPUT
        : folder.existing(name);
  }

  private static Split split(
      Experiment experiment, FilteredPairs kept, Optional<FilteredPairs> validation) {
    if (validation.isPresent()) {
      return new Split(kept.pairs(), validation.get().pairs(), List.of());
    }
    return new HoldOut(experiment.holdOut(), experiment.training().seed()).split(kept.pairs());
  }

  private static Vocabularies vocabularies(Experiment experiment, List<TokenizedPair> pairs) {
    TokenCounts source = new TokenCounts();
    TokenCounts target = experiment.model().shareEmbeddings() ? source : new TokenCounts();
    for (TokenizedPair pair : pairs) {
      source.add(pair.source());
      target.add(pair.target());
    }
    Vocabulary sourceVocabulary = Vocabulary.build(source, experiment.sourceVocabulary());
    return new Vocabularies(
        sourceVocabulary,
        experiment.model().shareEmbeddings()
            ? sourceVocabulary
            : Vocabulary.build(target, experiment.targetVocabulary()));
  }
}
