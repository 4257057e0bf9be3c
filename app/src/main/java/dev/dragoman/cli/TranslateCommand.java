package dev.dragoman.cli;

import dev.dragoman.translate.Translator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dragoman translate}: text in, translations out, line by line. */
@Command(
    name = TranslateCommand.NAME,
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    header = "Translates files or standard input.",
    synopsisHeading = "%nUsage: ",
    description = {
      "%nWrites to standard output a line for each line in, in their order, as soon as",
      "they are ready. Empty lines stay empty."
    })
final class TranslateCommand implements Callable<Integer> {
  static final String NAME = "translate";

  /** The two names of the option that says which model. */
  static final String MODEL = "--model";

  static final String MODEL_IN_SHORT = "-m";

  private final Surroundings surroundings;
  private final Function<Path, Translator> models;

  @Spec private CommandSpec spec;

  @Option(
      names = {MODEL_IN_SHORT, MODEL},
      required = true,
      paramLabel = "DIR",
      description = "Folder of the model.")
  private Path model;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Files to translate, one after the other; - is standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--beam",
      paramLabel = "K",
      converter = Count.OfBeam.class,
      description =
          "Hypotheses kept per sentence; 1 is greedy (default: as the model's experiment says,"
              + " else 5).")
  private Optional<Integer> beam = Optional.empty();

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "32",
      converter = Count.class,
      description = "Sentences translated together (default: ${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--n-best",
      paramLabel = "N",
      defaultValue = "1",
      converter = Count.class,
      description = "Translations per sentence, best first, at most K (default: ${DEFAULT-VALUE}).")
  private int bestOf;

  @Option(names = "--scores", description = "Put each translation's score before it.")
  private boolean scores;

  @Option(
      names = "--alignments",
      description = "Put word alignments behind each translation: 0-0 1-2 (Pharaoh).")
  private boolean alignments;

  @Option(
      names = "--json",
      description = "Write a JSON object per sentence: text, tokens, score, attention.")
  private boolean json;

  @Option(names = "--no-unknown", description = "Never produce the unknown word <unk>.")
  private boolean noUnknown;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Count.OfThreads.class,
      description = "Threads to use; 0 for one per processor, as if left out.")
  private Optional<Integer> threads = Optional.empty();

  TranslateCommand(Surroundings surroundings) {
    this(surroundings, Translator::load);
  }

  /**
   * What it does with a model that is there sooner.
   *
   * @param models the model of a folder; throws as {@link Translator#load}
   */
  TranslateCommand(Surroundings surroundings, Function<Path, Translator> models) {
    this.surroundings = surroundings;
    this.models = models;
  }

  @Override
  public Integer call() {
    if (beam.isPresent() && bestOf > beam.get()) {
      throw new ParameterException(
          spec.commandLine(),
          "--n-best "
              + bestOf
              + " needs a beam of at least "
              + bestOf
              + ", got --beam "
              + beam.get());
    }
    Path folder = surroundings.workingFolder().resolve(model);
    translate(
        new Request(
            folder, files, beam, batch, bestOf, scores, alignments, json, noUnknown, threads),
        surroundings.console());
    return ExitCode.DONE;
  }

  /**
   * What was asked for.
   *
   * @param model folder of the model
   * @param files what to read, {@code -} for standard input; none is standard input too
   * @param beam hypotheses kept per sentence; absent for the model's own
   * @param batch sentences translated together
   * @param bestOf translations per sentence
   * @param scores whether scores are written
   * @param alignments whether alignments are written
   * @param json whether JSON is written
   * @param noUnknown whether the unknown word is never produced
   * @param threads absent for one per processor
   */
  record Request(
      Path model,
      List<String> files,
      Optional<Integer> beam,
      int batch,
      int bestOf,
      boolean scores,
      boolean alignments,
      boolean json,
      boolean noUnknown,
      Optional<Integer> threads) {}

  private void translate(Request request, Console console) {
    new TranslationJob(request, console, surroundings.workingFolder(), models).run();
  }
}
