package dev.dragoman.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.settings.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder;

  private Path data;
  private Path here;

  @BeforeEach
  void makeFolders() throws IOException {
    data = Files.createDirectories(folder.resolve("corpora"));
    here = Files.createDirectories(folder.resolve("here"));
    Files.createDirectories(data.resolve("sub"));
    Files.writeString(data.resolve("sub/a.tsv"), "");
  }

  private DataFolder given() {
    return DataFolder.choose(Optional.of(data), Map.of());
  }

  @Test
  void theFlagComesBeforeTheEnvironmentAndThatBeforeTheDefault() {
    Map<String, String> environment = Map.of("DRAGOMAN_DATA", "/env");
    assertThat(DataFolder.choose(Optional.of(data), environment).folder()).isEqualTo(data);
    assertThat(DataFolder.choose(Optional.empty(), environment).folder())
        .isEqualTo(Path.of("/env"));
    assertThat(DataFolder.choose(Optional.empty(), Map.of()).folder()).isEqualTo(Path.of("data"));
    assertThat(DataFolder.choose(Optional.empty(), Map.of("DRAGOMAN_DATA", " ")).folder())
        .isEqualTo(Path.of("data"));
  }

  @Test
  void relativeNamesStartInTheFolderAndAbsoluteOnesStay() {
    assertThat(given().resolve("sub/a.tsv")).isEqualTo(data.resolve("sub/a.tsv"));
    assertThat(given().resolve("/x/a.tsv")).isEqualTo(Path.of("/x/a.tsv"));
    assertThat(given().existing("sub/a.tsv")).isEqualTo(data.resolve("sub/a.tsv"));
  }

  @Test
  void aMissingFileIsNamedWithThePathTriedAndTheReasonForTheFolder() {
    assertThatThrownBy(() -> given().existing("b.tsv"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "b.tsv: no such file; looked for %s; the data folder is %s, given by --data",
            data.resolve("b.tsv"), data);
    assertThatThrownBy(() ->
            DataFolder.choose(Optional.empty(), Map.of("DRAGOMAN_DATA", "/nowhere"))
                .existing("b.tsv"))
        .hasMessageContaining("the data folder is /nowhere, given by DRAGOMAN_DATA");
    assertThatThrownBy(() -> DataFolder.choose(Optional.empty(), Map.of()).existing("no/b.tsv"))
        .hasMessageContaining("looked for " + Path.of("data/no/b.tsv"))
        .hasMessageContaining("the default, as neither --data nor DRAGOMAN_DATA is given");
    assertThatThrownBy(() -> given().existing("/nowhere/b.tsv"))
        .hasMessage("/nowhere/b.tsv: no such file; looked for /nowhere/b.tsv");
  }

  @Test
  void aFolderIsNoFile() {
    assertThatThrownBy(() -> given().existing("sub"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("expected a file, got the folder");
  }

  @Test
  void aNameThatNoFileCanHaveIsRefused() {
    assertThatThrownBy(() -> given().existing("a\0b"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("expected the name of a file");
  }

  @Test
  void onTheCommandLineAFileOfTheWorkingFolderIsMeantFirst() throws IOException {
    Path mine = Files.writeString(here.resolve("mine.tsv"), "");
    assertThat(given().fromCommandLine("mine.tsv", here)).isEqualTo(mine.toString());
    assertThat(given().fromCommandLine("sub/a.tsv", here)).isEqualTo("sub/a.tsv");
    assertThat(given().fromCommandLine("-", here)).isEqualTo("-");
    assertThat(given().fromCommandLine("", here)).isEmpty();
    assertThatThrownBy(() -> given().fromCommandLine("no.tsv", here))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "looked for " + here.resolve("no.tsv") + " and " + data.resolve("no.tsv"));
  }
}
