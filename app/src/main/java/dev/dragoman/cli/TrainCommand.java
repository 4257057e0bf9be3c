package dev.dragoman.cli;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.config.CorpusSettings;
import dev.dragoman.config.DataFolder;
import dev.dragoman.config.Experiment;
import dev.dragoman.data.IndexPlace;
import dev.dragoman.settings.ConfigurationException;
import dev.dragoman.settings.Flags;
import dev.dragoman.settings.Settings;
import dev.dragoman.settings.TomlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dragoman train}: an experiment file and flags → a model folder. */
@Command(
    name = "train",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    customSynopsis = {
      "dragoman train EXPERIMENT.toml [--KEY VALUE ...]",
      "       dragoman train --source F --target F [--KEY VALUE ...]",
      "       dragoman train --tsv F [--KEY VALUE ...]"
    },
    header = "Trains a model as an experiment file says, or from flags alone.",
    synopsisHeading = "%nUsage: ")
final class TrainCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Settings<Experiment> settings;
  private final ExperimentFlags flags;

  @Parameters(
      arity = "0..1",
      paramLabel = "EXPERIMENT.toml",
      description = "The experiment. Flags override what it says.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder that the experiment's files are named relative to (default: the environment's"
              + " DRAGOMAN_DATA, else data).")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--resume",
      description =
          "Go on from the last state in the output folder, with its settings: of them --epochs,"
              + " --max-updates and what does not touch the weights may be given anew.")
  private boolean resume;

  @Option(
      names = "--teach",
      paramLabel = "LESSON",
      converter = LessonWord.class,
      completionCandidates = LessonWord.class,
      description =
          "Train again with a mistake and show what it does: ${COMPLETION-CANDIDATES} (padding"
              + " trained as a word).")
  private Optional<Lesson> lesson = Optional.empty();

  @Option(
      names = "--overwrite",
      description =
          "Train anew where the output folder holds a run, which is lost, or other files.")
  private boolean overwrite;

  @Option(names = "--help-keys", description = "List every key of the experiment and exit.")
  private boolean helpKeys;

  TrainCommand(Surroundings surroundings, Settings<Experiment> settings) {
    this.surroundings = surroundings;
    this.settings = settings;
    this.flags = new ExperimentFlags(settings.keys());
  }

  /** The command with an option for every key of the experiment. */
  CommandLine commandLine() {
    CommandLine command = new CommandLine(this);
    flags.addTo(command.getCommandSpec());
    new KeyHelp(settings.keys()).addTo(command);
    return command;
  }

  @Override
  public Integer call() throws IOException {
    if (helpKeys) {
      Output out = surroundings.console().out();
      out.print(new KeyHelp(settings.keys()).full(out.terminal().width()));
      return ExitCode.DONE;
    }
    if (resume && lesson.isPresent()) {
      throw new ConfigurationException(
          "--teach compares two trainings from their beginning, so it does not go with --resume;"
              + " leave one of them out");
    }
    DataFolder folder = DataFolder.choose(data, surroundings.environment());
    Experiment experiment = experiment(folder);
    if (resume) {
      experiment = resumed(experiment, folder);
    }
    requireFiles(experiment.corpus(), folder);
    train(experiment, folder);
    return ExitCode.DONE;
  }

  private Experiment experiment(DataFolder folder) throws IOException {
    TomlDocument document =
        file.isPresent()
            ? TomlDocument.read(surroundings.workingFolder().resolve(file.get()))
                .without(ModelFolder.OWN_SECTION)
            : TomlDocument.empty();
    return settings.bind(document, given(folder));
  }

  private Flags given(DataFolder folder) {
    return flags.given(name -> folder.fromCommandLine(name, surroundings.workingFolder()));
  }

  /** What is left unsaid is as the run was, unless an experiment file says it all again. */
  private Experiment resumed(Experiment experiment, DataFolder folder) throws IOException {
    ResumedSettings saved = ResumedSettings.read(TrainingRun.lastFolder(outFolder(experiment)));
    Experiment whole =
        file.isPresent() ? experiment : settings.bind(saved.document(), given(folder));
    saved.requireSame(whole, file);
    return whole;
  }

  /** Before any work, since a corpus that is not there is the commonest mistake. */
  private static void requireFiles(CorpusSettings corpus, DataFolder folder) {
    if (!corpus.isGiven()) {
      throw new ConfigurationException(
          "no corpus to train on: give an experiment file that names one, or --source F and"
              + " --target F, or --tsv F");
    }
    corpus.files().stream()
        .filter(name -> !name.equals(DataFolder.STANDARD_INPUT))
        .forEach(folder::existing);
  }

  private Path outFolder(Experiment experiment) {
    return surroundings.workingFolder().resolve(experiment.outFolder(file));
  }

  private void train(Experiment experiment, DataFolder folder) throws IOException {
    Path out = outFolder(experiment);
    if (!resume && !overwrite) {
      requireNoRun(out);
    }
    TrainingJob job =
        new TrainingJob(experiment, folder, out, index(experiment, out), surroundings.console());
    if (lesson.isPresent()) {
      job.teach(lesson.get());
    } else {
      job.run(resume);
    }
  }

  /** The folder that was asked for; else the run's own, for a corpus too large for memory. */
  private IndexPlace index(Experiment experiment, Path out) {
    return experiment
        .corpus()
        .index()
        .map(folder -> IndexPlace.keptIn(surroundings.workingFolder().resolve(folder)))
        .orElseGet(() -> IndexPlace.whereLarge(TrainingRun.indexFolder(out)));
  }

  private static void requireNoRun(Path out) {
    if (Files.exists(TrainingRun.modelFolder(out)) || Files.exists(TrainingRun.lastFolder(out))) {
      throw new ConfigurationException(
          out
              + ": holds a trained model; name another folder with --out, go on with --resume, or"
              + " lose it with --overwrite");
    }
    List<String> foreign = RunFolder.foreignTo(out);
    if (!foreign.isEmpty()) {
      throw new ConfigurationException(
          out
              + ": is no folder of a training, it holds "
              + String.join(", ", foreign)
              + "; name another folder with --out, or train into this one with --overwrite, which"
              + " leaves them alone");
    }
  }
}
