package dev.dragoman.cli;

import dev.dragoman.word2vec.Word2VecListener;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/** What a person sees while word2vec learns several texts at once: how far all are. */
final class BothSidesLine {
  private static final Duration IN_A_PIPE = Duration.ofSeconds(10);

  private final LiveLine live;
  private final AtomicLongArray words;
  private final AtomicLongArray all;
  private final ReentrantLock lock = new ReentrantLock();
  private final boolean interactive;
  private final long begin = System.nanoTime();

  BothSidesLine(Output output, int texts) {
    this.live = new LiveLine(output, System::nanoTime, IN_A_PIPE);
    this.interactive = output.terminal().interactive();
    this.words = new AtomicLongArray(texts);
    this.all = new AtomicLongArray(texts);
  }

  /** Listens to the training on one text, whatever thread that is. */
  Word2VecListener of(int text) {
    return progress -> {
      words.set(text, progress.words());
      all.set(text, progress.totalWords());
      if (lock.tryLock()) {
        try {
          show();
        } finally {
          lock.unlock();
        }
      }
    };
  }

  /** In a pipe nothing is said of what takes a moment. */
  private void show() {
    if (interactive || System.nanoTime() - begin > IN_A_PIPE.toNanos()) {
      live.show(
          String.format(
              Locale.ROOT,
              "word2vec on the same text: %.0f %%",
              100.0 * sum(words) / Math.max(1, sum(all))));
    }
  }

  private static long sum(AtomicLongArray values) {
    return IntStream.range(0, values.length()).mapToLong(values::get).sum();
  }
}
