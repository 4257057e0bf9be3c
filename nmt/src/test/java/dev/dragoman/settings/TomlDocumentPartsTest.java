package dev.dragoman.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TomlDocumentPartsTest {
  private final TomlDocument document =
      TomlDocument.parse(
          "model.toml",
          """
          title = "x"

          [mine]
          size = 3

          [yours]
          size = "large"
          """);

  /** What one reader knows. */
  public record Mine(int size) {}

  /** The section around it. */
  public record File(Mine mine) {}

  private final Settings<File> settings = Settings.of(new File(new Mine(1)));

  @Test
  void aReaderTakesItsOwnSectionAndLeavesTheOthers() {
    assertThat(settings.bind(document.only("mine"))).isEqualTo(new File(new Mine(3)));
  }

  @Test
  void aReaderLeavesOutWhatDoesNotConcernIt() {
    assertThat(settings.bind(document.without("yours").without("title")))
        .isEqualTo(new File(new Mine(3)));
  }

  @Test
  void aPartThatIsMissingLeavesTheDefaults() {
    assertThat(settings.bind(document.only("his"))).isEqualTo(new File(new Mine(1)));
    assertThat(document.without("his").has("mine")).isTrue();
  }

  @Test
  void itIsKnownWhichPartsThereAre() {
    assertThat(document.has("title")).isTrue();
    assertThat(document.has("mine")).isTrue();
    assertThat(document.has("size")).isFalse();
    assertThat(document.only("mine").has("yours")).isFalse();
    assertThat(document.without("mine").has("mine")).isFalse();
  }

  @Test
  void anErrorInAPartStillNamesTheLineOfTheFile() {
    record Yours(int size) {}
    record Other(Yours yours) {}
    Settings<Other> other = Settings.of(new Other(new Yours(1)));
    assertThatThrownBy(() -> other.bind(document.only("yours")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("model.toml, line 7");
  }
}
