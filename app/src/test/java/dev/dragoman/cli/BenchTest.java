package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class BenchTest {
  private final List<String> progress = new ArrayList<>();
  private final BenchReport report = new Bench(2, Bench.Pace.SHORT, progress::add).run();

  @Test
  void everythingIsMeasuredAndFitsOnAScreen() {
    assertThat(report.lines())
        .hasSizeLessThan(24)
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(String.join("\n", report.lines()))
        .contains(
            "1 thread",
            "2 threads",
            "multiply-adds",
            "matrix products",
            "training",
            "greedy, one at a time",
            "beam 5");
    assertThat(report.rates())
        .hasSize(4)
        .allSatisfy(rate -> assertThat(rate.tokensPerSecond()).isPositive());
    assertThat(progress).isNotEmpty();
  }

  @Test
  void everyRateHasAShareOfThePeak() {
    assertThat(report.one().multiplyAdds()).isPositive();
    assertThat(report.rates()).allSatisfy(rate -> assertThat(rate.share()).isPositive().isFinite());
  }

  @Test
  void theJsonSaysTheSame() {
    JsonNode json = new ObjectMapper().readTree(report.json());
    assertThat(json.get("threads").intValue()).isEqualTo(2);
    assertThat(json.get("parameters").longValue()).isEqualTo(report.parameters());
    assertThat(json.get("peak").get("multiplyAddGflops").doubleValue())
        .isEqualTo(report.all().multiplyAdds() / 1e9);
    assertThat(json.get("rates").size()).isEqualTo(4);
    assertThat(json.get("rates").get(0).get("targetTokensPerSecond").doubleValue())
        .isEqualTo(report.rates().getFirst().tokensPerSecond());
  }

  @Test
  void widePeaksStillFit() {
    BenchReport.Peaks wide = new BenchReport.Peaks(98_765.4e9, 98_765.4e9);
    BenchReport.Rate fast =
        new BenchReport.Rate("training", "64 sentences a batch", 12_345_678, 0.99);
    assertThat(new BenchReport(128, 123_456_789, wide, wide, List.of(fast)).lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }
}
