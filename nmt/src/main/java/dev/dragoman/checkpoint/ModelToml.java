package dev.dragoman.checkpoint;

import dev.dragoman.settings.ConfigurationException;
import dev.dragoman.settings.Settings;
import dev.dragoman.settings.TomlDocument;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;

/**
 * The file {@code model.toml}: the experiment as its author sees it, and below it the section
 * {@code [saved]} about the files beside it.
 *
 * @param configuration the experiment, TOML
 * @param saved about the folder
 */
record ModelToml(String configuration, Saved saved) {
  static final String NAME = "model.toml";

  /** The section that is not the experiment's. */
  static final String SECTION = "saved";

  private static final String HEADING =
      """

      # What follows was written with the weights and describes the files beside this one.
      """;
  private static final Settings<File> SETTINGS = Settings.of(new File(Saved.defaults()));

  /** The part of the file that is read here. */
  private record File(Saved saved) {}

  /**
   * Checks that the experiment can be written.
   *
   * @throws IllegalArgumentException if the experiment is not TOML or has a section {@code saved}
   */
  ModelToml {
    if (tomlOf(configuration).has(SECTION)) {
      throw new IllegalArgumentException(
          "configuration: the section [" + SECTION + "] is the model folder's own; leave it out");
    }
  }

  private static TomlDocument tomlOf(String configuration) {
    try {
      return TomlDocument.parse("configuration", configuration);
    } catch (ConfigurationException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The file. */
  String toText() {
    String lastBreak = configuration.isEmpty() || configuration.endsWith("\n") ? "" : "\n";
    return configuration + lastBreak + HEADING + SETTINGS.toToml(new File(saved));
  }

  /**
   * Reads the file.
   *
   * @param file for messages
   */
  static ModelToml parse(Path file, byte[] bytes) {
    String text = decode(file, bytes);
    int end = text.lastIndexOf(HEADING);
    try {
      TomlDocument document = TomlDocument.parse(file.toString(), text);
      if (end < 0 || !document.has(SECTION)) {
        throw CheckpointException.about(
            file, "has no section [%s]%s".formatted(SECTION, Hint.DAMAGED));
      }
      Saved saved = SETTINGS.bind(document.only(SECTION)).saved();
      Manifest.requireReadable(file, saved.format());
      saved.training().summary();
      return new ModelToml(text.substring(0, end), saved);
    } catch (ConfigurationException e) {
      throw new CheckpointException(e.getMessage() + Hint.DAMAGED, e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new CheckpointException(file + ": " + e.getMessage() + Hint.DAMAGED, e);
    }
  }

  private static String decode(Path file, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new CheckpointException(file + ": is no valid UTF-8" + Hint.DAMAGED, e);
    }
  }
}
