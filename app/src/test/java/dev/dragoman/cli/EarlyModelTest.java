package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.checkpoint.CheckpointException;
import dev.dragoman.checkpoint.ModelFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlyModelTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "translate --model m, m",
    "translate -m m --beam 2, m",
    "translate --model=m file, m",
    "translate a b -m m -m n, m"
  })
  void guessesTheModelFromTheArguments(String arguments, String model) {
    assertThat(EarlyModel.of(folder, arguments.split(" ", -1)).folder())
        .contains(folder.resolve(model));
  }

  @ParameterizedTest
  @CsvSource({"translate", "translate --model", "translate -mm", "translate --help"})
  void guessesNothingWhereTheyNameNone(String arguments) {
    assertThat(EarlyModel.of(folder, arguments.split(" ", -1)).folder()).isEmpty();
  }

  @Test
  void takesNoPathForNone() {
    assertThat(EarlyModel.of(folder, "translate", "-m", "\0").folder()).isEmpty();
  }

  @Test
  void givesTheModelThatWasGuessed() {
    ModelFolder.save(folder.resolve("m"), Rehearsal.drawnModel());

    assertThat(model("m").load(folder.resolve("m")).model().sourceVocabulary().size())
        .isEqualTo(Rehearsal.drawnModel().source().vocabulary().size());
  }

  @Test
  void loadsAnotherWhereTheGuessWasWrong() {
    ModelFolder.save(folder.resolve("m"), Rehearsal.drawnModel());

    assertThat(model("nowhere").load(folder.resolve("m")).settings()).isNotNull();
  }

  @Test
  void failsAsLoadingDoesAndOnlyWhenAsked() {
    EarlyModel missing = model("nowhere");

    assertThat(missing.folder()).isEqualTo(Optional.of(folder.resolve("nowhere")));
    assertThatThrownBy(() -> missing.load(folder.resolve("nowhere")))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("there is no such folder");
  }

  private EarlyModel model(String name) {
    return EarlyModel.of(folder, "translate", "--model", name);
  }
}
