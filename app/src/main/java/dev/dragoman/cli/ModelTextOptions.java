package dev.dragoman.cli;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.config.CorpusSettings;
import dev.dragoman.config.DataFolder;
import dev.dragoman.config.Experiment;
import dev.dragoman.data.IndexPlace;
import dev.dragoman.settings.ConfigurationException;
import dev.dragoman.settings.Flags;
import dev.dragoman.settings.TomlDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/**
 * Where the text lies that a model was trained on: as its configuration says, or as options say.
 */
final class ModelTextOptions {
  private static final String CORPUS = "corpus";

  private static final List<String> NOT_OF_THE_TEXT =
      List.of(
          "out", "source-vocabulary", "target-vocabulary", "batch", "model", "vectors", "search");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      order = 10,
      description = "Folder with the model's corpus, if it is no longer found where it was.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--tsv",
      paramLabel = "F",
      order = 11,
      description = "Another corpus: source, tab, target on each line.")
  private Optional<String> tsv = Optional.empty();

  @Option(
      names = "--source",
      paramLabel = "F",
      order = 12,
      description = "Another corpus: source sentences, one a line.")
  private Optional<String> source = Optional.empty();

  @Option(
      names = "--target",
      paramLabel = "F",
      order = 13,
      description = "Their translations, line by line.")
  private Optional<String> target = Optional.empty();

  /** Whether anything was said about where the text lies. */
  boolean isGiven() {
    return Stream.of(data, tsv, source, target).anyMatch(Optional::isPresent);
  }

  /**
   * Where a model's text lies.
   *
   * @param vocabularies the model's, which encode it
   */
  record Located(Experiment experiment, TextReader reader, TrainingText.Vocabularies vocabularies) {

    /** Whether some of it is read from standard input. */
    boolean isStandardInput() {
      return experiment.corpus().files().contains(DataFolder.STANDARD_INPUT);
    }

    /** Reads the text and encodes it with the model's vocabularies. */
    TrainingText read() {
      return reader.read(Optional.of(vocabularies));
    }
  }

  /** Reads the text and encodes it with the model's vocabularies. */
  TrainingText read(SavedModel saved, Path modelFolder, Surroundings surroundings) {
    return locate(saved, modelFolder, surroundings).read();
  }

  /** Where the text lies, as the model says or as was said here. */
  Located locate(SavedModel saved, Path modelFolder, Surroundings surroundings) {
    DataFolder chosen = DataFolder.choose(data, surroundings.environment());
    TomlDocument document =
        textOnly(TomlDocument.parse(modelFolder + "/model.toml", saved.configuration()));
    Flags flags = flags(chosen, surroundings.workingFolder());
    Experiment experiment =
        Experiment.settings()
            .bind(flags.given().isEmpty() ? document : document.without(CORPUS), flags);
    if (!experiment.corpus().isGiven()) {
      throw new ConfigurationException(
          modelFolder
              + ": the model does not say what text it was trained on; give --tsv F, or --source F and --target F");
    }
    DataFolder folder = data.isEmpty() ? beside(modelFolder, experiment.corpus(), chosen) : chosen;
    return new Located(
        experiment,
        new TextReader(experiment, folder, surroundings.console().in())
            .indexedIn(index(experiment, modelFolder, surroundings.workingFolder()))
            .telling(new ReadingLine(surroundings.console().err(), System::nanoTime)),
        new TrainingText.Vocabularies(saved.source().vocabulary(), saved.target().vocabulary()));
  }

  /** Where training kept the index, if it kept one. */
  private static IndexPlace index(Experiment experiment, Path modelFolder, Path workingFolder) {
    Path model = modelFolder.toAbsolutePath().normalize();
    Path ofTheRun = TrainingRun.indexFolder(model.resolve("..")).normalize();
    return IndexPlace.onlyRead(
        experiment.corpus().index().map(workingFolder::resolve).orElse(ofTheRun));
  }

  /**
   * Without what text does not depend on, so that a model of an older version is read all the same.
   */
  private static TomlDocument textOnly(TomlDocument document) {
    TomlDocument rest = document.without(ModelFolder.OWN_SECTION);
    for (String section : NOT_OF_THE_TEXT) {
      rest = rest.without(section);
    }
    return rest;
  }

  private Flags flags(DataFolder folder, Path workingFolder) {
    Flags flags = Flags.none();
    flags = with(flags, "tsv", tsv, folder, workingFolder);
    flags = with(flags, "source", source, folder, workingFolder);
    return with(flags, "target", target, folder, workingFolder);
  }

  private static Flags with(
      Flags flags, String name, Optional<String> file, DataFolder folder, Path workingFolder) {
    return file.map(given ->
            flags.with(
                "--" + name, CORPUS + "." + name, folder.fromCommandLine(given, workingFolder)))
        .orElse(flags);
  }

  /**
   * The quickstart keeps its corpus beside the model: that is taken where the data folder has not
   * all files.
   */
  private static DataFolder beside(Path modelFolder, CorpusSettings corpus, DataFolder chosen) {
    Path absolute = modelFolder.toAbsolutePath().normalize();
    DataFolder sibling = new DataFolder(absolute.resolveSibling(CORPUS), DataFolder.Choice.DEFAULT);
    boolean there = corpus.files().stream().allMatch(name -> Files.exists(sibling.resolve(name)));
    boolean chosenHas =
        corpus.files().stream().allMatch(name -> Files.exists(chosen.resolve(name)));
    return there && !chosenHas ? sibling : chosen;
  }
}
