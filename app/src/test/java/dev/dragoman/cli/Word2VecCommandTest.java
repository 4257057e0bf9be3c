package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.cli.CommandRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class Word2VecCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void writeText() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      lines.add("the king and the queen of " + "abc".charAt(i % 3));
    }
    Files.write(folder.resolve("text.txt"), lines);
  }

  private Result run(String... arguments) {
    return new CommandRun().in(folder).run(arguments);
  }

  private Result train(String... flags) {
    List<String> command =
        new ArrayList<>(List.of("word2vec", "train", "--text", "text.txt", "--size", "7"));
    command.addAll(List.of(flags));
    return run(command.toArray(String[]::new));
  }

  private static void assertWrongInput(Result result, String complaint) {
    assertThat(result.err()).startsWith("dragoman: ").contains(complaint).hasLineCount(1);
    assertThat(result.exitCode()).isEqualTo(2);
  }

  private static void assertDone(Result result) {
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void trainingSaysWhatItReadAndWhereItWrote() throws IOException {
    Result result = train("--out", "v.txt", "--epochs=2");
    assertDone(result);
    assertThat(result.out())
        .contains("420 words in 60 sentences")
        .contains("8 words that occur at least 5 times, 100.0 % of the text: the")
        .contains("skip-gram, size 7, window 5, 5 negatives per prediction")
        .contains("done: 8 vectors of size 7, 840 words in")
        .endsWith(": v.txt\n");
    assertThat(result.out().lines()).allMatch(line -> Columns.width(line) <= 80);
    assertThat(Files.readString(folder.resolve("v.txt"))).startsWith("8 7\nthe ").hasLineCount(9);
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherOneOthers() throws IOException {
    assertDone(train("--out", "a.txt", "--seed", "3"));
    assertDone(train("--out", "b.txt", "--seed", "3"));
    assertDone(train("--out", "c.txt", "--seed", "4"));
    assertThat(folder.resolve("b.txt")).hasSameBinaryContentAs(folder.resolve("a.txt"));
    assertThat(Files.readAllBytes(folder.resolve("c.txt")))
        .isNotEqualTo(Files.readAllBytes(folder.resolve("a.txt")));
  }

  @ParameterizedTest
  @CsvSource({
    "--kind=cbow",
    "--hierarchical-softmax",
    "--sample=0",
    "--negative=1",
    "--window=1",
    "--learning-rate=0.1",
    "--min-count=60"
  })
  void everySettingChangesWhatComesOut(String flag) throws IOException {
    assertDone(train("--out", "plain.txt"));
    assertDone(train("--out", "other.txt", flag));
    assertThat(Files.readString(folder.resolve("other.txt")))
        .isNotEqualTo(Files.readString(folder.resolve("plain.txt")));
  }

  @Test
  void theNameOrAFlagChoosesTheFormat() throws IOException {
    assertDone(train("--out", "v.bin"));
    assertDone(train("--out", "v.glove", "--format", "glove"));
    assertThat(Files.size(folder.resolve("v.bin")))
        .isEqualTo("8 7\n".length() + 8 * (7 * 4 + 2) + "thekingandqueenofabc".length());
    assertThat(Files.readString(folder.resolve("v.glove"))).startsWith("the ").hasLineCount(8);
    assertWrongInput(
        train("--out", "v", "--format", "gloev"), "got 'gloev'; did you mean 'glove'?");
  }

  @Test
  void aSinglePairHasNoCorrelation() throws IOException {
    Files.writeString(folder.resolve("three.txt"), "3 2\na 1 2\nb 2 1\nc 0 1\n");
    Files.writeString(folder.resolve("one.tsv"), "a\tb\t5\nnowhere\tb\t3\n");
    Result result = run("word2vec", "evaluate", "--vectors", "three.txt", "--pairs", "one.tsv");
    assertDone(result);
    assertThat(result.out()).containsPattern("one.tsv +– +– +1 +1").doesNotContain("NaN");
  }

  @Test
  void mistakesAreNamedBeforeAnyWork() {
    assertWrongInput(
        train("--out", "text.txt/v.txt"),
        "v.txt: expected a folder at " + folder.resolve("text.txt") + ", got a file");
    assertWrongInput(train("--out", "."), "expected the name of a file to write, got a folder");
    assertWrongInput(
        run("word2vec", "train", "--text", "no.txt", "--out", "v"), "no.txt: no such file");
    assertWrongInput(
        run("word2vec", "train", "--text", "text.txt"), "missing required option: '--out=V'");
    assertWrongInput(
        train("--out", "v", "--kind", "skipgram"), "expected one of sg, cbow, got 'skipgram'");
    assertWrongInput(
        train("--out", "v", "--negative", "0"), "expected a whole number of at least 1, got '0'");
    assertWrongInput(
        train("--out", "v", "--sample", "2"), "sample: expected a share of the text in [0, 1]");
    assertWrongInput(
        train("--out", "v", "--min-count", "500"), "lower the minimum count or give more text");
    assertWrongInput(
        train("--out", "v", "--minimum-count", "5"),
        "unknown option '--minimum-count' of dragoman word2vec train");
  }

  @Test
  void jsonStandsAloneOnStandardOutput() {
    Result result = train("--out", "v.txt", "--json");
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("420 words in 60 sentences");
    JsonNode object = new ObjectMapper().readTree(result.out());
    assertThat(object.get("vectors").intValue()).isEqualTo(8);
    assertThat(object.get("loss").doubleValue()).isPositive();
  }

  private void writeVectors() throws IOException {
    Files.writeString(
        folder.resolve("v.txt"), "5 2\nman 1 0\nking 1 1\nwoman 3 -1\nqueen 3 1.1\nqueer -3 -1\n");
    Files.writeString(
        folder.resolve("q.txt"), ": family\nMan king woman queen\nman king woman nobody\n");
    Files.writeString(
        folder.resolve("p.tsv"),
        "# pairs\nman\tking\t9\nman\tqueen\t8\nman\twoman\t7\nman\tqueer\t1\nman\n");
  }

  @Test
  void evaluationShowsSectionsAndCorrelations() throws IOException {
    writeVectors();
    Result result =
        run(
            "word2vec",
            "evaluate",
            "--vectors",
            "v.txt",
            "--analogies",
            "q.txt",
            "--pairs",
            "p.tsv");
    assertDone(result);
    assertThat(result.out())
        .contains("v.txt: 5 vectors of size 2")
        .containsPattern("family +100.00 +1 +1 +1")
        .containsPattern("syntactic +– +0 +0 +0")
        .containsPattern("total +100.00 +1 +1 +1")
        .containsPattern("p.tsv +0.2000 +0.\\d{4} +4 +0")
        .contains("(1 line of another form left out, the first is line 6)");
    assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void jsonHasTheSameFigures() throws IOException {
    writeVectors();
    Result result =
        run(
            "word2vec",
            "evaluate",
            "--vectors=v.txt",
            "--analogies=q.txt",
            "--pairs=p.tsv",
            "--unknown-is-wrong",
            "--json");
    assertDone(result);
    JsonNode object = new ObjectMapper().readTree(result.out());
    assertThat(object.at("/words").intValue()).isEqualTo(5);
    assertThat(object.at("/analogies/0/total/accuracy").doubleValue()).isEqualTo(0.5);
    assertThat(object.at("/analogies/0/syntactic/accuracy").isNull()).isTrue();
    assertThat(object.at("/pairs/0/spearman").doubleValue()).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void evaluationNeedsSomethingToEvaluateOn() throws IOException {
    writeVectors();
    assertWrongInput(
        run("word2vec", "evaluate", "--vectors", "v.txt"),
        "expected --analogies F or --pairs F beside --vectors");
    assertWrongInput(
        run("word2vec", "evaluate", "--vectors", "no.txt", "--pairs", "p.tsv"),
        "no.txt: no such file");
    assertWrongInput(
        run("word2vec", "evaluate", "--vectors", "no.txt", "--pairs", "q.tsv"),
        "q.tsv: no such file");
    assertWrongInput(
        run("word2vec", "evaluate", "--vectors", "p.tsv", "--pairs", "p.tsv"),
        "p.tsv, line 1: expected a word and numbers");
  }
}
