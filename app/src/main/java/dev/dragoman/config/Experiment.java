package dev.dragoman.config;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.data.BatchSettings;
import dev.dragoman.data.FilterSettings;
import dev.dragoman.data.HoldOutSettings;
import dev.dragoman.model.ModelSettings;
import dev.dragoman.search.SearchDefaults;
import dev.dragoman.settings.ConfigurationException;
import dev.dragoman.settings.Flags;
import dev.dragoman.settings.Setting;
import dev.dragoman.settings.Settings;
import dev.dragoman.settings.TomlDocument;
import dev.dragoman.text.TextSettings;
import dev.dragoman.training.RecorderSettings;
import dev.dragoman.training.TrainingSettings;
import dev.dragoman.vocab.VocabularySettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One experiment: everything that a training run depends on, in one TOML file.
 *
 * @param out the folder that the run writes to
 * @param corpus what it reads
 * @param holdOut what is held out of the training pairs where no validation files are given
 * @param text how both sides' text becomes tokens
 * @param filter which pairs are good enough to learn from
 * @param sourceVocabulary which source tokens get an id of their own; those of both sides where
 *     embeddings are shared
 * @param targetVocabulary which target tokens get an id of their own
 * @param batch how large a batch is
 * @param model what the model is made of
 * @param vectors vectors that its embeddings begin with
 * @param training how it is trained
 * @param recorder what training writes down about the embeddings
 * @param search how it translates when it validates, and later by default
 */
public record Experiment(
    @Setting("Folder that the run writes to; if empty, runs/ and the experiment's name")
        Optional<String> out,
    @Setting("Files, named relative to the data folder") CorpusSettings corpus,
    @Setting("Pairs held out of training where no validation files are given")
        HoldOutSettings holdOut,
    @Setting("How text becomes tokens") TextSettings text,
    @Setting("Which pairs are good enough to learn from") FilterSettings filter,
    @Setting("Source tokens with an id of their own; of both sides where embeddings are shared")
        VocabularySettings sourceVocabulary,
    @Setting("Target tokens with an id of their own") VocabularySettings targetVocabulary,
    @Setting("How large a batch is") BatchSettings batch,
    @Setting("What the model is made of") ModelSettings model,
    @Setting("Vectors that embeddings begin with in place of random ones") VectorSettings vectors,
    @Setting("How it is trained") TrainingSettings training,
    @Setting("What training writes down about the embeddings") RecorderSettings recorder,
    @Setting("How translations are searched for") SearchDefaults search) {

  /** Every setting's default; the corpus is for the user to give. */
  public static Experiment defaults() {
    return new Experiment(
        Optional.empty(),
        CorpusSettings.defaults(),
        new HoldOutSettings(0.01, 0, HoldOutSettings.By.SOURCE),
        TextSettings.defaults(),
        FilterSettings.defaults(),
        VocabularySettings.defaults(),
        VocabularySettings.defaults(),
        BatchSettings.defaults(),
        ModelSettings.defaults(),
        VectorSettings.defaults(),
        TrainingSettings.defaults(),
        RecorderSettings.defaults(),
        SearchDefaults.defaults());
  }

  /** Its keys, defaults, reading and writing. */
  public static Settings<Experiment> settings() {
    return Settings.of(defaults());
  }

  /**
   * The experiment of a file, if there is one, and flags, which come before it.
   *
   * @throws ConfigurationException where they cannot be used
   * @throws IOException where reading fails
   */
  public static Experiment read(Optional<Path> file, Flags flags) throws IOException {
    TomlDocument document =
        file.isPresent()
            ? TomlDocument.read(file.get()).without(ModelFolder.OWN_SECTION)
            : TomlDocument.empty();
    return settings().bind(document, flags);
  }

  /**
   * The folder that the run writes to: the setting, else {@code runs/} and the file's name without
   * its ending, else {@code runs/experiment}.
   */
  public Path outFolder(Optional<Path> file) {
    return out.map(Path::of)
        .orElseGet(() -> Path.of("runs", file.map(Experiment::nameOf).orElse("experiment")));
  }

  private static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".toml") ? name.substring(0, name.length() - ".toml".length()) : name;
  }
}
