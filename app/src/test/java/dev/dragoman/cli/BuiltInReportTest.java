package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.cli.CommandRun.Result;
import dev.dragoman.draw.Xml;
import dev.dragoman.grammar.BuiltInCorpus;
import dev.dragoman.grammar.GeneratedPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a model of the built-in corpus, which has sections that other models' lack. */
class BuiltInReportTest {
  private static final String NUMBER = "<td class=\"number\">([^<]*)</td>";
  @TempDir static Path folder;
  private static String html = "";

  @BeforeAll
  static void trainAndReport() throws IOException {
    List<String> lines = new ArrayList<>();
    for (GeneratedPair pair : new BuiltInCorpus().generate(5, 4000)) {
      lines.add(pair.source() + "\t" + pair.target());
    }
    Files.write(folder.resolve("pairs.tsv"), lines);
    List<String> command =
        new ArrayList<>(List.of("train", "--tsv", "pairs.tsv", "--out", "run", "--max-updates=2"));
    command.addAll(List.of("--threads=1", "--training.bleu-sentences=0"));
    command.add("--model.embedding-size=16"); // word2vec's too, which needs some to tell classes
    for (String size : List.of("encoder", "decoder", "attention", "readout")) {
      command.add("--model." + size + "-size=4");
    }
    assertDone(run(command.toArray(String[]::new)));
    assertDone(run("report", "run"));
    html = Files.readString(folder.resolve("run/report.html"));
  }

  private static Result run(String... arguments) {
    return new CommandRun().in(folder).run(arguments);
  }

  private static void assertDone(Result result) {
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  private static String section(String id) {
    int begin = html.indexOf("<section id=\"" + id + "\">");
    return html.substring(begin, html.indexOf("</section>", begin));
  }

  /** The part of a section below one of its headings. */
  private static String below(String section, String heading) {
    String rest = section.substring(section.indexOf("<h3>" + heading + "</h3>") + 1);
    int next = rest.indexOf("<h3>");
    return next < 0 ? rest : rest.substring(0, next);
  }

  /** Relation → questions and percent right in the model's table. */
  private static Map<String, String> analogies(String part, Pattern row, int asked, int right) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher rows = row.matcher(part);
    while (rows.find()) {
      found.put(rows.group(1), rows.group(asked) + " questions, " + rows.group(right));
    }
    return found;
  }

  @Test
  void bothSectionsWithAnalogiesHaveTheSameFigures() {
    for (String words : List.of("Source words", "Target words")) {
      Map<String, String> alone =
          analogies(
              below(section("analogies"), words),
              Pattern.compile("<tr><td>([a-z-]+)</td>" + NUMBER + NUMBER + NUMBER),
              2,
              3);
      Map<String, String> compared =
          analogies(
              below(section("comparison"), words),
              Pattern.compile("<tr><td>([a-z]+-[a-z]+)</td>" + NUMBER + NUMBER + NUMBER),
              4,
              2);
      assertThat(alone).hasSizeGreaterThan(4).isEqualTo(compared);
    }
  }

  @Test
  void theComparisonSaysWhyWord2VecMayBeAhead() throws Exception {
    Xml.parse(html);
    assertThat(section("comparison"))
        .contains("Of the analogies word2vec answers ", "three reasons are likely")
        .contains("the translator once")
        .containsPattern("word2vec went through it [\\d a-z]+ times");
  }

  @Test
  void anErrorRateIsOfAModelAndOfSentences() {
    assertThat(section("alignment"))
        .contains("of the model as it was after update 2, over")
        .doesNotContain("in the section");
    assertThat(section("neighbours")).contains("of its own class in the grammar", "(source) and ");
  }
}
