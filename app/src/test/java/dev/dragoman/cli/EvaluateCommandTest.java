package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.cli.CommandRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  @TempDir Path folder;

  private Result evaluate(String hypothesis, String reference) throws IOException {
    Files.writeString(folder.resolve("hypothesis"), hypothesis);
    Files.writeString(folder.resolve("reference"), reference);
    return new CommandRun()
        .in(folder)
        .run("evaluate", "--hypothesis=hypothesis", "--reference=reference", "--metrics=bleu");
  }

  @Test
  void aByteOrderMarkIsScoredAsSacreBleuDoesAndThatIsSaid() throws IOException {
    String text = "a b c d e\nf g h i j\n";
    assertThat(evaluate(text, text).out()).contains(" = 100.00 100.0/");
    Result marked = evaluate("\uFEFF" + text, text);
    assertThat(marked.exitCode()).isZero();
    assertThat(marked.out()).doesNotContain("100.00");
    assertThat(marked.err()).contains("hypothesis begins with a byte order mark").hasLineCount(1);
    Result both = evaluate("\uFEFF" + text, "\uFEFF" + text);
    assertThat(both.out()).contains(" = 100.00 100.0/");
    assertThat(both.err()).hasLineCount(2);
  }

  @Test
  void aScoreStandsBehindItsSignatureAsInSacreBleu() throws IOException {
    assertThat(evaluate("a b c d e\n", "a b c d e\n").out())
        .matches(
            "BLEU\\|nrefs:1\\|\\S+ = 100\\.00 100\\.0/100\\.0/100\\.0/100\\.0 \\(BP = .*\\)\n");
  }

  @Test
  void carriageReturnsAreNoPartOfTheText() throws IOException {
    Result result = evaluate("a b c d e\r\nf g h i j\r\n", "a b c d e\nf g h i j");
    assertThat(result.out()).contains(" = 100.00 100.0/");
    assertThat(result.err()).isEmpty();
  }
}
