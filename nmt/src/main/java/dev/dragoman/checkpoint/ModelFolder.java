package dev.dragoman.checkpoint;

import dev.dragoman.model.Seq2Seq;
import dev.dragoman.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model on disk is a folder:
 *
 * <pre>
 *   model.toml               the experiment with every setting resolved; format and summary
 *   source.vocab             the vocabularies as text; one shared.vocab where they are the same
 *   target.vocab
 *   weights.safetensors      the weights by name, as Python's safetensors library reads them
 *   progress.toml            only where training can go on from here: how far it had come,
 *   optimiser.safetensors    and the optimiser's moments
 *   manifest.json            length and CRC-32C of each of these files
 * </pre>
 *
 * <p>A folder is written whole or not at all and verified whole when it is read. Writing over an
 * older model leaves no moment at which neither of the two can be loaded, so that a translator may
 * load while a trainer saves. Other files in the folder are kept.
 */
public final class ModelFolder {
  /** The newest format that is read, and the one that is written. */
  public static final int FORMAT = Manifest.FORMAT;

  /**
   * The section of {@code model.toml} that is the folder's own. Whoever reads that file as an
   * experiment, to train the model again, leaves it out.
   */
  public static final String OWN_SECTION = ModelToml.SECTION;

  private static final String WEIGHTS = "weights.safetensors";
  private static final Map<String, String> METADATA = Map.of("producer", "Dragoman");

  private ModelFolder() {}

  /**
   * Fails where a model could not be saved, so that this is known before a long training.
   *
   * @param folder missing, empty, or a model folder
   * @throws CheckpointException if it is something else or its surroundings cannot be written
   */
  public static void requireSavable(Path folder) {
    new FolderWriter(Disk.REAL).check(folder);
  }

  /**
   * Writes a model that is finished.
   *
   * @param folder missing, empty, or a model folder, which is replaced
   * @throws CheckpointException if it cannot be written; a model that stood there is untouched
   */
  public static void save(Path folder, SavedModel model) {
    new FolderWriter(Disk.REAL).write(folder, contents(model));
  }

  /**
   * Writes a model together with what its training needs to go on.
   *
   * @param folder missing, empty, or a model folder, which is replaced
   * @throws CheckpointException if it cannot be written; a model that stood there is untouched
   */
  public static void save(Path folder, SavedModel model, TrainingState state) {
    Map<String, FileContent> files = contents(model);
    files.putAll(StateFiles.contents(state));
    new FolderWriter(Disk.REAL).write(folder, files);
  }

  /** The files of a finished model. */
  static Map<String, FileContent> contents(SavedModel model) {
    ModelToml toml = new ModelToml(model.configuration(), Saved.of(model));
    Map<String, FileContent> files = new LinkedHashMap<>();
    files.put(ModelToml.NAME, FileContent.of(toml.toText()));
    files.putAll(VocabularyFiles.contents(model));
    Map<String, Tensor> weights = model.model().weights();
    files.put(WEIGHTS, out -> SafetensorsWriter.write(out, weights, METADATA));
    return files;
  }

  /**
   * Reads a model.
   *
   * @throws CheckpointException if it is missing, damaged, or written by a newer Dragoman
   */
  public static SavedModel load(Path folder) {
    return FolderReader.read(folder, ModelFolder::readModel);
  }

  /**
   * Reads a model and the state of its training.
   *
   * @throws CheckpointException if it is missing, damaged, written by a newer Dragoman, or was
   *     saved without a state
   */
  public static Resumable resume(Path folder) {
    return FolderReader.read(folder, open -> new Resumable(readModel(open), StateFiles.read(open)));
  }

  private static SavedModel readModel(OpenFolder folder) throws IOException {
    ModelToml toml = ModelToml.parse(folder.path(ModelToml.NAME), folder.bytes(ModelToml.NAME));
    Saved saved = toml.saved();
    VocabularyFiles vocabularies = VocabularyFiles.read(folder);
    Seq2Seq model = Weights.open(folder, WEIGHTS).readModel(saved.model(), vocabularies);
    return new SavedModel(
        model,
        new Side(saved.source(), vocabularies.source()),
        new Side(saved.target(), vocabularies.target()),
        toml.configuration(),
        saved.training().summary());
  }
}
