package dev.dragoman.cli;

import dev.dragoman.inspect.EmbeddingTable;
import dev.dragoman.word2vec.ProjectorFolder;
import dev.dragoman.word2vec.WordVectorFiles;
import dev.dragoman.word2vec.WordVectorFormat;
import dev.dragoman.word2vec.WordVectors;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dragoman embeddings export}: a table as a file that other tools read. */
@Command(
    name = "export",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    header = "Writes a table as a file that other tools read.",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "dragoman embeddings export --model DIR --out V [OPTIONS]",
    description = {
      "%nText and binary are word2vec's; numpy writes V.npy and the words into",
      "V.tokens.txt beside it; projector writes TensorBoard's files into the folder",
      "V."
    })
final class ExportCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final TableOptions tables = new TableOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "V",
      order = 4,
      description = "File or folder to write.")
  private Path out;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      order = 5,
      converter = VectorFormatWord.class,
      completionCandidates = VectorFormatWord.class,
      description =
          "${COMPLETION-CANDIDATES} (default: by V's ending, bin, vec or npy; else text).")
  private Optional<WordVectorFormat> format = Optional.empty();

  @Option(names = "--no-specials", order = 6, description = "Leave out <pad>, <unk>, <s> and </s>.")
  private boolean noSpecials;

  @Option(
      names = "--json",
      order = 20,
      description = "Say in a JSON object what was written: table, vectors, size, format, out.")
  private boolean json;

  ExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path place = surroundings.workingFolder().resolve(out);
    WordVectorFormat chosen = format.orElseGet(() -> VectorFormatWord.of(out));
    WordVectorFiles.requireWritable(place, chosen);
    TableOptions.Asked asked = tables.open(surroundings, List.of());
    EmbeddingTable table = asked.table();
    int first = noSpecials ? table.specials() : 0;
    WordVectors vectors = first == 0 ? table.vectors() : table.withoutSpecials();
    if (chosen == WordVectorFormat.PROJECTOR) {
      ProjectorFolder.write(vectors, place, columns(table, first));
    } else {
      WordVectorFiles.write(vectors, place, chosen);
    }
    say(table.name(), vectors, chosen);
    if (!json && asked.side().isPresent() && tables.side().isEmpty()) {
      sayThereIsAnother();
    }
    return ExitCode.DONE;
  }

  /** Who names no table may have meant the other one. */
  private void sayThereIsAnother() {
    if (!tables.load(surroundings).model().settings().shareEmbeddings()) {
      surroundings.console().out().line("The target words are another table: --table target.");
    }
  }

  private void say(String table, WordVectors vectors, WordVectorFormat chosen) {
    String word = VectorFormatWord.wordOf(chosen);
    if (json) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("table", table);
      object.put("vectors", vectors.count());
      object.put("size", vectors.size());
      object.put("format", word);
      object.put("out", out.toString());
      surroundings.console().out().print(Json.text(object));
      return;
    }
    surroundings
        .console()
        .out()
        .line(
            String.format(
                Locale.ROOT,
                "%s: %,d vectors of size %d, %s: %s",
                table,
                vectors.count(),
                vectors.size(),
                word,
                out));
  }

  private static List<ProjectorFolder.Column> columns(EmbeddingTable table, int first) {
    boolean counted = table.occurrences(first).isPresent();
    return counted
        ? List.of(
            new ProjectorFolder.Column(
                "count",
                IntStream.range(first, table.rows())
                    .mapToObj(id -> Long.toString(table.occurrences(id).orElseThrow()))
                    .toList()))
        : List.of();
  }
}
