package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.cli.CommandRun.Result;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusIndexCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void writeCorpus() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String words = "abcd".charAt(i % 4) + " " + "uvwxyz".charAt(i % 6) + " " + i % 7;
      lines.add("un " + words + "\tone " + words);
    }
    Files.write(folder.resolve("pairs.tsv"), lines);
  }

  private static String[] tiny(String... arguments) {
    List<String> command = new ArrayList<>(List.of("train", "--threads=1", "--batch.size=8"));
    for (String size : new String[] {"embedding", "encoder", "decoder", "attention", "readout"}) {
      command.addAll(List.of("--model." + size + "-size", "4"));
    }
    command.addAll(List.of("--hold-out.validation", "4", "--training.validate-every=2"));
    command.addAll(List.of(arguments));
    return command.toArray(String[]::new);
  }

  private Result run(String... command) {
    return new CommandRun().in(folder).run(command);
  }

  private Result trained(String... arguments) {
    Result result = run(tiny(arguments));
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return result;
  }

  private byte[] weights(String run) throws IOException {
    return Files.readAllBytes(folder.resolve(run).resolve("last").resolve("weights.safetensors"));
  }

  @Test
  void aTrainingStartsFromAnIndexAndComesToTheSameWeights() throws IOException {
    trained("--tsv=pairs.tsv", "--out=plain", "--max-updates=6");
    assertThat(folder.resolve("plain/corpus/train.index")).doesNotExist();
    Result first =
        trained("--tsv=pairs.tsv", "--out=first", "--max-updates=6", "--corpus.index=kept");
    assertThat(first.out()).containsPattern("index +\\S*kept, 1 MB, kept for the next start");
    Result second =
        trained("--tsv=pairs.tsv", "--out=second", "--max-updates=6", "--corpus.index=kept");
    assertThat(second.out()).containsPattern("index +\\S*kept, 1 MB, found there");
    assertThat(weights("first")).isEqualTo(weights("plain"));
    assertThat(weights("second")).isEqualTo(weights("plain"));
    assertThat(folder.resolve("second/corpus/valid.tsv"))
        .hasSameTextualContentAs(folder.resolve("plain/corpus/valid.tsv"));
  }

  @Test
  void aResumedRunGoesOnFromItsIndexAsIfNothingHadHappened() throws IOException {
    trained("--tsv=pairs.tsv", "--out=whole", "--max-updates=20");
    trained("--tsv=pairs.tsv", "--out=parts", "--max-updates=10", "--corpus.index=kept");
    Result resumed = run("train", "--out=parts", "--resume", "--max-updates=20");
    assertThat(resumed.err()).isEmpty();
    assertThat(resumed.out()).contains("kept, 1 MB, found there");
    assertThat(weights("parts")).isEqualTo(weights("whole"));
  }

  @Test
  void anotherCorpusIsIndexedAnewAndThatIsSaid() throws IOException {
    trained("--tsv=pairs.tsv", "--out=a", "--max-updates=1", "--corpus.index=kept");
    Files.writeString(
        folder.resolve("pairs.tsv"), Files.readString(folder.resolve("pairs.tsv")) + "x y\tx y\n");
    Result other = trained("--tsv=pairs.tsv", "--out=b", "--max-updates=1", "--corpus.index=kept");
    assertThat(other.out()).contains("the one that was there is of other files");
    assertThat(other.out()).contains("61 pairs read");
    Result lowered =
        trained(
            "--tsv=pairs.tsv",
            "--out=c",
            "--max-updates=1",
            "--corpus.index=kept",
            "--text.lowercase=true");
    assertThat(lowered.out()).contains("the one that was there is of other settings");
  }

  @Test
  void aCorpusOfTooFewPairsLeavesNoIndex() {
    Result refused =
        run(
            tiny(
                "--tsv=pairs.tsv",
                "--out=a",
                "--corpus.index=kept",
                "--filter.max-source-tokens=3"));
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("0 usable sentence pairs, expected at least 2");
    assertThat(folder.resolve("kept")).doesNotExist();
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void aFolderThatHoldsSomethingElseIsRefusedBeforeAnyWork() throws IOException {
    Files.createDirectory(folder.resolve("mine"));
    Files.writeString(folder.resolve("mine/notes.txt"), "mine");
    Result refused = run(tiny("--tsv=pairs.tsv", "--out=a", "--corpus.index=mine"));
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains("mine: holds something else than the index of a corpus")
        .hasLineCount(1);
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void standardInputIsReadOnceAndItsIndexNotKept() throws IOException {
    trained("--tsv=pairs.tsv", "--out=file", "--max-updates=4");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(Files.readAllBytes(folder.resolve("pairs.tsv"))),
            new Output("standard output", out, Terminal.NONE),
            new Output("standard error", err, Terminal.NONE));
    int exitCode =
        Dragoman.run(
            new Surroundings(console, Map.of(), folder),
            tiny("--tsv=-", "--out=stream", "--max-updates=4", "--corpus.index=kept"));
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(exitCode).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("none is kept of what comes through a pipe");
    assertThat(weights("stream")).isEqualTo(weights("file"));
    assertThat(folder.resolve("kept")).doesNotExist();
  }

  @Test
  void whatReadsTheTextAgainLeavesTheIndexOfTheRunAsItIs() throws IOException {
    trained("--tsv=pairs.tsv", "--out=a", "--max-updates=4");
    String[] across = {"embeddings", "neighbours", "un", "--across=attention", "--model=a"};
    Result before = run(across);
    assertThat(before.err()).isEmpty();
    assertThat(before.out()).contains("seen");
    trained(
        "--tsv=pairs.tsv",
        "--out=a",
        "--overwrite",
        "--max-updates=4",
        "--corpus.index=a/corpus/train.index");
    assertThat(run(across)).isEqualTo(before);
    Files.writeString(folder.resolve("a/corpus/train.index/text"), "damaged");
    assertThat(run(across)).isEqualTo(before);
    assertThat(folder.resolve("a/corpus/train.index/text")).hasContent("damaged");
  }
}
