package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.cli.CommandRun.Result;
import dev.dragoman.draw.Xml;
import dev.dragoman.model.TableSide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class EmbeddingsCommandTest {
  @TempDir static Path folder;

  private static final String[] FRENCH = {
    "le", "chat", "chien", "roi", "dort", "mange", "court", "ici", "bien", "vite", "un", "lit"
  };
  private static final String[] ENGLISH = {
    "the", "cat", "dog", "king", "sleeps", "eats", "runs", "here", "well", "fast", "a", "reads"
  };

  /** A model of one update over sentences of twelve words. */
  @BeforeAll
  static void trainModel() throws IOException {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      pairs.add(line(FRENCH, i) + "\t" + line(ENGLISH, i));
    }
    Files.write(Files.createDirectories(folder.resolve("run/corpus")).resolve("pairs.tsv"), pairs);
    Files.writeString(folder.resolve("x.toml"), "[corpus]\ntsv = \"pairs.tsv\"\n");
    assertDone(train("x.toml", "--data", folder.resolve("run/corpus").toString(), "--out", "run"));
  }

  private static String line(String[] words, int i) {
    return words[i % 12] + " " + words[(i + i / 12 + 1) % 12] + " " + words[(7 * i + 3) % 12];
  }

  private static Result train(String... arguments) {
    return train(3, arguments);
  }

  private static Result train(int updates, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("train", "--max-updates=" + updates, "--threads=1"));
    for (String size : new String[] {"embedding", "encoder", "decoder", "attention", "readout"}) {
      command.addAll(List.of("--model." + size + "-size", "4"));
    }
    command.addAll(List.of("--training.bleu-sentences=0"));
    command.addAll(List.of(arguments));
    return run(command.toArray(String[]::new));
  }

  private static Result run(String... arguments) {
    return new CommandRun().in(folder).run(arguments);
  }

  private static Result embeddings(String line) {
    return run(("embeddings " + line).split(" "));
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
  void neighboursComeFromTheTableThatHasTheWord() {
    Result source = embeddings("neighbours chat --model run");
    Result target = embeddings("neighbours cat --model run/model -k 3");
    assertDone(source);
    assertThat(source.out())
        .startsWith("the source table: 16 vectors of size 4; 'chat' was seen ")
        .contains("cosine")
        .hasLineCount(12);
    assertThat(target.out()).startsWith("the target table").hasLineCount(5);
    assertWrongInput(
        embeddings("neighbours cat --model run --table source"),
        "'cat' is not in the source table; did you mean 'chat'");
    assertWrongInput(
        embeddings("neighbours cta --model run"),
        "is not in the source table or the target table; did you mean 'cat'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "neighbours chat --model run -k 4 --json",
            "neighbours chat --model run -k 4 --by euclid --json",
        "neighbours chat --model run -k 4 --by dot --json",
            "neighbours chat --model run -k 4 --across attention --json",
        "neighbours chat --model run -k 4 --across mapping --json",
            "analogy chat dort chien --model run -k 4 --json",
        "analogy chat dort chien --model run -k 4 --method 3cosmul --question-words --json"
      })
  void jsonIsARankedListOfTokensAndScores(String line) {
    Result result = embeddings(line);
    assertDone(result);
    JsonNode array = new ObjectMapper().readTree(result.out());
    assertThat(array.isArray()).isTrue();
    assertThat(array.size()).isEqualTo(4);
    for (int i = 0; i < 4; i++) {
      assertThat(array.get(i).propertyNames()).containsExactly("token", "score");
      double ascending = line.contains("euclid") ? 1 : -1;
      assertThat(
              i == 0
                  || ascending
                          * (array.get(i).get("score").doubleValue()
                              - array.get(i - 1).get("score").doubleValue())
                      >= 0)
          .isTrue();
    }
  }

  @Test
  void acrossTheTablesNeedsAModelAndFindsItsCorpusBesideIt() {
    Result attention = embeddings("neighbours chat --model run --across attention");
    assertDone(attention);
    assertThat(attention.out()).contains("chat: seen ").contains("Dice");
    assertWrongInput(
        embeddings("neighbours chat --vectors x --across attention"), "--across needs a model");
    assertWrongInput(
        embeddings("neighbours chat -m run --across mapping --table target"), "leave out --table");
    assertWrongInput(
        embeddings("neighbours chat -m run --across attention --tsv no.tsv"),
        "no.tsv: no such file");
    assertWrongInput(
        embeddings("neighbours chat -m run --across attention --data nowhere"),
        "pairs.tsv: no such file");
  }

  @Test
  void anAnalogyIsAnsweredInFourWaysAndSaysTheRankOfAnExpectedAnswer() {
    Result result = embeddings("analogy chat dort chien mange --model run");
    assertDone(result);
    assertThat(result.out())
        .startsWith("dort - chat + chien = ?    (the source table)")
        .contains("question words left out", "question words left in", "3CosAdd", "3CosMul")
        .containsPattern(
            "mange by 3CosMul: rank \\d+ with question words left out, \\d+ with them left in");
    assertWrongInput(
        embeddings("analogy chat dort dog --model run"), "no table has all of chat, dort, dog");
  }

  @Test
  void similarityIsSaidInThreeMeasures() {
    Result result = embeddings("similarity chat chien --model run --json");
    assertDone(result);
    JsonNode object = new ObjectMapper().readTree(result.out());
    assertThat(object.get("cosine").doubleValue()).isBetween(-1.0, 1.0);
    assertThat(embeddings("similarity chat chien --model run").out())
        .contains("cosine", "distance", "dot", "is neighbour");
  }

  @Test
  void whatIsExportedIsImportedAgainAndSaysWhatItCovers() {
    for (String format : List.of("text", "binary", "glove", "fasttext", "numpy", "projector")) {
      assertDone(
          embeddings(
              "export --model run --table target --format " + format + " --out out." + format));
      Result result =
          embeddings("import out." + format + " --from " + format + " --model run --out back.txt");
      assertDone(result);
      assertThat(result.out())
          .contains("out." + format + ": " + format + ", 16 vectors of size 4: <pad> <unk>")
          .containsPattern("source +0 of 12 tokens have a\\s+vector")
          .containsPattern(
              "target +12 of 12 tokens have a\\s+vector\\s+in \\S+:\\s+100.0 %,\\s+100.0 %\\s+of\\s+the\\s+running\\s+words");
      assertThat(folder.resolve("back.txt")).hasSameTextualContentAs(folder.resolve("out.text"));
    }
    JsonNode covered =
        new ObjectMapper().readTree(embeddings("import out.text --model run --json").out());
    assertThat(covered.at("/target/covered").intValue()).isEqualTo(12);
    assertThat(covered.at("/source/uncovered").size()).isEqualTo(10);
    JsonNode exported =
        new ObjectMapper().readTree(embeddings("export --model run --out e.vec --json").out());
    assertThat(exported.get("format").stringValue()).isEqualTo("fasttext");
    assertThat(folder.resolve("out.projector/metadata.tsv"))
        .content()
        .startsWith("token\tcount\n<pad>\t0\n");
    assertDone(embeddings("export --model run --no-specials --out plain.vec"));
    assertThat(folder.resolve("plain.vec")).content().startsWith("12 4\n").doesNotContain("<unk>");
    assertThat(embeddings("neighbours chat --vectors plain.vec -k 2").out())
        .startsWith("plain.vec: 12 vectors of size 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "neighbours chat | expected --model DIR or --vectors V",
        "neighbours chat --model run --vectors v | --vectors stands in place of --model",
        "neighbours chat --vectors v --table source | --table chooses among a model's tables",
        "neighbours chat --model run --table sorce | did you mean 'source'?",
        "neighbours chat --model run -k 0 | expected a whole number of at least 1, got '0'",
        "neighbours chat --model nowhere | nowhere",
        "export --model run --out x.toml/v | expected a folder at",
        "import nothing | nothing: no such file",
        "import x.toml --format glove | give --out W too",
        "import x.toml | x.toml, line 1: expected a word and numbers",
      })
  void mistakesAreOneLineThatHelps(String line, String complaint) {
    assertWrongInput(embeddings(line), complaint);
  }

  @Test
  void comparisonWithWord2vecSaysInWordsWhatAgrees() throws IOException {
    Files.writeString(folder.resolve("q.txt"), ": animals\nCat sleeps dog eats\n");
    Files.writeString(folder.resolve("p.tsv"), "cat\tdog\t9\ncat\truns\t1\ndog\tking\t3\n");
    String flags = " --epochs 2 --analogies q.txt --pairs p.tsv";
    Result result = embeddings("compare run --word chat --word king" + flags);
    assertDone(result);
    assertThat(result.out())
        .startsWith("Is it word2vec? run beside skip-gram vectors of the same text and size\n")
        .contains("SOURCE: the 12 most frequent words", "TARGET: the 12 most frequent words")
        .contains(
            "chat (seen ",
            "king (seen ",
            "common neighbours by frequency",
            "What agrees and what differs")
        .containsPattern("animals +\\d+\\.0 +\\d+\\.0 +1")
        .contains(
            "p.tsv: Spearman's rho",
            "p.tsv: 0 of its 3 pairs are in both tables",
            "arXiv:1412.6448");
    assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(result.out().replaceAll("\\s+", " "))
        .containsPattern(
            "Of the analogies word2vec answers \\d+\\.0 % \\(target\\) rightly, the model")
        .doesNotContain("Hill et al. one would expect");
    assertThat(embeddings("compare run --word chat --word king" + flags).out())
        .isEqualTo(result.out());
    JsonNode object = new ObjectMapper().readTree(embeddings("compare run --json" + flags).out());
    assertThat(object.at("/sides/1/translation/pairs/0/pairs").intValue()).isEqualTo(3);
    assertThat(object.at("/sides/0/overlap").doubleValue()).isBetween(0.0, 1.0);
    assertThat(object.at("/sides/0/findings").size()).isGreaterThan(4);
    assertWrongInput(embeddings("compare run --pairs no.tsv"), "no.tsv: no such file");
  }

  @Test
  void whoExportsWithoutNamingATableHearsOfTheOther() {
    Result unnamed = embeddings("export --model run --out exported/v.txt");
    assertDone(unnamed);
    assertThat(unnamed.out())
        .startsWith("the source table: 16 vectors of size 4")
        .endsWith("The target words are another table: --table target.\n");
    assertThat(embeddings("export --model run --table source --out exported/w.txt").out())
        .hasLineCount(1);
    assertThat(embeddings("export --model run --json --out exported/x.txt").out())
        .doesNotContain("another table");
  }

  @Test
  void comparisonIsAPageToo() throws Exception {
    Files.writeString(folder.resolve("q2.txt"), ": animals\nCat sleeps dog eats\n");
    Files.writeString(folder.resolve("p2.tsv"), "cat\tdog\t9\ncat\truns\t1\ndog\tking\t3\n");
    Result result =
        embeddings(
            "compare -m run --epochs 2 --word chat --html c.html --analogies q2.txt --pairs p2.tsv");
    assertThat(result.out()).isEqualTo("written: c.html\n");
    String html = Files.readString(folder.resolve("c.html"));
    Document page = Xml.parse(html);
    assertThat(Xml.count(page, "canvas")).as("two tables, each beside word2vec").isEqualTo(4);
    assertThat(Xml.hasAttribute(page, "src")).isFalse();
    assertThat(html)
        .contains(
            "12 words of the source table, by t-SNE",
            "12 words of the target table, by t-SNE",
            "12 words of word2vec, by t-SNE",
            "kind of word",
            "word2vec read all 59 sentences",
            "animals",
            "p2.tsv: Spearman")
        .doesNotContain("http://", "https://", "NaN");
    assertThat(embeddings("compare run --epochs 1").out()).containsPattern("1 epoch,\\s+seed\\s+1");
    assertDone(embeddings("compare run --epochs 2 --word chat --html again.html"));
    assertDone(embeddings("compare run --epochs 2 --word chat --html once-more.html"));
    assertThat(folder.resolve("again.html"))
        .hasSameBinaryContentAs(folder.resolve("once-more.html"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "compare run --word cta | 'cta' is not in the source table or the target table; did you mean 'cat'",
        "compare run -m run | give one or the other",
        "compare | expected DIR, the folder of a model",
        "compare run --html run | is a folder",
        "neighbours cat --across attention -m run | 'cat' is a target word",
      })
  void mistakesInComparingAreOneLineThatHelps(String line, String complaint) {
    assertWrongInput(embeddings(line), complaint);
  }

  @Test
  void theReportComparesWhereTheTextIsFoundAndSaysWhatItNeedsWhereNot() throws IOException {
    assertDone(run("report", "run", "--out", "found.html"));
    assertThat(folder.resolve("found.html"))
        .content()
        .contains("Is it word2vec?", "word2vec read all 59 sentences", "12 words of word2vec")
        .doesNotContain("There are no sentences to look at", "Alignment error rate");
    Path alone = Files.createDirectories(folder.resolve("alone"));
    try (var files = Files.list(folder.resolve("run/model"))) {
      for (Path file : files.toList()) {
        Files.copy(file, alone.resolve(file.getFileName()));
      }
    }
    assertDone(run("report", "alone", "--out", "alone.html"));
    assertThat(folder.resolve("alone.html"))
        .content()
        .contains("There are no sentences to look at")
        .contains("Is it word2vec?", "pairs.tsv: no such file", "dragoman report DIR --data FOLDER")
        .doesNotContain("words of word2vec");
    String corpus = folder.resolve("run/corpus").toString();
    assertDone(run("report", "alone", "--out", "told.html", "--data", corpus));
    assertThat(folder.resolve("told.html")).content().contains("12 words of word2vec");
    assertWrongInput(
        run("report", "alone", "--out", "x.html", "--tsv", "absent.tsv"), "absent.tsv: no such");
  }

  private static SavedModel model(String run) {
    return ModelFolder.load(folder.resolve(run).resolve("last"));
  }

  private static float[] row(SavedModel saved, String token) {
    return saved
        .model()
        .table(TableSide.SOURCE)
        .select(saved.source().vocabulary().id(token))
        .toArray();
  }

  @Test
  void trainingBeginsWithImportedVectorsAndLeavesFrozenOnesAlone() throws IOException {
    Files.writeString(
        folder.resolve("two.txt"), "chat 1 2 3 4\nchien 5 6 7 8\nelsewhere 9 9 9 9\n");
    String[] common = {
      "x.toml",
      "--data",
      folder.resolve("run/corpus").toString(),
      "--source-vectors",
      "two.txt",
      "--out"
    };
    Result moved = train(with(common, "moved"));
    Result frozen = train(with(common, "frozen", "--freeze"));
    assertDone(moved);
    assertDone(frozen);
    assertThat(moved.out())
        .containsPattern(
            "source vectors 2 of 12 tokens have a vector in\\s+\\S*two.txt:\\s+16.7 %");
    assertThat(frozen.out()).contains("those vectors stay as they are; the others learn");
    assertThat(row(model("frozen"), "chat")).containsExactly(1, 2, 3, 4);
    assertThat(row(model("moved"), "chat")).isNotEqualTo(row(model("frozen"), "chat"));
    assertThat(row(model("moved"), "chat")[3]).isBetween(3.9f, 4.1f);
    assertDone(train(6, with(common, "frozen", "--freeze", "--resume")));
    assertThat(row(model("frozen"), "chien")).containsExactly(5, 6, 7, 8);
  }

  private static String[] with(String[] begin, String... end) {
    List<String> all = new ArrayList<>(List.of(begin));
    all.addAll(List.of(end));
    return all.toArray(String[]::new);
  }

  @Test
  void vectorsThatDoNotFitAreRefusedBeforeAnyWork() throws IOException {
    Files.writeString(folder.resolve("three.txt"), "chat 1 2 3\n");
    assertWrongInput(
        train(
            "x.toml",
            "--data",
            folder.resolve("run/corpus").toString(),
            "--out",
            "no",
            "--source-vectors",
            "three.txt"),
        "expected vectors of size 4, as the model's embeddings have, got size 3; give --model.embedding-size 3");
    assertWrongInput(
        train(
            "x.toml", "--data", folder.resolve("run/corpus").toString(), "--out", "no", "--freeze"),
        "freeze needs source or target vectors");
    assertWrongInput(
        train(
            "x.toml",
            "--data",
            folder.resolve("run/corpus").toString(),
            "--source-vectors",
            "no.txt"),
        "no.txt: no such file");
  }
}
