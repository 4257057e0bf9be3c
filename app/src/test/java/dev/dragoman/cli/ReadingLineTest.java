package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReadingLineTest {
  private static final long SECOND = 1_000_000_000L;

  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
  private final Output pipe = new Output("standard error", stream, Terminal.NONE);
  private long now = 5 * SECOND;

  @Test
  void inAPipeNothingIsSaidOfACorpusThatIsReadQuickly() {
    ReadingLine line = new ReadingLine(pipe, () -> now);
    now += 3 * SECOND;
    line.accept(500_000);
    line.done();
    assertThat(stream.size()).isZero();
  }

  @Test
  void inAPipeALongReadingSaysHowFarItIsEveryTenSeconds() {
    ReadingLine line = new ReadingLine(pipe, () -> now);
    for (int second = 1; second <= 25; second++) {
      now += SECOND;
      line.accept(20_000L * second);
    }
    line.done();
    assertThat(stream.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            reading the corpus: 200,000 pairs, 20,000 a second
            reading the corpus: 400,000 pairs, 20,000 a second
            """);
  }
}
