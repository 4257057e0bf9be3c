package dev.dragoman.cli;

import dev.dragoman.word2vec.Word2VecListener;
import dev.dragoman.word2vec.Word2VecProgress;
import java.time.Duration;
import java.util.Locale;

/** What a person sees of a training of word vectors: one live line, or plain lines in a pipe. */
final class Word2VecProgressLine implements Word2VecListener {
  private static final double SMOOTHING = 0.05;
  private static final double FIRST_ESTIMATE_SECONDS = 1;

  private final LiveLine live;
  private final long begin = System.nanoTime();
  private long words;
  private double loss;
  private long batches;

  Word2VecProgressLine(Output output) {
    this.live = new LiveLine(output, System::nanoTime, Duration.ofSeconds(10));
  }

  @Override
  public void progress(Word2VecProgress progress) {
    words = progress.words();
    if (!Double.isNaN(progress.loss())) {
      batches++;
      loss += Math.max(SMOOTHING, 1.0 / batches) * (progress.loss() - loss);
    }
    if (words < progress.totalWords() && seconds() > FIRST_ESTIMATE_SECONDS) {
      live.show(
          String.format(
              Locale.ROOT,
              "epoch %d/%d  %3.0f %%  loss %.3f  rate %.4f  %,.0f words/s  %s left",
              progress.epoch(),
              progress.epochs(),
              100.0 * words / progress.totalWords(),
              loss,
              progress.learningRate(),
              rate(),
              TrainingProgress.duration((progress.totalWords() - words) / rate())));
    }
  }

  /** "5,859,730 words in 12 s, 480,000 words/s, loss 2.10 at the end". */
  String summary() {
    return String.format(
        Locale.ROOT,
        "%,d words in %s (%,.0f words/s), loss %.3f at the end",
        words,
        TrainingProgress.duration(seconds()),
        rate(),
        loss);
  }

  /** Of the last predictions, smoothed; NaN before any. */
  double loss() {
    return batches == 0 ? Double.NaN : loss;
  }

  /** Words read per second so far. */
  double rate() {
    return words / seconds();
  }

  /** Since the beginning. */
  double seconds() {
    return Math.max(1e-9, (System.nanoTime() - begin) / 1e9);
  }
}
