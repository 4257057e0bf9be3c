package dev.dragoman.checkpoint;

import dev.dragoman.settings.ConfigurationException;
import dev.dragoman.settings.Settings;
import dev.dragoman.settings.TomlDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that only going on with a training reads. */
final class StateFiles {
  static final String PROGRESS = "progress.toml";
  static final String MOMENTS = "optimiser.safetensors";

  private static final Settings<Progress> SETTINGS = Settings.of(Progress.start(0));

  private StateFiles() {}

  static Map<String, FileContent> contents(TrainingState state) {
    Map<String, FileContent> files = new LinkedHashMap<>();
    files.put(PROGRESS, FileContent.of(SETTINGS.toToml(state.progress())));
    files.put(MOMENTS, out -> SafetensorsWriter.write(out, state.moments(), Map.of()));
    return files;
  }

  static TrainingState read(OpenFolder folder) throws IOException {
    if (!folder.has(PROGRESS)) {
      throw CheckpointException.about(
          folder.path(""),
          "holds a finished model and no state of a training to go on from; name the folder of the"
              + " last model");
    }
    return new TrainingState(progress(folder), Weights.open(folder, MOMENTS).readAll());
  }

  private static Progress progress(OpenFolder folder) throws IOException {
    String text = new String(folder.bytes(PROGRESS), StandardCharsets.UTF_8);
    try {
      return SETTINGS.bind(TomlDocument.parse(folder.path(PROGRESS).toString(), text));
    } catch (ConfigurationException e) {
      throw new CheckpointException(e.getMessage() + Hint.DAMAGED, e);
    }
  }
}
