package dev.dragoman.cli;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.data.PaddingAsWords;
import dev.dragoman.data.TokenizedPair;
import dev.dragoman.inspect.PaddedReading;
import dev.dragoman.inspect.PaddingProbe;
import dev.dragoman.inspect.RowShift;
import dev.dragoman.metrics.Bleu;
import dev.dragoman.metrics.BleuSettings;
import dev.dragoman.model.TableSide;
import dev.dragoman.search.SearchSettings;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workers;
import dev.dragoman.text.Tokenizer;
import dev.dragoman.translate.Translator;
import dev.dragoman.vocab.Specials;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a correct model and its twin with the padding bug do with the same validation sentences,
 * translated greedily.
 *
 * @param references what people made of the sentences
 * @param correct the correct model's translations, under real paddings
 * @param asTrained the twin's, filled up as in its training
 * @param padded the twin's under each of {@link #PADDINGS}, in their order
 * @param correctRow how far the row of {@code <s>} moved in the correct model's source table
 * @param twinRow how far it moved in the twin's
 * @param correctPerplexity on the validation text as the correct model's training measured it
 * @param twinPerplexity as the twin's training measured it, padding counted
 * @param sharedTables whether source and target have one table, which {@code <s>} belongs to
 */
record TutorialBugFindings(
    List<String> references,
    List<PaddingProbe> correct,
    List<PaddedReading> asTrained,
    List<List<PaddedReading>> padded,
    RowShift correctRow,
    RowShift twinRow,
    Optional<Double> correctPerplexity,
    Optional<Double> twinPerplexity,
    boolean sharedTables) {
  /** How many {@code <s>} stand behind a sentence; the first is what translating would do. */
  static final List<Integer> PADDINGS = List.of(0, 1, 2, 4, 8, 16);

  private static final int MOST_SENTENCES = 200;

  /**
   * Measures both.
   *
   * @param start the source table [V, E] that both began with
   */
  static TutorialBugFindings measure(
      Path correctFolder,
      Path twinFolder,
      TrainingText text,
      Tensor start,
      PaddingAsWords padding,
      Workers workers) {
    SavedModel correct = ModelFolder.load(TrainingRun.modelFolder(correctFolder));
    SavedModel twin = ModelFolder.load(TrainingRun.modelFolder(twinFolder));
    List<TokenizedPair> pairs = TrainingRun.evenly(text.validation(), MOST_SENTENCES);
    List<List<String>> sources = pairs.stream().map(TokenizedPair::source).toList();
    Tokenizer tokenizer = Tokenizer.of(correct.target().text());
    Translator mistaken = greedy(twin);
    return new TutorialBugFindings(
        pairs.stream().map(pair -> tokenizer.detokenize(pair.target())).toList(),
        probes(greedy(correct), pairs, workers),
        PaddedReading.all(
            mistaken, sources, read -> Math.max(0, padding.sourceLength() - read), workers),
        PADDINGS.stream()
            .map(count -> PaddedReading.all(mistaken, sources, read -> count, workers))
            .toList(),
        RowShift.of(start, correct.model().table(TableSide.SOURCE), Specials.BOS),
        RowShift.of(start, twin.model().table(TableSide.SOURCE), Specials.BOS),
        correct.training().perplexity(),
        twin.training().perplexity(),
        correct.model().settings().shareEmbeddings());
  }

  private static Translator greedy(SavedModel saved) {
    SearchSettings own = Translator.searchOf(saved);
    return Translator.of(saved, own.withBeamSize(1).withKeepAttention(true));
  }

  private static List<PaddingProbe> probes(
      Translator translator, List<TokenizedPair> pairs, Workers workers) {
    PaddingProbe[] probes = new PaddingProbe[pairs.size()];
    List<Integer> paddings = PADDINGS.subList(1, PADDINGS.size());
    workers.forEach(
        probes.length,
        i -> probes[i] = PaddingProbe.run(translator, pairs.get(i).text().source(), paddings));
    return List.of(probes);
  }

  /** How many sentences there are. */
  int sentences() {
    return references.size();
  }

  /**
   * How good some translations of all sentences are.
   *
   * @param right how many are exactly what people wrote
   * @param bleu 0 to 100
   */
  record Quality(int right, double bleu) {}

  /** How good the correct model is. */
  Quality qualityOfCorrect() {
    return quality(correct.stream().map(probe -> probe.alone().text()).toList());
  }

  /** How good the twin is with its padding. */
  Quality qualityAsTrained() {
    return quality(texts(asTrained));
  }

  /** How good the twin is under one of {@link #PADDINGS}, counted from 0. */
  Quality qualityPadded(int padding) {
    return quality(texts(padded.get(padding)));
  }

  /** How good the twin is where nobody pads. */
  Quality qualityUnpadded() {
    return qualityPadded(0);
  }

  private static List<String> texts(List<PaddedReading> readings) {
    return readings.stream().map(reading -> reading.translation().text()).toList();
  }

  private Quality quality(List<String> texts) {
    int right =
        (int)
            IntStream.range(0, sentences())
                .filter(i -> texts.get(i).equals(references.get(i)))
                .count();
    Bleu bleu = new Bleu(BleuSettings.defaults());
    return new Quality(right, bleu.corpus(texts, List.of(references)).score());
  }

  private boolean isRight(List<PaddedReading> readings, int sentence) {
    return readings.get(sentence).translation().text().equals(references.get(sentence));
  }

  /** How many sentences the correct model translates otherwise under another padding. */
  int changedByCorrect() {
    return (int) correct.stream().filter(probe -> !probe.isUnmoved()).count();
  }

  /** How many sentences the twin translates otherwise under another padding. */
  int changedByTwin() {
    return (int) IntStream.range(0, sentences()).filter(i -> different(i) > 1).count();
  }

  private int different(int sentence) {
    return (int)
        padded.stream()
            .map(readings -> readings.get(sentence).translation().text())
            .distinct()
            .count();
  }

  /**
   * The share of the correct model's attention that is on no position of the sentence, the mean
   * over all paddings; to within rounding.
   */
  double attentionOutsideSentence() {
    return correct.stream()
        .flatMap(probe -> probe.trials().stream())
        .mapToDouble(trial -> outside(trial.translation().attention()))
        .average()
        .orElse(0);
  }

  private static double outside(float[][] attention) {
    double inside = 0;
    for (float[] weights : attention) {
      for (float weight : weights) {
        inside += weight;
      }
    }
    return attention.length == 0 ? 0 : 1 - inside / attention.length;
  }

  /** The share of the twin's attention that is on padding, filled up as in training. */
  double attentionOnPadding() {
    return asTrained.stream().mapToDouble(PaddedReading::attentionOnPadding).average().orElse(0);
  }

  /** The share of source positions that are padding, filled up as in training. */
  double paddingShare() {
    return asTrained.stream().mapToDouble(PaddedReading::paddingShare).average().orElse(0);
  }

  /**
   * The sentence with the most different translations; of those one that is right somewhere, and
   * the shortest.
   */
  int example() {
    Comparator<Integer> telling = Comparator.comparingInt(this::different);
    return IntStream.range(0, sentences())
        .boxed()
        .max(
            telling
                .thenComparing(this::isRightSomewhere)
                .thenComparingInt(i -> -references.get(i).length()))
        .orElseThrow();
  }

  private boolean isRightSomewhere(int sentence) {
    List<List<PaddedReading>> all = new ArrayList<>(padded);
    all.add(asTrained);
    return all.stream().anyMatch(readings -> isRight(readings, sentence));
  }
}
