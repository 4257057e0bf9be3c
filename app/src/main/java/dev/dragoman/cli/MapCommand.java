package dev.dragoman.cli;

import dev.dragoman.projection.ProjectionMethod;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dragoman embeddings map}: the words of a table as points of a plane. */
@Command(
    name = "map",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    header = "Draws a map on which words with like vectors lie together.",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "dragoman embeddings map --model DIR [OPTIONS]",
    description = {
      "%nDraws in the terminal, or as --svg, --png, --html or --json. The page of",
      "--html can be searched and enlarged; where the model was trained with",
      "--record, it shows how the map came about."
    })
final class MapCommand implements Callable<Integer> {
  /** What colours tell apart. */
  enum Colour {
    /** How often words occurred. */
    FREQUENCY,
    /** What the built-in grammar knows of them. */
    PART,
    /** How far they are from where they began. */
    MOVEMENT
  }

  /** The same as words. */
  static final class ColourWord extends Words<Colour> {
    ColourWord() {
      super(List.of(Colour.values()));
    }
  }

  /** Methods as words. */
  static final class MethodWord extends Words<ProjectionMethod> {
    MethodWord() {
      super(List.of(ProjectionMethod.values()));
    }
  }

  /**
   * What was asked for.
   *
   * @param words those that are named on the map whatever stands beside them
   */
  record Request(
      ProjectionMethod method,
      Optional<Colour> colour,
      int rows,
      long seed,
      List<String> words,
      Optional<Path> svg,
      Optional<Path> png,
      Optional<Path> html,
      boolean json) {
    /** Whether a file was asked for. */
    boolean hasFiles() {
      return svg.isPresent() || png.isPresent() || html.isPresent();
    }
  }

  private final Surroundings surroundings;

  @Mixin private final TableOptions tables = new TableOptions();

  @Option(
      names = "--method",
      paramLabel = "HOW",
      order = 4,
      defaultValue = "pca",
      converter = MethodWord.class,
      completionCandidates = MethodWord.class,
      description =
          "${COMPLETION-CANDIDATES}: the plane in which vectors differ most; neighbours kept together; the same from a graph (default: ${DEFAULT-VALUE}).")
  private ProjectionMethod method;

  @Option(
      names = {"--colour", "--color"},
      paramLabel = "WHAT",
      order = 5,
      converter = ColourWord.class,
      completionCandidates = ColourWord.class,
      description =
          "${COMPLETION-CANDIDATES}: times seen, kind of word (built-in corpus), distance from the start (needs a model trained with --record). Default: part where it is known, else frequency.")
  private Optional<Colour> colour = Optional.empty();

  @Option(
      names = "--rows",
      paramLabel = "N",
      order = 6,
      defaultValue = "2000",
      converter = Count.class,
      description = "Draw the N most frequent words (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Option(
      names = "--words",
      paramLabel = "W,W",
      order = 7,
      split = ",",
      description = "Words that are named whatever stands beside them, with commas between.")
  private List<String> words = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      order = 8,
      defaultValue = "1",
      description =
          "Seed of t-SNE and UMAP; the same gives the same map (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--svg", paramLabel = "F", order = 9, description = "Draw into this file as SVG.")
  private Optional<Path> svg = Optional.empty();

  @Option(names = "--png", paramLabel = "F", order = 10, description = "Draw it as PNG.")
  private Optional<Path> png = Optional.empty();

  @Option(
      names = "--html",
      paramLabel = "F",
      order = 11,
      description = "Write a page that can be searched, with a time slider.")
  private Optional<Path> html = Optional.empty();

  @Option(
      names = "--ascii",
      order = 12,
      description = "Draw with plain characters (default: where the locale has no UTF-8).")
  private boolean ascii;

  @Option(
      names = "--json",
      order = 13,
      description = "Write every word with its place and its group as JSON.")
  private boolean json;

  MapCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    new MapJob(
            tables,
            new Request(
                method,
                colour,
                rows,
                seed,
                words.stream().map(String::strip).filter(word -> !word.isEmpty()).toList(),
                svg,
                png,
                html,
                json),
            ascii ? Shading.PLAIN : Shading.of(surroundings.environment()),
            surroundings)
        .run();
    return ExitCode.DONE;
  }

  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
