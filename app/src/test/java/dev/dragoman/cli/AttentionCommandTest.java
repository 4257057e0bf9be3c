package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.cli.CommandRun.Result;
import dev.dragoman.draw.Xml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code attention} and {@code report}, on a model of a few updates. */
class AttentionCommandTest {
  @TempDir static Path folder;

  @BeforeAll
  static void trainModel() throws IOException {
    String[] french = {"le", "chat", "chien", "été", "dort", "<b>&", "vite"};
    String[] english = {"the", "cat", "dog", "summer", "sleeps", "tag", "fast"};
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int a = i % 7;
      int b = (i + i / 7 + 1) % 7;
      pairs.add(french[a] + " " + french[b] + "\t" + english[a] + " " + english[b]);
    }
    Files.write(folder.resolve("pairs.tsv"), pairs);
    List<String> command =
        new ArrayList<>(
            List.of(
                "train", "--tsv", "pairs.tsv", "--out", "run", "--max-updates=6", "--threads=1"));
    for (String size : List.of("embedding", "encoder", "decoder", "attention", "readout")) {
      command.add("--model." + size + "-size=4");
    }
    assertDone(run(command.toArray(String[]::new)));
  }

  private static Result run(String... arguments) {
    return new CommandRun().in(folder).run(arguments);
  }

  private static void assertDone(Result result) {
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  private static void assertWrongInput(Result result, String complaint) {
    assertThat(result.err()).startsWith("dragoman: ").contains(complaint).hasLineCount(1);
    assertThat(result.exitCode()).isEqualTo(2);
  }

  @Test
  void wordsWithoutQuotesAreOneSentence() {
    Result apart = run("attention", "le", "chat", "inconnu", "-m", "run");
    assertDone(apart);
    assertThat(apart.out()).startsWith("le chat inconnu\n").contains("</s>", "alignment");
    assertThat(apart.out()).contains("not in the model's vocabulary", "inconnu");
    assertThat(run("attention", "le chat inconnu", "-m", "run").out()).isEqualTo(apart.out());
    assertThat(apart.out().lines()).allMatch(line -> Columns.width(line) <= 80);
  }

  @Test
  void wordsThatAVocabularyLacksAreSaidOfBothSides() {
    Result result = run("attention", "le inconnu", "-m", "run", "--target", "the unheard cat");
    assertDone(result);
    assertThat(result.out())
        .contains("not in the model's vocabulary, and read as <unk>: inconnu\n")
        .contains("not in the model's vocabulary, and written as <unk>: unheard\n");
    assertThat(run("attention", "le chat", "-m", "run", "--target", "the cat").out())
        .doesNotContain("vocabulary");
    assertThat(run("attention", "le chat", "-m", "run", "--target", "the unheard").out())
        .contains("written as <unk>: unheard\n");
  }

  @Test
  void jsonHasTokensWithPlacesInCodePointsAndTheMatrix() {
    Result result = run("attention", "le 🙂 été", "-m", "run", "--target", "the cat", "--json");
    assertDone(result);
    JsonNode object = new ObjectMapper().readTree(result.out());
    JsonNode source = object.get("source");
    String text = source.get("text").stringValue();
    int[] points = text.codePoints().toArray();
    for (JsonNode token : source.get("tokens")) {
      int begin = token.get("begin").intValue();
      int end = token.get("end").intValue();
      assertThat(new String(points, begin, end - begin)).isEqualTo(token.get("text").stringValue());
    }
    assertThat(source.get("tokens").get(source.get("tokens").size() - 2).get("begin").intValue())
        .isEqualTo(5);
    assertThat(object.get("target").get("text").stringValue()).isEqualTo("the cat");
    assertThat(object.get("attention").size()).isEqualTo(2);
    for (JsonNode row : object.get("attention")) {
      assertThat(row.size()).isEqualTo(source.get("tokens").size());
    }
    assertThat(object.get("alignment").stringValue()).matches("\\d-0 \\d-1");
  }

  @Test
  void jsonFlagsTheTokensThatAVocabularyLacks() {
    Result result =
        run("attention", "le inconnu", "-m", "run", "--target", "the unheard cat", "--json");
    assertDone(result);
    JsonNode object = new ObjectMapper().readTree(result.out());
    assertThat(unknown(object.get("source"))).containsExactly(false, true, false);
    assertThat(unknown(object.get("target"))).containsExactly(false, true, false);
  }

  private static List<Boolean> unknown(JsonNode side) {
    List<Boolean> flags = new ArrayList<>();
    side.get("tokens").forEach(token -> flags.add(token.get("unknown").booleanValue()));
    return flags;
  }

  @Test
  void picturesAndPagesAreWrittenWhereOneSays() throws Exception {
    Result result =
        run(
            "attention",
            "le <b>& dort",
            "-m",
            "run/model",
            "--target",
            "the tag <i>",
            "--svg",
            "new/a.svg",
            "--png",
            "new/a.png",
            "--html",
            "new/a.html");
    assertDone(result);
    assertThat(result.out()).contains("written: ", "a.svg", "a.png", "a.html");
    Document svg = Xml.parse(Files.readString(folder.resolve("new/a.svg")));
    assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(Xml.count(Xml.parse(Files.readString(folder.resolve("new/a.html"))), "table"))
        .isEqualTo(1);
    assertThat(ImageIO.read(folder.resolve("new/a.png").toFile()).getWidth()).isGreaterThan(200);
    assertThat(folder.resolve("new")).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void fivePaddingsChangeNothing() {
    Result result = run("attention", "le chien dort", "-m", "run", "--paddings", "--json");
    assertDone(result);
    JsonNode object = new ObjectMapper().readTree(result.out());
    assertThat(object.get("unmoved").booleanValue()).isTrue();
    assertThat(object.get("paddings").size()).isEqualTo(5);
    for (JsonNode trial : object.get("paddings")) {
      assertThat(trial.get("text")).isEqualTo(object.get("text"));
      assertThat(trial.get("attentionDifference").doubleValue()).isZero();
    }
    assertThat(run("attention", "le chien", "-m", "run", "--paddings").out())
        .contains("Padding changes nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attention le chat | --model",
        "attention -m run | no sentence to look at",
        "attention le -m nowhere | nowhere",
        "attention --aer -m run | --aer is for models of the built-in corpus",
        "attention le --aer -m run | leave out the sentence",
        "attention le -m run --paddings --svg x | leave out --target, --svg",
        "attention le -m run --svg run | is a folder",
        "report nowhere | nowhere",
        "report run --text no.txt | no.txt",
      })
  void mistakesAreOneLineThatHelps(String line, String complaint) {
    assertWrongInput(run(line.split(" ")), complaint);
  }

  @Test
  void theReportIsOneWellFormedPageThatSaysWhatIsMissing() throws Exception {
    Result result = run("report", "run");
    assertDone(result);
    String html = Files.readString(folder.resolve("run/report.html"));
    Document page = Xml.parse(html);
    assertThat(Xml.count(page, "section")).isGreaterThanOrEqualTo(8);
    assertThat(Xml.count(page, "script")).as("the program of the maps").isEqualTo(1);
    assertThat(Xml.hasAttribute(page, "src")).isFalse();
    assertThat(html.replaceAll("xmlns=\"[^\"]*\"", "")).doesNotContain("http://", "https://");
    assertThat(Xml.count(page, "figure")).isPositive();
    assertThat(html).contains("flight record", "is known for the built-in corpus alone");
  }

  @Test
  void theReportOfALoneModelDoesWithoutTheLog() throws Exception {
    Path alone = Files.createDirectories(folder.resolve("alone"));
    try (var files = Files.list(folder.resolve("run/model"))) {
      for (Path file : files.toList()) {
        Files.copy(file, alone.resolve(file.getFileName()));
      }
    }
    assertDone(run("report", "alone", "--out", "elsewhere/r.html"));
    String html = Files.readString(folder.resolve("elsewhere/r.html"));
    Xml.parse(html);
    assertThat(html)
        .contains("No metrics.jsonl lies beside this model", "too few to compare")
        .doesNotContain("There are no sentences");
  }

  @Test
  void theReportOfAModelFolderFindsTheLogAroundIt() throws Exception {
    Files.writeString(folder.resolve("text.txt"), "le <b>& chat\n\nle chien dort\n");
    assertDone(run("report", "run/model", "--text", "text.txt", "--out", "inner.html"));
    String html = Files.readString(folder.resolve("inner.html"));
    assertThat(html).contains("Model run").doesNotContain("No metrics.jsonl lies");
    assertThat(html).contains("le &lt;b&gt;&amp; chat").doesNotContain("<b>&");
    assertThat(Xml.count(Xml.parse(html), "figure")).as("sentences and maps").isEqualTo(2 + 2);
  }
}
