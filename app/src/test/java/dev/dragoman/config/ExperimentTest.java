package dev.dragoman.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.settings.ConfigurationException;
import dev.dragoman.settings.Flags;
import dev.dragoman.settings.SettingKey;
import dev.dragoman.settings.TomlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentTest {
  @TempDir Path folder;

  @Test
  void everyKeyIsDescribed() {
    assertThat(Experiment.settings().keys())
        .allSatisfy(key -> assertThat(key.description()).as(key.key()).isNotBlank());
  }

  @Test
  void noKeyIsTooLongForItsLineOfHelp() {
    assertThat(Experiment.settings().keys())
        .extracting(SettingKey::remark)
        .allSatisfy(remark -> assertThat(remark.length()).as(remark).isLessThan(120));
  }

  @Test
  void aFileAndFlagsMakeAnExperimentThatIsSavedWhole() throws IOException {
    Path file = folder.resolve("x.toml");
    Files.writeString(file, "[corpus]\ntsv = \"a.tsv\"\nsource-column = 2\ntarget-column = 1\n");
    Experiment read =
        Experiment.read(Optional.of(file), Flags.of(Map.of("search.beam-size", "7", "out", "o")));
    assertThat(read.corpus().tsv()).contains("a.tsv");
    assertThat(read.search().beamSize()).isEqualTo(7);
    assertThat(read.corpus().isGiven()).isTrue();
    String saved = Experiment.settings().toToml(read);
    assertThat(Experiment.settings().bind(TomlDocument.parse("saved", saved))).isEqualTo(read);
  }

  @Test
  void withoutAFileThereAreTheDefaultsAndTheFlags() throws IOException {
    Experiment read = Experiment.read(Optional.empty(), Flags.none());
    assertThat(read).isEqualTo(Experiment.defaults());
    assertThat(read.corpus().isGiven()).isFalse();
  }

  @Test
  void theOutputGoesWhereItIsToldElseIntoAFolderOfTheExperimentsName() {
    Optional<Path> file = Optional.of(Path.of("experiments/fra-eng.toml"));
    Experiment unnamed = Experiment.defaults();
    Experiment named = Experiment.settings().bind(Flags.of(Map.of("out", "here")));
    assertThat(unnamed.outFolder(file)).isEqualTo(Path.of("runs/fra-eng"));
    assertThat(unnamed.outFolder(Optional.empty())).isEqualTo(Path.of("runs/experiment"));
    assertThat(named.outFolder(file)).isEqualTo(Path.of("here"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source = 'a' | source needs target beside it",
        "target = 'a' | target needs source beside it",
        "valid-source = 'a' | valid-source needs valid-target beside it",
        "source = 'a'⏎target = 'b'⏎tsv = 'c' | tsv stands in place of source and target",
        "source-column = 2 | expected two columns, got 2 twice",
        "source-column = 0 | at least 1, got 0",
      },
      quoteCharacter = '~')
  void filesThatDoNotGoTogetherAreRefused(String lines, String complaint) {
    TomlDocument document = TomlDocument.parse("x.toml", "[corpus]\n" + lines.replace('⏎', '\n'));
    assertThatThrownBy(() -> Experiment.settings().bind(document))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("x.toml, line 2: corpus.")
        .hasMessageContaining(complaint);
  }
}
