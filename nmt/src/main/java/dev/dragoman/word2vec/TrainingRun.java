package dev.dragoman.word2vec;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The batches of all epochs, taken one after the other by the threads. A batch's learning rate and
 * random numbers depend on its number alone. Threads read and write the same weights without locks
 * (Niu, Recht, Ré and Wright 2011, "Hogwild!", arXiv:1106.5730): updates are sparse, so that few
 * are lost, but which ones is chance.
 */
final class TrainingRun {

  private final Word2VecSettings settings;
  private final TrainingText text;
  private final Weights weights;
  private final Objective objective;
  private final Subsampling subsampling;
  private final Word2VecListener listener;
  private final int[] batches;
  private final AtomicLong nextBatch = new AtomicLong();
  private final AtomicLong wordsDone = new AtomicLong();
  private volatile boolean stopped;

  TrainingRun(Word2VecSettings settings, TrainingText text, Word2VecListener listener) {
    this.settings = settings;
    this.text = text;
    this.objective = Objective.of(settings, text.words());
    this.weights = new Weights(text.words().size(), objective.outputRows(), settings);
    this.subsampling = new Subsampling(text.words(), settings.sample());
    this.listener = listener;
    this.batches = batches(text, settings.batchWords());
  }

  Weights run() {
    int others = settings.threads() - 1;
    try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, others))) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < others; i++) {
        running.add(threads.submit(this::workBeside));
      }
      try {
        new Worker().work(listener);
        for (Future<?> thread : running) {
          await(thread);
        }
      } finally {
        stopped = true;
      }
    }
    listener.progress(progress(nextBatch.get(), Double.NaN));
    return weights;
  }

  private void workBeside() {
    boolean done = false;
    try {
      new Worker().work(Word2VecListener.none());
      done = true;
    } finally {
      if (!done) {
        stopped = true;
      }
    }
  }

  private static void await(Future<?> thread) {
    try {
      thread.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a training thread failed", e.getCause());
    }
  }

  private static CancellationException interrupted() {
    return new CancellationException("training was interrupted");
  }

  /** One thread's part of the work. */
  private final class Worker {

    private final Prediction prediction = new Prediction(objective, weights);
    private final Architecture architecture = Architecture.of(settings, weights, prediction);
    private final int[] kept = new int[TrainingText.LONGEST_SENTENCE];

    void work(Word2VecListener told) {
      long all = (long) settings.epochs() * batchesPerEpoch();
      for (long batch = take(); batch < all && !stopped; batch = take()) {
        if (Thread.currentThread().isInterrupted()) {
          throw interrupted();
        }
        train(batch);
        told.progress(progress(batch, prediction.takeMeanLoss()));
      }
    }

    private long take() {
      return nextBatch.getAndIncrement();
    }

    private void train(long batch) {
      int inEpoch = (int) (batch % batchesPerEpoch());
      float learningRate = (float) learningRate(batch);
      Randomness random = new Randomness(settings.seed(), batch);
      for (int s = batches[inEpoch]; s < batches[inEpoch + 1]; s++) {
        int count =
            subsampling.keep(
                text.ids(), text.sentenceStart(s), text.sentenceStart(s + 1), kept, random);
        trainSentence(count, learningRate, random);
      }
      wordsDone.addAndGet(
          text.sentenceStart(batches[inEpoch + 1]) - text.sentenceStart(batches[inEpoch]));
    }

    private void trainSentence(int count, float learningRate, Randomness random) {
      for (int centre = 0; centre < count; centre++) {
        int width = 1 + random.below(settings.window());
        int from = Math.max(0, centre - width);
        int to = Math.min(count, centre + width + 1);
        architecture.learn(kept, from, centre, to, learningRate, random);
      }
    }
  }

  private int batchesPerEpoch() {
    return batches.length - 1;
  }

  private double learningRate(long batch) {
    long epoch = batch / batchesPerEpoch();
    int start = text.sentenceStart(batches[(int) (batch % batchesPerEpoch())]);
    double done = ((double) epoch * text.length() + start) / totalWords();
    return settings.learningRate() - (settings.learningRate() - settings.minLearningRate()) * done;
  }

  private Word2VecProgress progress(long batch, double loss) {
    long last = (long) settings.epochs() * batchesPerEpoch() - 1;
    long shown = Math.min(batch, last);
    int epoch = (int) (shown / batchesPerEpoch()) + 1;
    return new Word2VecProgress(
        epoch, settings.epochs(), wordsDone.get(), totalWords(), learningRate(shown), loss);
  }

  private long totalWords() {
    return (long) settings.epochs() * text.length();
  }

  /** Whole sentences, as many as fit: the first sentence of each batch, and the end of the last. */
  private static int[] batches(TrainingText text, int batchWords) {
    IntSequence starts = new IntSequence();
    starts.add(0);
    int start = 0;
    for (int s = 1; s < text.sentences(); s++) {
      if (text.sentenceStart(s + 1) - text.sentenceStart(start) > batchWords) {
        starts.add(s);
        start = s;
      }
    }
    starts.add(text.sentences());
    return starts.toArray();
  }
}
