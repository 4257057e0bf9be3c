package dev.dragoman.cli;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.inspect.ImportedVectors;
import dev.dragoman.model.TableSide;
import dev.dragoman.translate.Translator;
import dev.dragoman.word2vec.WordVectorFiles;
import dev.dragoman.word2vec.WordVectorFormat;
import dev.dragoman.word2vec.WordVectors;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code dragoman embeddings import}: reads a file of vectors, checks it, says what it covers, and
 * converts it.
 */
@Command(
    name = "import",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    header = "Reads vectors of other tools: checks, converts, says what they cover.",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "dragoman embeddings import V [--model DIR] [--out W] [OPTIONS]",
    description = {
      "%nTo train a model that begins with such vectors: dragoman train",
      "--source-vectors V."
    })
final class ImportCommand implements Callable<Integer> {
  private static final int FREQUENT = 8;

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "V",
      description =
          "The vectors: word2vec, GloVe, fastText's .vec, .npy, projector folder; .gz is understood.")
  private Path file;

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      order = 1,
      converter = VectorFormatWord.class,
      completionCandidates = VectorFormatWord.class,
      description = "V's format: ${COMPLETION-CANDIDATES} (default: as V's beginning says).")
  private Optional<WordVectorFormat> from = Optional.empty();

  @Option(
      names = "--first",
      paramLabel = "N",
      order = 2,
      converter = Count.class,
      description = "Read only the first N vectors.")
  private Optional<Integer> first = Optional.empty();

  @Option(
      names = {"-m", "--model"},
      paramLabel = "DIR",
      order = 3,
      description = "Say how much of this model's vocabularies they cover.")
  private Optional<Path> model = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "W",
      order = 4,
      description = "Write them to this file or folder.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      order = 5,
      converter = VectorFormatWord.class,
      completionCandidates = VectorFormatWord.class,
      description = "How W is written (default: as its ending says).")
  private Optional<WordVectorFormat> format = Optional.empty();

  @Option(
      names = "--json",
      order = 20,
      description =
          "Say all this in a JSON object: format, vectors, size, coverage of source and target.")
  private boolean json;

  ImportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (format.isPresent() && out.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--format says how --out W is written; give --out W too");
    }
    Path place = surroundings.workingFolder().resolve(file);
    WordVectorFormat found = from.orElseGet(() -> WordVectorFiles.detect(place));
    WordVectors vectors = WordVectorFiles.read(place, found, first.orElse(Integer.MAX_VALUE));
    Map<TableSide, ImportedVectors.Coverage> coverage =
        model.map(folder -> coverage(folder, vectors)).orElse(Map.of());
    Optional<WordVectorFormat> written = out.map(target -> write(vectors, target));
    if (json) {
      surroundings.console().out().print(json(found, vectors, coverage));
    } else {
      say(found, vectors, coverage, written);
    }
    return ExitCode.DONE;
  }

  private Map<TableSide, ImportedVectors.Coverage> coverage(Path folder, WordVectors vectors) {
    SavedModel saved =
        ModelFolder.load(Translator.locate(surroundings.workingFolder().resolve(folder)));
    ImportedVectors imported = new ImportedVectors(file.toString(), vectors);
    Map<TableSide, ImportedVectors.Coverage> coverage = new EnumMap<>(TableSide.class);
    for (TableSide side : TableSide.values()) {
      coverage.put(side, imported.coverage(TableOptions.sideOf(saved, side).vocabulary()));
    }
    return coverage;
  }

  private WordVectorFormat write(WordVectors vectors, Path target) {
    WordVectorFormat chosen = format.orElseGet(() -> VectorFormatWord.of(target));
    WordVectorFiles.write(vectors, surroundings.workingFolder().resolve(target), chosen);
    return chosen;
  }

  private void say(
      WordVectorFormat found,
      WordVectors vectors,
      Map<TableSide, ImportedVectors.Coverage> coverage,
      Optional<WordVectorFormat> written) {
    line(
        "%s: %s, %,d vectors of size %d: %s …",
        file,
        VectorFormatWord.wordOf(found),
        vectors.count(),
        vectors.size(),
        String.join(" ", vectors.words().subList(0, Math.min(FREQUENT, vectors.count()))));
    Output standard = surroundings.console().out();
    coverage.forEach((side, one) ->
        CoverageLines.of(nameOf(side), one, standard.terminal().width()).forEach(standard::line));
    written.ifPresent(
        chosen -> line("written as %s: %s", VectorFormatWord.wordOf(chosen), out.orElseThrow()));
  }

  private String json(
      WordVectorFormat found,
      WordVectors vectors,
      Map<TableSide, ImportedVectors.Coverage> coverage) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", file.toString());
    object.put("format", VectorFormatWord.wordOf(found));
    object.put("vectors", vectors.count());
    object.put("size", vectors.size());
    coverage.forEach((side, one) -> object.put(nameOf(side), json(one)));
    out.ifPresent(target -> object.put("out", target.toString()));
    return Json.text(object);
  }

  private static Map<String, Object> json(ImportedVectors.Coverage coverage) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("covered", coverage.covered());
    object.put("tokens", coverage.tokens());
    object.put("runningShare", coverage.runningShare());
    object.put("uncovered", coverage.uncovered());
    return object;
  }

  private static String nameOf(TableSide side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  private void line(String text, Object... values) {
    surroundings.console().out().line(String.format(Locale.ROOT, text, values));
  }
}
