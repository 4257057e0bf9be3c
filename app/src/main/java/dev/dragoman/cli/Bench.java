package dev.dragoman.cli;

import dev.dragoman.checkpoint.Progress;
import dev.dragoman.checkpoint.TrainingState;
import dev.dragoman.config.Experiment;
import dev.dragoman.data.Batch;
import dev.dragoman.data.Batcher;
import dev.dragoman.data.EncodedPairs;
import dev.dragoman.data.SentencePair;
import dev.dragoman.data.TokenizedPair;
import dev.dragoman.grammar.BuiltInCorpus;
import dev.dragoman.grammar.GeneratedPair;
import dev.dragoman.model.Arithmetic;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.search.SearchSettings;
import dev.dragoman.tensor.MachinePeak;
import dev.dragoman.tensor.Workers;
import dev.dragoman.text.Tokenizer;
import dev.dragoman.training.Trainer;
import dev.dragoman.training.TrainingListener;
import dev.dragoman.training.TrainingSettings;
import dev.dragoman.training.Validator;
import dev.dragoman.translate.Translation;
import dev.dragoman.translate.TranslationModel;
import dev.dragoman.translate.Translator;
import dev.dragoman.vocab.Specials;
import dev.dragoman.vocab.TokenCounts;
import dev.dragoman.vocab.Vocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/** Measures the machine's peak and what training and translating the built-in corpus make of it. */
final class Bench {
  private static final long SEED = 1;
  private static final int CUBE = 1024;
  private static final int BATCH = 32;
  private static final int BEAM = 5;

  private final int threads;
  private final Pace pace;
  private final Consumer<String> progress;
  private final Experiment experiment = Quickstart.experiment(SEED, 1);
  private final Tokenizer tokenizer = Tokenizer.of(experiment.text());
  private final List<TokenizedPair> pairs = new ArrayList<>();
  private final TokenCounts sourceCounts = new TokenCounts();
  private final TokenCounts targetCounts = new TokenCounts();

  /**
   * How long everything takes.
   *
   * @param pairs of the corpus
   * @param sentences that are translated
   * @param peak of each burst at the peak
   * @param bursts at the peak, of which the median counts
   * @param warmUpdates updates before measuring
   * @param training of measuring updates, about
   * @param translating of each way of translating, warm-up and measuring each, at least
   */
  record Pace(
      int pairs,
      int sentences,
      Duration peak,
      int bursts,
      int warmUpdates,
      Duration training,
      Duration translating) {
    /** About half a minute on a laptop. */
    static final Pace USUAL =
        new Pace(
            6_000,
            128,
            Duration.ofMillis(200),
            5,
            60,
            Duration.ofSeconds(6),
            Duration.ofSeconds(2));

    /** Enough to see that all parts work together. */
    static final Pace SHORT =
        new Pace(200, 4, Duration.ofMillis(5), 1, 1, Duration.ofMillis(1), Duration.ofMillis(1));
  }

  /**
   * A measurement.
   *
   * @param progress told what happens
   */
  Bench(int threads, Pace pace, Consumer<String> progress) {
    this.threads = threads;
    this.pace = pace;
    this.progress = progress;
  }

  /** Measures all. */
  BenchReport run() {
    progress.accept("measuring the machine's peak …");
    BenchReport.Peaks one = peaks(1);
    BenchReport.Peaks all = peaks(threads);
    progress.accept("writing sentences …");
    readCorpus();
    Seq2Seq model = model(sourceVocabulary().size(), targetVocabulary().size());
    progress.accept("training …");
    List<BenchReport.Rate> rates = new ArrayList<>();
    rates.add(training(model, all.multiplyAdds()));
    for (Way way : Way.values()) {
      progress.accept("translating, " + way.text + " …");
      rates.add(translating(model, way, all.multiplyAdds()));
    }
    long parameters =
        model.parameters().values().stream().mapToLong(parameter -> parameter.value().size()).sum();
    return new BenchReport(threads, parameters, one, all, rates);
  }

  private BenchReport.Peaks peaks(int count) {
    try (Workers workers = new Workers(count)) {
      MachinePeak peak = new MachinePeak(workers);
      return new BenchReport.Peaks(
          median(peak, each -> each.multiplyAdds(pace.peak())),
          median(peak, each -> each.matrixProducts(CUBE, CUBE, CUBE, pace.peak())));
    }
  }

  /** Of several bursts; one more in the beginning warms up. */
  private double median(MachinePeak peak, ToDoubleFunction<MachinePeak> burst) {
    double[] rates = new double[pace.bursts() + 1];
    Arrays.setAll(rates, i -> burst.applyAsDouble(peak));
    double[] counted = Arrays.copyOfRange(rates, 1, rates.length);
    Arrays.sort(counted);
    return counted[counted.length / 2];
  }

  private void readCorpus() {
    for (GeneratedPair pair : new BuiltInCorpus().generate(SEED, pace.pairs())) {
      SentencePair text = new SentencePair(pair.source(), pair.target());
      TokenizedPair tokenized =
          new TokenizedPair(
              text, tokenizer.tokenize(text.source()), tokenizer.tokenize(text.target()));
      pairs.add(tokenized);
      sourceCounts.add(tokenized.source());
      targetCounts.add(tokenized.target());
    }
  }

  private Vocabulary sourceVocabulary() {
    return Vocabulary.build(sourceCounts, experiment.sourceVocabulary());
  }

  private Vocabulary targetVocabulary() {
    return Vocabulary.build(targetCounts, experiment.targetVocabulary());
  }

