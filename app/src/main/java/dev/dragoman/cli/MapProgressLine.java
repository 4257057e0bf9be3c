package dev.dragoman.cli;

import dev.dragoman.projection.ProjectionListener;
import java.time.Duration;
import java.util.Locale;

/** What a person sees while a map is computed, where that takes longer than a moment. */
final class MapProgressLine implements ProjectionListener {
  private static final long MOMENT_NANOS = Duration.ofSeconds(1).toNanos();

  private final LiveLine live;
  private final long begin = System.nanoTime();

  MapProgressLine(Output output) {
    this.live = new LiveLine(output, System::nanoTime, Duration.ofSeconds(10));
  }

  @Override
  public void progress(String work, long done, long all) {
    if (System.nanoTime() - begin > MOMENT_NANOS) {
      live.show(String.format(Locale.ROOT, "%s: %,d of %,d", work, done, all));
    }
  }
}
