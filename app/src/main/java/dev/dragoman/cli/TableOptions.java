package dev.dragoman.cli;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.checkpoint.Side;
import dev.dragoman.inspect.EmbeddingTable;
import dev.dragoman.inspect.UnknownTokenException;
import dev.dragoman.model.TableSide;
import dev.dragoman.text.Tokenizer;
import dev.dragoman.translate.Translator;
import dev.dragoman.word2vec.SimilarSpelling;
import dev.dragoman.word2vec.WordVectorFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which table of embeddings a command looks at: one of a model's, or a file's. */
final class TableOptions {
  private static final int SUGGESTIONS = 3;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"-m", "--model"},
      paramLabel = "DIR",
      order = 1,
      description = "Folder of the model whose embeddings are meant.")
  private Optional<Path> model = Optional.empty();

  @Option(
      names = "--vectors",
      paramLabel = "V",
      order = 2,
      description =
          "A file of vectors in place of a model, of any format that 'embeddings import' reads.")
  private Optional<Path> vectors = Optional.empty();

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      order = 3,
      converter = TableSideWord.class,
      completionCandidates = TableSideWord.class,
      description =
          "Of a model: ${COMPLETION-CANDIDATES} (default: source, or target where only that one has the words).")
  private Optional<TableSide> table = Optional.empty();

  /**
   * A table and the words that were asked for, as it spells them.
   *
   * @param place the model's folder or the file
   * @param side which of a model's tables it is
   */
  record Asked(EmbeddingTable table, List<String> words, Path place, Optional<TableSide> side) {}

  /** The table that has all these words. */
  Asked open(Surroundings surroundings, List<String> words) {
    requireOne();
    if (vectors.isPresent()) {
      return new Asked(file(surroundings, vectors.get()), words, vectors.get(), Optional.empty());
    }
    Path folder = model.orElseThrow();
    SavedModel saved = load(surroundings);
    List<Asked> tables = new ArrayList<>();
    for (TableSide side : table.map(List::of).orElse(List.of(TableSide.SOURCE, TableSide.TARGET))) {
      EmbeddingTable one = EmbeddingTable.of(saved, side);
      tables.add(
          new Asked(
              one,
              words.stream().map(word -> spelt(word, one, sideOf(saved, side))).toList(),
              folder,
              Optional.of(side)));
    }
    return tables.stream()
        .filter(asked -> asked.words().stream().allMatch(asked.table()::contains))
        .findFirst()
        .orElseThrow(() -> unknown(tables));
  }

  /** The model that was named, which must be one. */
  SavedModel load(Surroundings surroundings) {
    if (model.isEmpty()) {
      throw wrong("expected --model DIR");
    }
    return ModelFolder.load(folder(surroundings));
  }

  /** Where that model lies. */
  Path folder(Surroundings surroundings) {
    return Translator.locate(surroundings.workingFolder().resolve(model.orElseThrow()));
  }

  /** Whether a model was named. */
  boolean hasModel() {
    return model.isPresent();
  }

  /** Whether a file of vectors was named. */
  boolean hasVectors() {
    return vectors.isPresent();
  }

  /** The side that was named. */
  Optional<TableSide> side() {
    return table;
  }

  private void requireOne() {
    if (model.isPresent() == vectors.isPresent()) {
      throw wrong(
          model.isPresent()
              ? "--vectors stands in place of --model; give one or the other"
              : "expected --model DIR or --vectors V");
    }
    if (vectors.isPresent() && table.isPresent()) {
      throw wrong("--table chooses among a model's tables; --vectors has only one");
    }
  }

  private static EmbeddingTable file(Surroundings surroundings, Path file) {
    return EmbeddingTable.of(
        file.toString(), WordVectorFiles.read(surroundings.workingFolder().resolve(file)));
  }

  static Side sideOf(SavedModel saved, TableSide side) {
    return side == TableSide.SOURCE ? saved.source() : saved.target();
  }

  /**
   * The word as it stands, else as the model's text settings would write it: Queen for queen, in a
   * model of small letters.
   */
  static String spelt(String word, EmbeddingTable table, Side side) {
    String normalised = Tokenizer.of(side.text()).normalize(word);
    return !table.contains(word) && table.contains(normalised) ? normalised : word;
  }

  private static RuntimeException unknown(List<Asked> tables) {
    if (tables.size() == 1) {
      return unknown(tables.getFirst());
    }
    Asked first = tables.getFirst();
    for (int i = 0; i < first.words().size(); i++) {
      String word = first.words().get(i);
      int at = i;
      if (tables.stream().noneMatch(asked -> asked.table().contains(asked.words().get(at)))) {
        return new UnknownTokenException(
            word, "the source table or the target table", suggestions(word, tables));
      }
    }
    return new IllegalArgumentException(
        "no table has all of " + String.join(", ", first.words()) + "; they are of two languages");
  }

  private static List<String> suggestions(String word, List<Asked> tables) {
    List<String> known =
        tables.stream()
            .flatMap(asked -> asked.table().withoutSpecials().words().stream())
            .distinct()
            .toList();
    return SimilarSpelling.of(word, known, SUGGESTIONS);
  }

  private static RuntimeException unknown(Asked asked) {
    String word =
        asked.words().stream()
            .filter(each -> !asked.table().contains(each))
            .findFirst()
            .orElseThrow();
    return new UnknownTokenException(word, asked.table().name(), asked.table().suggestions(word));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
