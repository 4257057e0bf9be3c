package dev.dragoman.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.kernels.Kernels;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BeginningTest {
  private static final Kernels LATER = Kernels.best();

  @Test
  void plainLoopsComeFirstAndVectorsOnceTheyPay() {
    Beginning beginning = new Beginning(() -> LATER, 100);
    assertThat(beginning.kernels().name()).isEqualTo("scalar");

    beginning.multiplied(99);
    assertThat(beginning.kernels().name()).isEqualTo("scalar");

    beginning.multiplied(1);
    assertThat(beginning.kernels()).isSameAs(LATER);
  }

  @Test
  void itChangesOnceWhateverThreadsCompute() {
    AtomicInteger asked = new AtomicInteger();
    Beginning beginning =
        new Beginning(
            () -> {
              asked.incrementAndGet();
              return LATER;
            },
            1000);
    try (Workers workers = new Workers(4)) {
      workers.forEach(2000, task -> beginning.multiplied(1));
    }

    assertThat(asked).hasValue(1);
    assertThat(beginning.kernels()).isSameAs(LATER);
  }
}