  private Seq2Seq model(int sourceSize, int targetSize) {
    return new Seq2Seq(
        experiment.model(),
        sourceSize,
        targetSize,
        Specials.PAD,
        RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
  }

  private Arithmetic arithmetic(Seq2Seq model) {
    return Arithmetic.of(model.settings(), model.targetSize());
  }

  // ---- Training ----

  private BenchReport.Rate training(Seq2Seq model, double peak) {
    EncodedPairs encoded = EncodedPairs.encode(pairs, sourceVocabulary(), targetVocabulary());
    Updates warm = train(model, encoded, pace.warmUpdates());
    long updates = Math.clamp((long) (pace.training().toNanos() / 1e9 / warm.median()), 5, 1_000);
    Updates measured = train(model, encoded, updates);
    double rate = measured.tokens / measured.seconds();
    double operations = arithmetic(model).trainingPerTargetToken(counts());
    return new BenchReport.Rate(
        "training",
        experiment.batch().size() + " sentences a batch",
        rate,
        rate * operations / peak);
  }

  private Arithmetic.Counts counts() {
    return sum(
        pairs.stream()
            .map(pair -> counts(pair.source().size() + 1L, pair.target().size() + 1L))
            .toList());
  }

  private static Arithmetic.Counts counts(long source, long target) {
    return new Arithmetic.Counts(1, source, target, source * target);
  }

  private static Arithmetic.Counts sum(List<Arithmetic.Counts> counts) {
    return counts.stream()
        .reduce(
            new Arithmetic.Counts(0, 0, 0, 0),
            (a, b) ->
                new Arithmetic.Counts(
                    a.sentences() + b.sentences(),
                    a.sourceTokens() + b.sourceTokens(),
                    a.targetTokens() + b.targetTokens(),
                    a.pairsOfTokens() + b.pairsOfTokens()));
  }

  private Updates train(Seq2Seq model, EncodedPairs encoded, long updates) {
    Updates heard = new Updates();
    Validator validator =
        new Validator(
            model,
            List.of(Batch.of(encoded, 0)),
            List.of(),
            List.of(),
            (sentences, workers) -> List.of());
    new Trainer(
            model,
            settings(updates),
            new Batcher(encoded, experiment.batch()),
            validator,
            new Forgetting(),
            heard)
        .run();
    return heard;
  }

  private TrainingSettings settings(long updates) {
    TrainingSettings usual = experiment.training();
    return new TrainingSettings(
        usual.seed(),
        Integer.MAX_VALUE,
        updates,
        Integer.MAX_VALUE,
        0,
        usual.criterion(),
        0,
        usual.labelSmoothing(),
        usual.shards(),
        threads,
        usual.optimiser(),
        usual.schedule());
  }

  /** Times of updates. */
  private static final class Updates implements TrainingListener {
    private final List<Double> seconds = new ArrayList<>();
    private long tokens;

    @Override
    public void updated(Update update) {
      seconds.add(update.seconds());
      tokens += update.targetTokens();
    }

    @Override
    public void validated(Validation validation) {
      // One batch, of no interest.
    }

    private double seconds() {
      return seconds.stream().mapToDouble(Double::doubleValue).sum();
    }

    private double median() {
      return seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElseThrow();
    }
  }

  /** Keeps nothing. */
  private static final class Forgetting implements Trainer.Keeper {
    @Override
    public void best(Progress at, TrainingListener.Validation validation) {
      // Nobody wants this model.
    }

    @Override
    public void last(TrainingState state, TrainingListener.@Nullable Validation validation) {
      // Nobody goes on from here.
    }
  }

  // ---- Translating ----

  /** Ways of translating. */
  private enum Way {
    GREEDY("greedy, 32 at a time", 1, BATCH),
    BEAM("beam 5, 32 at a time", Bench.BEAM, BATCH),
    ALONE("greedy, one at a time", 1, 1);

    private final String text;
    private final int beam;
    private final int batch;

    Way(String text, int beam, int batch) {
      this.text = text;
      this.beam = beam;
      this.batch = batch;
    }
  }

  private BenchReport.Rate translating(Seq2Seq model, Way way, double peak) {
    SearchSettings settings =
        SearchSettings.defaults()
            .withBeamSize(way.beam)
            .withKeepAttention(false)
            .withKeepScores(way.beam > 1);
    Translator translator =
        new Translator(
            new TranslationModel(
                model, tokenizer, tokenizer, sourceVocabulary(), targetVocabulary()),
            settings);
    List<String> sentences =
        pairs.subList(0, pace.sentences()).stream().map(pair -> pair.text().source()).toList();
    try (Workers workers = new Workers(threads)) {
      timed(translator, sentences, way, workers);
      Translated measured = timed(translator, sentences, way, workers);
      double rate = measured.counts().targetTokens() / measured.seconds();
      double operations = arithmetic(model).beamPerTargetToken(measured.counts(), way.beam);
      return new BenchReport.Rate("translating", way.text, rate, rate * operations / peak);
    }
  }

  /** How much was translated in which time. */
  private record Translated(Arithmetic.Counts counts, double seconds) {}

  /** The same sentences again and again, as long as the pace says. */
  private Translated timed(
      Translator translator, List<String> sentences, Way way, Workers workers) {
    List<Arithmetic.Counts> counts = new ArrayList<>();
    long begin = System.nanoTime();
    long taken;
    do {
      for (List<Translation> found : translator.translateAll(sentences, way.batch, workers)) {
        counts.add(
            counts(found.getFirst().sourceTokens().size(), found.getFirst().tokens().size() + 1L));
      }
      taken = System.nanoTime() - begin;
    } while (taken < pace.translating().toNanos());
    return new Translated(sum(counts), taken / 1e9);
  }
}
