package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.cli.CommandRun.Result;
import dev.dragoman.draw.Xml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

/** {@code train --record} and {@code embeddings history}, on a model of a few updates. */
class HistoryCommandTest {
  @TempDir static Path folder;

  @BeforeAll
  static void trainModels() throws IOException {
    String[] french = {"le", "chat", "chien", "été", "dort", "<b>&", "vite"};
    String[] english = {"the", "cat", "dog", "summer", "sleeps", "tag", "fast"};
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int a = i % 7;
      int b = (i + i / 7 + 1) % 7;
      pairs.add(french[a] + " " + french[b] + "\t" + english[a] + " " + english[b]);
    }
    Files.write(folder.resolve("pairs.tsv"), pairs);
    assertThat(train("run", "--record", "--watch", "chat").out())
        .contains("recorder", "snapshots as float16", "1 watched row");
    train("plain");
  }

  private static Result train(String out, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of("train", "--tsv", "pairs.tsv", "--out", out, "--max-updates=6", "--threads=1"));
    for (String size : List.of("embedding", "encoder", "decoder", "attention", "readout")) {
      command.add("--model." + size + "-size=4");
    }
    command.addAll(Arrays.asList(more));
    Result result = run(command.toArray(String[]::new));
    assertDone(result);
    return result;
  }

  private static Result run(String... arguments) {
    return new CommandRun().in(folder).run(arguments);
  }

  private static void assertDone(Result result) {
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void recordingChangesNoWeight() throws IOException {
    assertThat(folder.resolve("plain/embeddings.history")).doesNotExist();
    byte[] plain = Files.readAllBytes(weights("plain"));
    assertThat(Files.readAllBytes(weights("run"))).isEqualTo(plain).hasSizeGreaterThan(500);
  }

  private static Path weights(String name) throws IOException {
    try (var files = Files.list(folder.resolve(name).resolve("model"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("weights"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void withoutWordsItSaysWhichRowsNeverMovedAndWhy() {
    Result result = run("embeddings", "history", "-m", "run");
    assertDone(result);
    assertThat(result.out())
        .contains("the source table", "the target table", "until update 6")
        .contains("padding: its vector is zero", "never seen")
        .contains("moved most", "moved least", "since update", "A typical row");
    assertThat(result.out().replaceAll("\\s+", " ")).contains("</s> ends a target");
    assertThat(result.out().lines()).allMatch(line -> Columns.width(line) <= 80);
  }

  @Test
  void aWordsMovesAreToldAndDrawnWithinTheWidth() {
    Result result = run("embeddings", "history", "chat", "été", "-m", "run/model");
    assertDone(result);
    assertThat(result.out())
        .contains("'chat', row", "from its start", "└──", "Every update is on record")
        .contains("Its largest moves", "train with --watch été");
    assertThat(result.out().lines()).allMatch(line -> Columns.width(line) <= 80);
  }

  @Test
  void plainTerminalsGetPlainCharacters() {
    Result flag = run("embeddings", "history", "chat", "-m", "run", "--ascii");
    assertDone(flag);
    assertThat(flag.out()).contains("+-----", "*").doesNotContainPattern("[│└─⠀-⣿]");
    Result locale =
        new CommandRun()
            .in(folder)
            .with("LC_ALL", "C")
            .run("embeddings", "history", "chat", "-m", "run");
    assertThat(locale.out()).isEqualTo(flag.out());
  }

  @Test
  void jsonTellsEverySnapshotAndEveryWatchedUpdate() {
    JsonNode row =
        new ObjectMapper()
            .readTree(run("embeddings", "history", "chat", "-m", "run", "--json").out())
            .get(0);
    assertThat(row.get("token").stringValue()).isEqualTo("chat");
    assertThat(row.get("fate").stringValue()).isEqualTo("moved");
    assertThat(row.get("snapshots")).hasSize(6);
    assertThat(row.get("updates")).hasSize(6);
    JsonNode last = row.get("snapshots").get(5);
    assertThat(last.get("update").asInt()).isEqualTo(6);
    assertThat(last.get("distanceToStart").asDouble())
        .isPositive()
        .isEqualTo(row.get("score").asDouble());
    assertThat(row.get("updates").toString()).contains("\"chat\"");
  }

  @Test
  void jsonOfAllHasRankedListsAndReasons() {
    JsonNode tables =
        new ObjectMapper()
            .readTree(run("embeddings", "history", "-m", "run", "--json", "-k", "2").out());
    assertThat(tables).hasSize(2);
    assertThat(tables.get(0).get("movedMost")).hasSize(2);
    assertThat(tables.get(0).get("movedMost").get(0).get("score").isNumber()).isTrue();
    assertThat(tables.get(1).get("neverMoved").toString())
        .contains("{\"token\":\"</s>\",\"reason\":\"never-seen\"}", "padding");
  }

  @Test
  void picturesAreWellFormedAndHoldTheWords() throws Exception {
    Result result =
        run("embeddings", "history", "<￭", "chat", "-m", "run", "--svg", "h.svg", "--png", "h.png");
    assertDone(result);
    assertThat(result.out()).contains("drawn: h.svg", "drawn: h.png");
    String svg = Files.readString(folder.resolve("h.svg"));
    Document picture = Xml.parse(svg);
    assertThat(Xml.count(picture, "path")).isGreaterThanOrEqualTo(2);
    assertThat(svg).contains("&lt;·", "chat").doesNotContain("NaN", "￭");
    assertThat(ImageIO.read(folder.resolve("h.png").toFile()).getWidth()).isPositive();
  }

  @Test
  void theReportShowsMovement() throws Exception {
    assertDone(run("report", "run", "--out", "with.html"));
    String html = Files.readString(folder.resolve("with.html"));
    Xml.parse(html);
    assertThat(html)
        .contains("Moved most", "Moved least", "Rows that never moved, and why")
        .contains("Distance from the start, by how often a word was seen")
        .contains("A typical row, the median of those that moved", "Second chart: each dot is")
        .doesNotContain("This needs a flight record", "NaN");
  }

  @Test
  void aRecordedTrainingShowsHowAttentionCameAbout() throws Exception {
    Result result = run("attention", "--emerging", "-m", "run", "--html", "emerging.html");
    assertDone(result);
    assertThat(result.out()).contains("after 6 updates").contains("written: ");
    assertThat(result.out().lines()).allMatch(line -> Columns.width(line) <= 80);
    Xml.parse(Files.readString(folder.resolve("emerging.html")));
    String lines = run("attention", "--emerging", "-m", "run", "--json").out();
    JsonNode look = new ObjectMapper().readTree(lines.lines().toList().getLast());
    assertThat(look.get("update").asInt()).isEqualTo(6);
    int sourceTokens = look.get("source").get("tokens").size();
    assertThat(look.get("attention")).isNotEmpty().allMatch(row -> row.size() == sourceTokens);
    assertDone(run("report", "run", "--out", "emerging-report.html"));
    assertThat(Files.readString(folder.resolve("emerging-report.html")))
        .contains("How alignment came about", "update 6")
        .doesNotContain("Attention was not watched");
  }

  @Test
  void aRecordThatWasCutOffIsShownAsFarAsItGoesAndTheLossIsSaid() throws Exception {
    Path cut = folder.resolve("cut");
    copy(folder.resolve("run/model"), cut.resolve("model"));
    byte[] whole = Files.readAllBytes(folder.resolve("run/embeddings.history"));
    Files.write(cut.resolve("embeddings.history"), Arrays.copyOf(whole, whole.length - 7));
    Result result = run("embeddings", "history", "chat", "-m", "cut");
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).startsWith("note: ").contains("is cut off").hasLineCount(1);
    assertThat(result.out()).contains("'chat', row");
    assertDone(run("report", "cut", "--out", "cut.html"));
    String html = Files.readString(folder.resolve("cut.html"));
    Xml.parse(html);
    assertThat(html).contains("The record was not finished", "is cut off");

    Files.write(cut.resolve("embeddings.history"), new byte[40]);
    assertDone(run("report", "cut", "--out", "cut.html"));
    assertThat(Files.readString(folder.resolve("cut.html")))
        .contains("The flight record cannot be used", "is no history");
  }

  @Test
  void aModelThatWentOnWithoutARecorderIsSaidToBeYoungerThanItsRecord() throws Exception {
    train("on", "--record");
    assertDone(run("train", "--resume", "--out=on", "--max-updates=8", "--recorder.record=false"));
    Result result = run("embeddings", "history", "chat", "-m", "on/last");
    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .startsWith("note: ")
        .contains("ends at update 6, the model is of update 8", "was not recorded")
        .hasLineCount(1);
    assertDone(run("report", "on/last", "--out", "on.html"));
    assertThat(folder.resolve("on.html")).content().contains("The record ends at update 6, ");
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "embeddings history chat -m plain | was trained without a recorder",
        "embeddings history chta -m run | 'chta' is not in the source table or the target table; did you mean 'chat'",
        "embeddings history chat dog -m run | ask for the words of one language at a time",
        "embeddings history -m run --svg a.svg | name at least one",
        "embeddings history -m nowhere | nowhere",
        "attention --emerging -m plain | attention was not watched",
        "attention le chat --emerging -m run | leave out the sentence",
        "train --tsv pairs.tsv --out other --record --watch zebra | 'zebra' is in neither vocabulary",
      })
  void aMistakeIsSaidOnOneLineBeforeAnythingIsWritten(String line, String complaint) {
    Result result = run(line.split(" "));
    assertThat(result.err()).startsWith("dragoman: ").contains(complaint);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(folder.resolve("other/model")).doesNotExist();
  }
}
