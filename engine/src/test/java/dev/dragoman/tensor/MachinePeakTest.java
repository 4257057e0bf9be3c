package dev.dragoman.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MachinePeakTest {
  private static final Duration SHORT = Duration.ofMillis(20);

  @Test
  void multiplyAddsAndProductsAreMeasuredOnEveryThread() {
    for (int threads = 1; threads <= 2; threads++) {
      try (Workers workers = new Workers(threads)) {
        MachinePeak peak = new MachinePeak(workers);
        assertThat(peak.multiplyAdds(SHORT)).isGreaterThan(0).isLessThan(1e14);
        assertThat(peak.matrixProducts(17, 33, 65, SHORT)).isGreaterThan(0).isLessThan(1e14);
      }
    }
  }

  @Test
  void measuringTakesTheTimeThatWasAskedFor() {
    try (Workers workers = new Workers(1)) {
      long start = System.nanoTime();
      new MachinePeak(workers).multiplyAdds(SHORT);
      assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(SHORT.toNanos());
    }
  }

  @Test
  void noTimeIsRefused() {
    try (Workers workers = new Workers(1)) {
      assertThatThrownBy(() -> new MachinePeak(workers).multiplyAdds(Duration.ZERO))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("more than nothing");
    }
  }
}
