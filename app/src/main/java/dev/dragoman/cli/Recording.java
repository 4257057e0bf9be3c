package dev.dragoman.cli;

import dev.dragoman.config.Experiment;
import dev.dragoman.history.History;
import dev.dragoman.history.HistorySize;
import dev.dragoman.history.HistoryStart;
import dev.dragoman.history.HistoryTable;
import dev.dragoman.history.TableName;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.settings.ConfigurationException;
import dev.dragoman.text.Tokenizer;
import dev.dragoman.training.EmbeddingRecorder;
import dev.dragoman.training.RecorderSettings;
import dev.dragoman.training.UpdateRecorder;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.word2vec.SimilarSpelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The flight recorder of one training, where one is wanted. */
final class Recording implements AutoCloseable {
  private static final int SUGGESTIONS = 3;

  private final Path file;
  private final Seq2Seq model;
  private final long updatesMade;
  private final Optional<HistoryStart> start;
  private Optional<EmbeddingRecorder> recorder = Optional.empty();

  /**
   * A recording; nothing is written yet.
   *
   * @param folder the run's
   * @param updatesMade by the run that is resumed, else 0
   * @throws ConfigurationException if a word that is to be watched is in no vocabulary
   */
  Recording(
      Experiment experiment, TrainingText text, Seq2Seq model, Path folder, long updatesMade) {
    this.file = folder.resolve(History.FILE_NAME);
    this.model = model;
    this.updatesMade = updatesMade;
    RecorderSettings settings = experiment.recorder();
    this.start =
        settings.isOn()
            ? Optional.of(
                EmbeddingRecorder.start(
                    model, settings.precision(), watched(experiment, text), updatesMade))
            : Optional.empty();
  }

  private static Map<TableName, List<Integer>> watched(Experiment experiment, TrainingText text) {
    boolean shared = experiment.model().shareEmbeddings();
    Tokenizer tokenizer = Tokenizer.of(experiment.text());
    Map<TableName, List<Integer>> watched = new EnumMap<>(TableName.class);
    for (String word : experiment.recorder().watch()) {
      boolean found = add(watched, TableName.SOURCE, word, text.source(), tokenizer);
      found |= !shared && add(watched, TableName.TARGET, word, text.target(), tokenizer);
      if (!found) {
        throw unknown(word, text);
      }
    }
    if (shared && watched.containsKey(TableName.SOURCE)) {
      watched.put(TableName.SHARED, watched.get(TableName.SOURCE));
    }
    return watched;
  }

  private static boolean add(
      Map<TableName, List<Integer>> watched,
      TableName table,
      String word,
      Vocabulary vocabulary,
      Tokenizer tokenizer) {
    String token = vocabulary.contains(word) ? word : tokenizer.normalize(word);
    if (!vocabulary.contains(token)) {
      return false;
    }
    List<Integer> ids = watched.computeIfAbsent(table, none -> new ArrayList<>());
    if (!ids.contains(vocabulary.id(token))) {
      ids.add(vocabulary.id(token));
    }
    return true;
  }

  private static ConfigurationException unknown(String word, TrainingText text) {
    List<String> known =
        Stream.concat(text.source().tokens().stream(), text.target().tokens().stream())
            .distinct()
            .toList();
    return new ConfigurationException(
        "--watch: '"
            + word
            + "' is in neither vocabulary"
            + SimilarSpelling.question(SimilarSpelling.of(word, known, SUGGESTIONS)));
  }

  /** What the recording will cost. */
  List<String> bill(long updates) {
    if (start.isEmpty()) {
      return List.of();
    }
    HistoryStart what = start.get();
    int watched = what.tables().stream().mapToInt(table -> table.watched().size()).sum();
    long memory = what.tables().stream().mapToLong(HistoryTable::size).sum() * 3 * Float.BYTES;
    List<String> lines = new ArrayList<>();
    lines.add(
        Bill.field(
            "recorder",
            "about %s: %d snapshots as %s, sums of %,d updates%s",
            size(HistorySize.bytes(what, updates)),
            HistorySize.snapshots(updates) + 1,
            new PrecisionWord().word(what.precision()),
            updates,
            watched == 0
                ? ""
                : ", " + watched + (watched == 1 ? " watched row" : " watched rows")));
    lines.add(Bill.field("", "in %s; and %s of memory", file, size(memory)));
    return lines;
  }

  private static String size(long bytes) {
    return bytes >= 10_000_000
        ? String.format(java.util.Locale.ROOT, "%,d MB", bytes / 1_000_000)
        : String.format(java.util.Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }

  /**
   * Begins to write, or goes on behind what is there. A history that an earlier run left in the
   * folder is not this run's: it is removed where nothing is recorded now.
   */
  UpdateRecorder begin(boolean resumed) throws IOException {
    if (start.isEmpty()) {
      if (!resumed) {
        Files.deleteIfExists(file);
      }
      return UpdateRecorder.NONE;
    }
    EmbeddingRecorder opened =
        resumed && Files.exists(file)
            ? EmbeddingRecorder.resume(file, model, start.get(), updatesMade)
            : EmbeddingRecorder.begin(file, model, start.get());
    recorder = Optional.of(opened);
    return opened;
  }

  @Override
  public void close() {
    recorder.ifPresent(EmbeddingRecorder::close);
  }
}
