package dev.dragoman.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLogTest {
  private static String update(int number, double loss) {
    return "{\"event\":\"update\",\"update\":%d,\"loss\":%s,\"targetTokens\":100,\"seconds\":0.5}"
        .formatted(number, loss);
  }

  @Test
  void aResumedRunsLaterEventsReplaceEarlierOnes() {
    TrainingLog log =
        TrainingLog.parse(
            "m", List.of(update(1, 5), update(2, 4), update(3, 9), update(2, 3), update(3, 2)));
    assertThat(log.updates()).extracting(TrainingLog.Update::loss).containsExactly(5.0, 3.0, 2.0);
    assertThat(log.seconds()).isEqualTo(1.5);
    assertThat(log.targetTokens()).isEqualTo(300);
  }

  @Test
  void whatAKilledRunLeftUnfinishedIsPassedOver() {
    assertThat(TrainingLog.parse("m", List.of(update(1, 5), "{\"event\":\"upd")).updates())
        .hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrainingLog.parse("m", List.of("{\"eve", update(1, 5))))
        .withMessageContaining("m, line 1: expected a JSON object, got {\"eve");
  }

  @Test
  void eventsOfOtherVersionsAreNoFailure() {
    TrainingLog log =
        TrainingLog.parse(
            "m",
            List.of(
                "{\"event\":\"weather\"}",
                "{\"event\":\"validation\",\"update\":7,\"loss\":1.5,\"bleu\":null}",
                "{\"event\":\"alignment\",\"update\":7,\"errorRate\":0.25,\"attention\":[[0.25,0.75]]}"));
    assertThat(log.validations().getFirst().bleu()).isNaN();
    assertThat(log.validations().getFirst().hypothesis()).isEmpty();
    assertThat(log.alignments().getFirst().attention())
        .isDeepEqualTo(new float[][] {{0.25f, 0.75f}});
    assertThat(log.alignments().getFirst().sentences()).isZero();
  }

  @Test
  void anErrorRateSaysOfHowManySentencesItIs() {
    TrainingLog log =
        TrainingLog.parse(
            "m",
            List.of("{\"event\":\"alignment\",\"update\":7,\"errorRate\":0.25,\"sentences\":200}"));
    assertThat(log.alignments().getFirst().sentences()).isEqualTo(200);
  }

  @Test
  void aMissingFileIsAnEmptyLog(@TempDir Path folder) {
    assertThat(TrainingLog.read(folder.resolve("metrics.jsonl"))).isEqualTo(TrainingLog.none());
  }
}
