package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.cli.CommandRun.Result;
import dev.dragoman.model.TableSide;
import dev.dragoman.vocab.Specials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TutorialBugTest {
  private static final List<String> LEARNING =
      List.of("--max-updates=15", "--training.optimiser.learning-rate=0.02");

  @TempDir Path folder;

  @BeforeEach
  void writeCorpus() throws IOException {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String words = String.join(" ", List.of("a b c d e".split(" ")).subList(0, 1 + i % 5));
      pairs.add("n" + i % 7 + " " + words + "\tm" + i % 7 + " " + words);
    }
    Files.write(folder.resolve("pairs.tsv"), pairs);
  }

  private Result train(String... arguments) {
    List<String> command = new ArrayList<>(List.of("train", "--tsv", "pairs.tsv", "--threads=1"));
    for (String size : new String[] {"embedding", "encoder", "decoder", "attention", "readout"}) {
      command.addAll(List.of("--model." + size + "-size", "8"));
    }
    command.addAll(List.of("--hold-out.validation", "8", "--training.bleu-sentences=0"));
    command.add("--batch.size=10");
    command.addAll(List.of(arguments));
    return new CommandRun().in(folder).run(command.toArray(String[]::new));
  }

  private Result teach(String... arguments) {
    List<String> command = new ArrayList<>(LEARNING);
    command.addAll(List.of("--teach=tutorial-bug", "--out=run"));
    command.addAll(List.of(arguments));
    return train(command.toArray(String[]::new));
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private float[] rowOfBos(String run) {
    return ModelFolder.load(folder.resolve(run).resolve("model"))
        .model()
        .table(TableSide.SOURCE)
        .select(Specials.BOS)
        .toArray();
  }

  @Test
  void theTwinsPaddingLearnsAndTheCorrectModelsDoesNot() {
    Result result = teach();
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("1 of 2: the correct model", "2 of 2: its twin with the bug")
        .containsPattern("sentences that change with the padding +0 of \\d+ ")
        .containsPattern("how far the source row of <s> moved +0\\.000 +(0\\.0*[1-9]|[1-9])")
        .containsPattern("its place among the rows, 1 moved most +stayed +\\d+ of \\d+\n");
    assertThat(words(result.out().substring(0, result.out().indexOf("1 of 2"))))
        .containsPattern("expect it to take about \\d\\.\\d times as long");
    assertThat(words(result.out()))
        .contains("The correct model's text, scores and attention stayed the same to the last");
    assertThat(result.out().lines().dropWhile(line -> !line.contains("What came of it")))
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(folder.resolve("run/tutorial-bug/last")).isDirectory();
    assertThat(folder.resolve("run/tutorial-bug/metrics.jsonl")).isNotEmptyFile();
    String[] barely = {"--out=start", "--max-updates=1", "--training.optimiser.learning-rate=1e-9"};
    assertThat(train(barely).exitCode()).isZero();
    assertThat(rowOfBos("run")).isEqualTo(rowOfBos("start"));
    assertThat(rowOfBos("run/tutorial-bug")).isNotEqualTo(rowOfBos("start"));
    assertTheCorrectModelIsTheUsualOne();
  }

  private void assertTheCorrectModelIsTheUsualOne() {
    List<String> plain = new ArrayList<>(LEARNING);
    plain.add("--out=plain");
    assertThat(train(plain.toArray(String[]::new)).exitCode()).isZero();
    assertThat(folder.resolve("run/model/weights.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("plain/model/weights.safetensors"));
  }

  @Test
  void withOneTableForBothSidesItDoesNotBlameTheBugForTheRow() {
    assertThat(words(teach("--model.share-embeddings=true").out()))
        .contains("Source and target share a table here")
        .doesNotContain("The row of <s> was trained on it");
  }

  @Test
  void anUnknownLessonIsRefusedAndTheKnownOnesAreNamed() {
    assertRefused(
        train("--teach", "tutorial-bgu", "--out=run"),
        "expected one of tutorial-bug, got 'tutorial-bgu'; did you mean 'tutorial-bug'?");
  }

  @Test
  void aLessonDoesNotGoOnFromAnEarlierRun() {
    assertRefused(teach("--resume"), "does not go with --resume");
  }

  @Test
  void aFolderThatHoldsSomethingElseIsRefusedBeforeAnyWork() throws IOException {
    Files.createDirectories(folder.resolve("run/tutorial-bug/model"));
    Files.writeString(folder.resolve("run/tutorial-bug/model/letter.txt"), "dear");
    Result result = teach();
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(folder.resolve("run/model")).doesNotExist();
  }

  private void assertRefused(Result result, String complaint) {
    assertThat(result.err()).startsWith("dragoman: ").contains(complaint).hasLineCount(1);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(folder.resolve("run")).doesNotExist();
  }
}
