package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.cli.CommandRun.Result;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DragomanTest {
  private static Result run(String... arguments) {
    return new CommandRun().run(arguments);
  }

  private static String[] words(String line) {
    return line.isEmpty() ? new String[0] : line.split(" ");
  }

  static Stream<String> commands() {
    return Stream.of(
        "",
        "quickstart",
        "train",
        "translate",
        "evaluate",
        "model",
        "model show",
        "bench",
        "completion",
        "help");
  }

  private static String[] helpOf(String command) {
    return words((command + " --help").strip());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpThatFitsIntoEightyColumnsAndAPipe(String command) {
    Result result = run(helpOf(command));
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("Usage: dragoman" + (command.isEmpty() ? "" : " ") + command);
    assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(result.out()).doesNotContain("\u001b").doesNotContain(" \n");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpFitsIntoNarrowAndWideTerminalsToo(String command) {
    for (int width : new int[] {40, 60, 100, 300}) {
      Result result = new CommandRun().on(new Terminal(true, false, width)).run(helpOf(command));
      assertThat(result.exitCode()).isZero();
      assertThat(result.out().lines())
          .filteredOn(line -> !line.contains("dragoman"))
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Math.max(80, width)));
    }
  }

  @Test
  void helpIsColouredOnlyWhereColoursAreWelcome() {
    Result coloured = new CommandRun().on(new Terminal(true, true, 80)).run("--help");
    Result plain = new CommandRun().on(new Terminal(true, false, 80)).run("--help");
    assertThat(coloured.out()).contains("\u001b[");
    assertThat(plain.out()).doesNotContain("\u001b[");
  }

  @Test
  void helpTellsAboutACommandToo() {
    assertThat(run("help", "train").out()).isEqualTo(run("train", "--help").out());
    assertThat(run("help", "model", "show").out()).isEqualTo(run("model", "show", "--help").out());
    assertThat(run("help").out()).isEqualTo(run("--help").out());
  }

  @Test
  void theVersionIsShown() {
    Result result = run("--version");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).matches("dragoman \\d+\\.\\d+\\.\\d+\\S* \\(Java 25\\S*\\)\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "model", "word2vec"})
  void withoutACommandHelpIsShownOnStandardErrorAndTheUsageIsWrong(String line) {
    Result result = run(words(line));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("Usage: dragoman").contains("Commands:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trian | unknown command 'trian'; did you mean 'train'?",
        "xyzzy | unknown command 'xyzzy'; there are quickstart, train, translate, evaluate,",
        "help trian | unknown command 'trian'; did you mean 'train'?",
        "help model shwo | unknown command 'shwo'; did you mean 'show'?",
        "help train x | unexpected argument 'x'",
        "model shwo | unknown command 'shwo'; did you mean 'show'?",
        "--verion | unknown option '--verion' of dragoman; did you mean '--version'?",
        "translate --modle x | unknown option '--modle' of dragoman translate; did you mean"
            + " '--model'?",
        "translate --modle=x | unknown option '--modle' of dragoman translate; did you mean"
            + " '--model'?",
        "translate | missing required option: '--model=DIR'",
        "translate --model | missing required parameter for option '--model' (DIR)",
        "translate -m x --beam 0 | expected a whole number from 1 to 1000, got '0'",
        "translate -m x --beam many | expected a whole number from 1 to 1000, got 'many'",
        "translate -m x --beam 2 --n-best 3 | --n-best 3 needs a beam of at least 3, got --beam 2",
        "translate -m x -m y | option '--model' (DIR) should be specified only once",
        "evaluate | missing required option: '--reference=F'",
        "evaluate --reference r | expected --model and --source, or --hypothesis,",
        "evaluate --reference r --source s | expected --model and --source, or --hypothesis,",
        "evaluate --reference r --hypothesis h --model m | stands in place of",
        "evaluate --reference r --hypothesis h --metrics bleu,ter | one of bleu, chrf, chrf++, got"
            + " 'ter'",
        "evaluate --reference r --hypothesis h --tokenize 13b | did you mean '13a'?",
        "model show | missing required parameter: 'DIR'",
        "model show a b | unexpected argument 'b'",
        "quickstart --seed x | invalid value for option '--seed': expected a whole number, got 'x'",
        "quickstart x | unexpected argument 'x'",
        "bench --threads -1 | expected a whole number from 0 to 1024, got '-1'",
        "completion fish | expected one of",
      })
  void wrongUsageIsOneLineThatHelpsAndExitCodeTwo(String line, String complaint) {
    Result result = run(words(line));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("dragoman: ")
        .contains(complaint)
        .hasLineCount(1)
        .endsWith("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "translate -m nowhere --beam 3 --batch 2 --n-best 3 --scores --alignments --threads 1 -",
        "translate -m nowhere --json file",
        "evaluate --model nowhere --source s --reference r --metrics chrf --lowercase",
        "evaluate --hypothesis nowhere --reference nowhere --tokenize none --json",
        "model show nowhere",
        "train nowhere.toml"
      })
  void whatIsNotThereIsWrongInput(String line) {
    Result result = run(words(line));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("dragoman: ").hasLineCount(1);
  }

  @Test
  void aStackTraceIsShownOnlyWhereItIsAskedFor() {
    assertThat(run("model", "show", "nowhere").err()).doesNotContain("\tat ");
    assertThat(run("model", "show", "nowhere", "--stacktrace").err()).contains("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completionKnowsCommandsOptionsAndDottedKeys(String shell) {
    Result result = run("completion", shell);
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .startsWith("# Completion of dragoman for " + shell)
        .contains("complete -F _complete_dragoman")
        .contains("quickstart")
        .contains("'--n-best'")
        .contains("'--search.beam-size'");
  }

  @Test
  void everyOptionOfTheTableIsThere() {
    assertOptions("quickstart", "--out", "--seed");
    assertOptions(
        "train", "--source", "--target", "--tsv", "--valid-source", "--valid-target", "--out");
    assertOptions(
        "translate",
        "--model",
        "--beam",
        "--batch",
        "--n-best",
        "--scores",
        "--alignments",
        "--threads",
        "--json");
    assertOptions(
        "evaluate",
        "--model",
        "--source",
        "--reference",
        "--hypothesis",
        "--metrics",
        "--lowercase",
        "--tokenize",
        "--json");
  }

  private static void assertOptions(String command, String... options) {
    String help = run(command, "--help").out();
    assertThat(Arrays.asList(options)).allSatisfy(option -> assertThat(help).contains(option));
  }
}
