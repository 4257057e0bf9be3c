package dev.dragoman.cli;

import dev.dragoman.data.CorpusIndex;
import dev.dragoman.data.EncodedPairs;
import dev.dragoman.data.FilterReport;
import dev.dragoman.data.TokenizedPair;
import dev.dragoman.vocab.Vocabulary;
import java.util.List;
import java.util.Optional;

/**
 * The text of an experiment, read, filtered, split and encoded.
 *
 * @param trainingReport what the filter kept of the training corpus
 * @param validationReport what it kept of the validation corpus; empty where pairs were held out
 *     instead
 * @param indexOrigin where the index of the training corpus came from
 * @param indexBytes how large that is
 * @param train training pairs, each made when it is asked for
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
    CorpusIndex.Origin indexOrigin,
    long indexBytes,
    List<TokenizedPair> train,
    List<TokenizedPair> validation,
    List<TokenizedPair> test,
    Vocabulary source,
    Vocabulary target,
    EncodedPairs encodedTrain,
    EncodedPairs encodedValidation) {

  /** Vocabularies that a model has already. */
  record Vocabularies(Vocabulary source, Vocabulary target) {}

  /** The same text with its pairs in other ids. */
  TrainingText withIds(EncodedPairs trainIds, EncodedPairs validationIds) {
    return new TrainingText(
        trainingReport,
        validationReport,
        indexOrigin,
        indexBytes,
        train,
        validation,
        test,
        source,
        target,
        trainIds,
        validationIds);
  }
}
