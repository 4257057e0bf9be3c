package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
  @TempDir Path folder;

  /** Else nothing would become hot, and no start quick, without a word. */
  @Test
  void translatesToTheEnd() {
    assertThat(Rehearsal.rehearse(folder.resolve("model"))).isEqualTo(ExitCode.DONE);
  }
}
