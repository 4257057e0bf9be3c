package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.cli.CommandRun.Result;
import dev.dragoman.draw.Xml;
import dev.dragoman.grammar.BuiltInCorpus;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code embeddings map}, on a model of the built-in corpus and on one of odd words. */
class MapCommandTest {
  @TempDir static Path folder;

  @BeforeAll
  static void trainModels() throws IOException {
    Files.write(
        folder.resolve("known.tsv"),
        new BuiltInCorpus()
            .generate(3, 90).stream().map(pair -> pair.source() + "\t" + pair.target()).toList());
    train("known.tsv", "run", "--record");
    String[] odd = {"qwx", "<b>&", "zz\"'z", "日本語", "été", "vvv", "]]>"};
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      pairs.add(
          odd[i % 7] + " " + odd[(i + i / 7) % 7] + "\t" + odd[(i * 3) % 7] + " " + odd[i % 7]);
    }
    Files.write(folder.resolve("odd.tsv"), pairs);
    train("odd.tsv", "odd", "--text.tokenizer=whitespace");
  }

  private static void train(String text, String out, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of("train", "--tsv", text, "--out", out, "--max-updates=6", "--threads=1"));
    for (String size : List.of("embedding", "encoder", "decoder", "attention", "readout")) {
      command.add("--model." + size + "-size=4");
    }
    command.addAll(Arrays.asList(more));
    assertDone(run(command.toArray(String[]::new)));
  }

  private static Result run(String... arguments) {
    return new CommandRun().in(folder).run(arguments);
  }

  private static Result map(String line) {
    return run(("embeddings map " + line).split(" "));
  }

  private static void assertDone(Result result) {
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pca", "tsne", "umap"})
  void aTerminalGetsAMapThatFits(String method) {
    Result result = map("-m run --method " + method);
    assertDone(result);
    assertThat(result.out())
        .contains("words of the source table", "kind of word:", "o person", "Neighbours here are");
    assertThat(result.out().lines()).allMatch(line -> Columns.width(line) <= 80);
    assertThat(result.out()).doesNotContain("\u001b");
  }

  @Test
  void wordsThatWereAskedForChooseTheTableAndAreNamed() {
    Result result = map("-m run --words the --rows 3");
    assertDone(result);
    assertThat(result.out()).contains("the target table", "the");
  }

  @Test
  void plainTerminalsGetPlainCharactersAndColouredOnesColours() {
    Result plain = map("-m odd --ascii --words qwx");
    assertDone(plain);
    assertThat(plain.out()).contains("times seen in training:", "qwx", "+---");
    assertThat(plain.out().replaceAll("[日本語é]", "")).matches("\\p{ASCII}*");
    Result coloured =
        new CommandRun()
            .in(folder)
            .on(new Terminal(true, true, 60))
            .run("embeddings", "map", "-m", "run");
    assertThat(coloured.out()).contains("\u001b[34m", "\u001b[0m");
    assertThat(coloured.out().replaceAll("\u001b\\[[0-9]*[mK]|\r", "").lines())
        .allMatch(line -> Columns.width(line) <= 60);
  }

  @Test
  void coloursTellWhatIsAskedFor() {
    assertThat(map("-m run --colour movement").out()).contains("distance from the start:");
    assertThat(map("-m run --color frequency").out()).contains("times seen in training:");
    assertThat(map("-m run --colour part --table target").out()).contains("country, capital");
  }

  @Test
  void jsonHasAPlaceForEveryWordAndTheSameOneEveryTime() {
    Result result = map("-m run --method tsne --json --rows 20 --seed 5");
    assertDone(result);
    JsonNode object = new ObjectMapper().readTree(result.out());
    assertThat(object.get("method").stringValue()).isEqualTo("tsne");
    assertThat(object.get("trustworthiness").asDouble()).isBetween(0.0, 1.0);
    assertThat(object.get("words")).hasSize(20);
    JsonNode first = object.get("words").get(0);
    assertThat(first.propertyNames()).containsExactly("token", "id", "x", "y", "seen", "group");
    assertThat(first.get("seen").asLong())
        .isGreaterThanOrEqualTo(object.get("words").get(19).get("seen").asLong());
    assertThat(map("-m run --method tsne --json --rows 20 --seed 5").out()).isEqualTo(result.out());
  }

  @Test
  void picturesAreWellFormedAndNameTheWords() throws Exception {
    Result result = map("-m odd --svg m.svg --png m.png --words <b>&,qwx");
    assertDone(result);
    assertThat(result.out()).isEqualTo("drawn: m.svg\ndrawn: m.png\n");
    Document svg = Xml.parse(Files.readString(folder.resolve("m.svg")));
    assertThat(Files.readString(folder.resolve("m.svg")))
        .contains("&lt;b&gt;&amp;", "seen ")
        .doesNotContain("NaN", "\u001b");
    assertThat(Xml.count(svg, "circle")).isGreaterThanOrEqualTo(7);
    assertThat(ImageIO.read(folder.resolve("m.png").toFile()).getWidth()).isGreaterThan(1000);
  }

  @Test
  void thePageFetchesNothingAndHoldsEveryMoment() throws Exception {
    assertDone(map("-m run --html m.html --method umap"));
    String html = Files.readString(folder.resolve("m.html"));
    Document page = Xml.parse(html);
    assertThat(Xml.hasAttribute(page, "src")).isFalse();
    assertThat(html.replaceAll("xmlns=\"[^\"]*\"", ""))
        .doesNotContain("http://", "https://", "NaN");
    assertThat(html).contains("type=\"range\"", "update 0\t", "the model\t", "map-play");
    assertThat(Xml.count(page, "canvas")).isEqualTo(1);
  }

  @Test
  void aPageWithoutARecordSaysWhatASliderNeedsAndEscapesItsWords() throws Exception {
    assertDone(map("-m odd --html o.html"));
    String html = Files.readString(folder.resolve("o.html"));
    Xml.parse(html);
    assertThat(html)
        .contains("train the model with --record", "&lt;b&gt;&amp;", "]]&gt;", "zz\"'z")
        .doesNotContain("type=\"range\"", "<b>&");
  }

  @Test
  void aFileOfVectorsCanBeDrawnToo() throws IOException {
    Files.writeString(folder.resolve("v.txt"), "4 2\na 1 2\nb 2 1\nc -1 0.5\nd 3 3\n");
    Result result = map("--vectors v.txt --words c");
    assertDone(result);
    assertThat(result.out()).contains("4 words of v.txt", "place in the file", "c");
    assertDone(map("--vectors v.txt --html v.html"));
    assertThat(folder.resolve("v.html")).content().contains("A file of vectors knows one moment");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "-m odd --colour movement | odd: was trained without a recorder",
        "-m odd --colour part | are not those of the built-in grammar",
        "-m run --words thee | 'thee' is not in the source table or the target table; did you mean 'the'",
        "-m run --method tnse | did you mean 'tsne'?",
        "-m run --rows 0 | --rows",
        "-m nowhere | nowhere",
        "--vectors v2.txt --colour movement | v2.txt: a file of vectors says nothing of how they moved",
        "--table source | expected --model DIR or --vectors V",
        "--vectors nan.txt | nan.txt",
      })
  void aMistakeIsSaidOnOneLine(String line, String complaint) throws IOException {
    Files.writeString(folder.resolve("v2.txt"), "1 2\na 1 2\n");
    Files.writeString(folder.resolve("nan.txt"), "2 2\na 1 NaN\nb 1 2\n");
    Result result = map(line);
    assertThat(result.err()).startsWith("dragoman: ").contains(complaint).hasLineCount(1);
    assertThat(result.exitCode()).isEqualTo(2);
  }
}
