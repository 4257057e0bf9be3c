package dev.dragoman.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dragoman attention}: where a model looks while it translates. */
@Command(
    name = "attention",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    header = "Shows where a model looks while it translates.",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "dragoman attention [SENTENCE] --model DIR [OPTIONS]",
    description = {
      "%nA row for each word that is written, a column for each word that is read: the",
      "darker a cell, the more the model looked there before it wrote. Without a",
      "sentence it reads standard input, a sentence a line."
    })
final class AttentionCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SENTENCE",
      arity = "0..*",
      description = "What to translate; several words are one sentence.")
  private List<String> words = List.of();

  @Option(
      names = {"-m", "--model"},
      required = true,
      paramLabel = "DIR",
      description = "Folder of the model.")
  private Path model;

  @Option(
      names = "--target",
      paramLabel = "TEXT",
      description = "Make the model write this translation, and show where it looks then.")
  private Optional<String> target = Optional.empty();

  @Option(names = "--svg", paramLabel = "F", description = "Write a picture as SVG.")
  private Optional<Path> svg = Optional.empty();

  @Option(names = "--png", paramLabel = "F", description = "Write a picture as PNG.")
  private Optional<Path> png = Optional.empty();

  @Option(
      names = "--html",
      paramLabel = "F",
      description = "Write a page, which may hold many sentences.")
  private Optional<Path> html = Optional.empty();

  @Option(
      names = "--json",
      description =
          "Write a JSON object per sentence: tokens with their places in the text, counted in"
              + " characters (code points), and whether the vocabulary lacks them (unknown); attention;"
              + " alignment.")
  private boolean json;

  @Option(
      names = "--ascii",
      description = "Draw with plain characters (default: where the locale has no UTF-8).")
  private boolean ascii;

  @Option(
      names = "--paddings",
      description =
          "Translate the sentence again in batches with longer ones, and show that nothing"
              + " changes.")
  private boolean paddings;

  @Option(
      names = "--emerging",
      description =
          "Show instead how attention came about while the model was trained: one sentence at"
              + " several updates; needs a training with --record.")
  private boolean emerging;

  @Option(
      names = "--aer",
      description =
          "Compare with the alignments that the built-in grammar knows: alignment error rate.")
  private boolean errorRate;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      defaultValue = "1000",
      converter = Count.class,
      description = "With --aer: sentences that the grammar writes (default: ${DEFAULT-VALUE}).")
  private int pairs;

  AttentionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path folder = surroundings.workingFolder().resolve(model);
    if (emerging) {
      requireNoSentence();
      new EmergenceJob(
              ascii ? Shading.PLAIN : Shading.of(surroundings.environment()),
              surroundings.console(),
              json)
          .run(folder, file(html));
      return ExitCode.DONE;
    }
    if (errorRate) {
      requireNothingElse();
      new AlignmentJob(surroundings.console().out(), json).run(folder, pairs);
      return ExitCode.DONE;
    }
    if (paddings && (hasFiles() || target.isPresent())) {
      throw wrong("--paddings compares translations; leave out --target, --svg, --png and --html");
    }
    new AttentionJob(
            new AttentionJob.Request(
                folder,
                String.join(" ", words),
                target,
                file(svg),
                file(png),
                file(html),
                json,
                paddings),
            ascii ? Shading.PLAIN : Shading.of(surroundings.environment()),
            surroundings.console())
        .run();
    return ExitCode.DONE;
  }

  private Optional<Path> file(Optional<Path> named) {
    return named.map(surroundings.workingFolder()::resolve);
  }

  private boolean hasFiles() {
    return Stream.of(svg, png, html).anyMatch(Optional::isPresent);
  }

  private void requireNoSentence() {
    if (!words.isEmpty()
        || target.isPresent()
        || svg.isPresent()
        || png.isPresent()
        || paddings
        || errorRate) {
      throw wrong(
          "--emerging shows the sentence that the training watched; leave out the sentence,"
              + " --target, --svg, --png, --paddings and --aer");
    }
  }

  private void requireNothingElse() {
    if (!words.isEmpty() || target.isPresent() || hasFiles() || paddings) {
      throw wrong(
          "--aer is measured on sentences of the built-in grammar; leave out the sentence,"
              + " --target, --svg, --png, --html and --paddings");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
