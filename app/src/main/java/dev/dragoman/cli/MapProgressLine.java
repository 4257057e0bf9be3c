package dev.dragoman.cli;

import dev.dragoman.projection.ProjectionListener;
import java.time.Duration;
import java.util.Locale;

/** What a person sees while a map is computed, where that takes longer than a moment. */
final class MapProgressLine implements ProjectionListener {
  private static final Duration WATCHED = Duration.ofSeconds(1);
  private static final Duration IN_A_PIPE = Duration.ofSeconds(10);

  private final LiveLine live;
  private final long begin = System.nanoTime();
  private final long silent;

  MapProgressLine(Output output) {
    this.live = new LiveLine(output, System::nanoTime, IN_A_PIPE);
    this.silent = (output.terminal().interactive() ? WATCHED : IN_A_PIPE).toNanos();
  }

  @Override
  public void progress(String work, long done, long all) {
    if (System.nanoTime() - begin > silent) {
      live.show(String.format(Locale.ROOT, "%s: %,d of %,d", work, done, all));
    }
  }
}
