package dev.dragoman.benchmarks.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OursTest {
  @Test
  void theLaunchersOptionsAreTaken() throws IOException {
    assertThat(Ours.asTheLauncherDoes("").options())
        .contains("-XX:+UseSerialGC", "-Xmn64m")
        .noneMatch(option -> option.contains("*"));
  }

  @Test
  void aCollectorThatIsAskedForTakesThePlaceOfTheLaunchers() throws IOException {
    assertThat(Ours.asTheLauncherDoes(" -Xmx1g  -XX:+UseParallelGC ").options())
        .contains("-Xmx1g", "-XX:+UseParallelGC")
        .doesNotContain("-XX:+UseSerialGC");
  }
}
