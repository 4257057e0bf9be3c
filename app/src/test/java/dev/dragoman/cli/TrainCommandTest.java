package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.cli.CommandRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void writeCorpus() throws IOException {
    List<String> sources = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      sources.add("un " + "abcd".charAt(i % 4) + " " + "uvwxyz".charAt(i % 6));
      targets.add("one " + "abcd".charAt(i % 4) + " " + "uvwxyz".charAt(i % 6));
    }
    Files.createDirectory(folder.resolve("corpora"));
    Files.write(folder.resolve("corpora/a.fr"), sources);
    Files.write(folder.resolve("corpora/a.en"), targets);
    Files.write(
        folder.resolve("pairs.tsv"),
        IntStream.range(0, 24).mapToObj(i -> sources.get(i) + "\t" + targets.get(i)).toList());
  }

  private Result train(String... arguments) {
    return new CommandRun().in(folder).run(command(arguments));
  }

  private static String[] command(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "train";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return command;
  }

  private String experiment(String toml) throws IOException {
    return Files.writeString(folder.resolve("x.toml"), toml).toString();
  }

  /** A model so small that a training of one update takes no time. */
  private Result trainTiny(CommandRun run, String... arguments) {
    List<String> command = new ArrayList<>(List.of("train", "--max-updates", "1", "--threads=1"));
    for (String size : new String[] {"embedding", "encoder", "decoder", "attention", "readout"}) {
      command.addAll(List.of("--model." + size + "-size", "4"));
    }
    command.addAll(List.of("--hold-out.validation", "2", "--training.bleu-sentences=0"));
    command.addAll(List.of(arguments));
    return run.in(folder).run(command.toArray(String[]::new));
  }

  private Result trainTiny(String... arguments) {
    return trainTiny(new CommandRun(), arguments);
  }

  private void assertTrained(Result result, String out) {
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(folder.resolve(out).resolve("model")).isDirectory();
  }

  private static void assertWrongInput(Result result, String... complaint) {
    assertThat(result.err()).startsWith("dragoman: ").contains(complaint).hasLineCount(1);
    assertThat(result.exitCode()).isEqualTo(2);
  }

  @Test
  void flagsAloneAreEnough() {
    assertTrained(trainTiny("--tsv", "pairs.tsv", "--out", "one"), "one");
    assertTrained(trainTiny("--source=corpora/a.fr", "--target=corpora/a.en"), "runs/experiment");
    String data = folder.resolve("corpora").toString();
    assertTrained(
        trainTiny(
            new CommandRun().with("DRAGOMAN_DATA", data),
            "--source",
            "a.fr",
            "--target",
            "a.en",
            "--out=two"),
        "two");
  }

  @Test
  void aFileIsEnoughAndFlagsComeBeforeIt() throws IOException {
    String file = experiment("[corpus]\nsource = \"a.fr\"\ntarget = \"a.en\"\n");
    String data = folder.resolve("corpora").toString();
    assertTrained(trainTiny(file, "--data", data), "runs/x");
    assertTrained(trainTiny("--data=" + data, "--out=a", "--search.beam-size=3", file), "a");
    assertTrained(trainTiny("--out=b", "--search.allow-unknown", file, "--data", data), "b");
    assertWrongInput(
        train(file, "--data", data, "--corpus.target", "no.en"), "no.en: no such file");
  }

  @Test
  void aFileOfTheExperimentThatIsMissingIsNamedBeforeAnyWork() throws IOException {
    String file = experiment("[corpus]\ntsv = \"no.tsv\"\n");
    assertWrongInput(
        new CommandRun().in(folder).with("DRAGOMAN_DATA", "/nowhere").run("train", file),
        "no.tsv: no such file; looked for /nowhere/no.tsv; the data folder is /nowhere, given by"
            + " DRAGOMAN_DATA");
  }

  @Test
  void withoutACorpusItSaysWhatToGive() throws IOException {
    assertWrongInput(train(), "no corpus to train on: give an experiment file");
    assertWrongInput(train(experiment("")), "no corpus to train on");
    assertWrongInput(train("--source", "corpora/a.fr"), "source needs target beside it");
  }

  @Test
  void aTrainingThatIsRefusedLeavesNothing() throws IOException {
    Files.writeString(folder.resolve("empty.tsv"), "");
    Files.writeString(folder.resolve("one.tsv"), "un\tone\n");
    assertWrongInput(train("--tsv", "empty.tsv", "--out", "runs/a"), "empty.tsv: empty");
    assertWrongInput(train("--tsv", "one.tsv", "--out", "runs/b"), "pair");
    assertWrongInput(
        train("--tsv", "pairs.tsv", "--corpus.target-column", "3", "--out", "runs/c"),
        "expected at least 3 columns");
    assertWrongInput(
        train("--tsv", "pairs.tsv", "--resume", "--out", "runs/d"), "nothing to resume from");
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void theSearchOfTheExperimentIsWhatTranslateDoesByDefault() throws IOException {
    assertTrained(trainTiny("--tsv", "pairs.tsv", "--out=a", "--search.beam-size=2"), "a");
    Files.writeString(folder.resolve("in"), "un a u\n");
    Result two = translate("--n-best", "2", "in");
    assertThat(two.err()).isEmpty();
    assertThat(two.out()).hasLineCount(2);
    assertWrongInput(
        translate("--n-best", "3", "in"),
        "--n-best 3 needs a beam of at least 3, but the model's own is 2; give --beam 3");
    assertThat(translate("--n-best", "3", "--beam", "3", "in").out()).hasLineCount(3);
  }

  @Test
  void aRunThatIsThereIsNotTrainedOverUnlessToldTo() throws IOException {
    assertTrained(trainTiny("--tsv", "pairs.tsv", "--out=a"), "a");
    byte[] before = Files.readAllBytes(folder.resolve("a/metrics.jsonl"));
    assertWrongInput(
        trainTiny("--tsv", "pairs.tsv", "--out=a", "--seed=2"),
        "a: holds a trained model; name another folder with --out, go on with --resume, or lose it"
            + " with --overwrite");
    assertThat(folder.resolve("a/metrics.jsonl")).hasBinaryContent(before);
    assertTrained(trainTiny("--tsv", "pairs.tsv", "--out=a", "--seed=2", "--overwrite"), "a");
    assertThat(Files.readAllBytes(folder.resolve("a/metrics.jsonl"))).isNotEqualTo(before);
  }

  @Test
  void aFolderWithOtherFilesIsNotTrainedIntoUnlessToldTo() throws IOException {
    Path mine = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(mine.resolve("thesis.txt"), "my own");
    Files.writeString(mine.resolve("train.log"), "where the shell writes to");
    assertWrongInput(
        trainTiny("--tsv", "pairs.tsv", "--out=mine"),
        "mine: is no folder of a training, it holds thesis.txt; name another folder with --out, or"
            + " train into this one with --overwrite");
    assertThat(mine).isDirectoryNotContaining("glob:**.jsonl");
    assertTrained(trainTiny("--tsv", "pairs.tsv", "--out=mine", "--overwrite"), "mine");
    assertThat(mine.resolve("thesis.txt")).hasContent("my own");
    Files.createDirectories(folder.resolve("logged"));
    Files.writeString(folder.resolve("logged/train.log"), "");
    assertTrained(trainTiny("--tsv", "pairs.tsv", "--out=logged"), "logged");
  }

  @Test
  void aResumedRunGoesOnWithItsOwnSettings() throws IOException {
    assertTrained(trainTiny("--tsv", "pairs.tsv", "--out=a", "--model.cell=lstm"), "a");
    Result resumed = train("--out=a", "--resume", "--max-updates=3");
    assertTrained(resumed, "a");
    assertThat(resumed.out()).contains("is of update 3");
    assertThat(new CommandRun().in(folder).run("model", "show", "a").out())
        .contains("cell = \"lstm\"", "embedding-size = 4", "max-updates = 3");
  }

  @Test
  void aResumedRunRefusesWhatWouldMakeItAnotherOne() throws IOException {
    assertTrained(trainTiny("--tsv", "pairs.tsv", "--out=a"), "a");
    byte[] before = Files.readAllBytes(folder.resolve("a/metrics.jsonl"));
    assertWrongInput(
        train("--out=a", "--resume", "--max-updates=3", "--model.cell=lstm"),
        "--resume: model.cell is \"gru\" in",
        "got \"lstm\"; leave it out to go on with what the run has");
    assertWrongInput(
        train("--out=a", "--resume", "--max-updates=3", "--text.lowercase=true"),
        "text.lowercase is false");
    assertWrongInput(
        train(experiment("[corpus]\ntsv = \"pairs.tsv\"\n"), "--data=.", "--out=a", "--resume"),
        "hold-out.validation is 2",
        "by way of " + folder.resolve("x.toml") + "; leave the experiment out");
    Files.writeString(folder.resolve("pairs.tsv"), "eins\tone\nzwei\ttwo\ndrei\tthree\n");
    assertWrongInput(
        train("--out=a", "--resume", "--max-updates=3"), "was trained on another text");
    assertThat(folder.resolve("a/metrics.jsonl")).hasBinaryContent(before);
  }

  @Test
  void numbersThatOnlyASlipOfTheFingerGivesAreRefusedBeforeAnyWork() throws IOException {
    assertTrained(trainTiny("--tsv", "pairs.tsv", "--out=a"), "a");
    Files.writeString(folder.resolve("in"), "un a u\n");
    assertWrongInput(translate("--beam", "100000", "in"), "a whole number from 1 to 1000");
    assertWrongInput(translate("--threads", "100000", "in"), "a whole number from 0 to 1024");
    assertThat(
            new CommandRun().in(folder).run("translate", "-m", "a", "--threads=0", "in").exitCode())
        .isZero();
    assertWrongInput(
        trainTiny("--tsv", "pairs.tsv", "--out=b", "--search.beam-size=100000"), "beam-size");
    assertWrongInput(trainTiny("--tsv", "pairs.tsv", "--out=b", "--threads=100000"), "threads");
  }

  @Test
  void aBatchMayBeLargerThanAnyCorpus() throws IOException {
    assertTrained(trainTiny("--tsv", "pairs.tsv", "--out=a"), "a");
    Files.writeString(folder.resolve("in"), "un a u\nun b v\n");
    String most = Integer.toString(Integer.MAX_VALUE);
    assertThat(translate("--batch", most, "in").out()).hasLineCount(2);
    Result scored =
        new CommandRun()
            .in(folder)
            .run("evaluate", "--model=a", "--source=in", "--reference=in", "--batch=" + most);
    assertThat(scored.err()).isEmpty();
    assertThat(scored.exitCode()).isZero();
  }

  private Result translate(String... arguments) {
    List<String> command = new ArrayList<>(List.of("translate", "--model", "a", "--threads=1"));
    command.addAll(List.of(arguments));
    return new CommandRun().in(folder).run(command.toArray(String[]::new));
  }

  @Test
  void whatIsWantedOfOneSearchIsNoKeyOfTheExperiment() {
    for (String key : new String[] {"n-best", "keep-attention", "keep-scores"}) {
      assertWrongInput(train("--tsv", "pairs.tsv", "--search." + key + "=1"), "unknown option");
    }
  }

  @Test
  void mistakesInTheFileNameFileAndLine() throws IOException {
    assertWrongInput(
        train(experiment("[corpus]\ntvs = \"a\"\n")),
        "x.toml, line 2: unknown key 'corpus.tvs'; did you mean 'corpus.tsv'?");
    assertWrongInput(train(experiment("a = \"")), "x.toml, line 1: the line ends too early");
    assertWrongInput(train("nothing.toml"), "nothing.toml: no such file");
  }

  @Test
  void mistakesInFlagsNameTheFlag() {
    assertWrongInput(
        train("--search.beem-size", "3"),
        "unknown option '--search.beem-size' of dragoman train; did you mean"
            + " '--search.beam-size'?");
    assertWrongInput(
        train("--search.beem-size=3", "--tsv", "pairs.tsv"), "did you mean '--search.beam-size'?");
    assertWrongInput(train("--batch-size=3", "--tsv", "pairs.tsv"), "did you mean '--batch.size'?");
    assertWrongInput(
        train("--tsv", "pairs.tsv", "--search.beam-size", "0"),
        "--search.beam-size: expected a whole number, at least 1, at most 1000, got 0");
    assertWrongInput(
        train("--tsv", "pairs.tsv", "--search.beam-size", "2", "--search.beam-size", "3"),
        "should be specified only once");
    assertWrongInput(
        train("--tsv", "pairs.tsv", "--corpus.tsv", "pairs.tsv"),
        "--tsv and --corpus.tsv both set corpus.tsv; give one of them");
    assertWrongInput(train("--tsv", "pairs.tsv", "--corpus", "x"), "unknown option '--corpus'");
    assertWrongInput(
        train("--tsv", "--source"), "expected parameter for option '--tsv' but found '--source'");
    assertWrongInput(
        train("--tsv", "pairs.tsv", "--search.allow-unknown=maybe"),
        "--search.allow-unknown: expected true or false, got \"maybe\"");
  }

  @Test
  void helpListsDottedKeysInACompactSectionAndEachInFullOnRequest() {
    String help = train("--help").out();
    assertThat(help)
        .contains("  --search. beam-size length-penalty")
        .doesNotContain("--search.beam-size");
    String keys = train("--help-keys").out();
    assertThat(keys)
        .contains(
            """
            --search.beam-size whole number  [default: 5]
              Hypotheses kept per sentence; 1 is greedy search (at least 1, at most 1000)
            """);
    assertThat(keys.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }
}
