package dev.dragoman.cli;

import dev.dragoman.data.CorpusSource;
import dev.dragoman.data.LineReader;
import dev.dragoman.search.SearchSettings;
import dev.dragoman.tensor.Workers;
import dev.dragoman.translate.Translation;
import dev.dragoman.translate.Translator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.ObjectMapper;

/**
 * Translates lines as they come and writes the translations in their order, a group of batches at a
 * time.
 */
final class TranslationJob {
  private static final int BATCHES_PER_THREAD = 4;

  /** Made where JSON is asked for only: it takes a thirtieth of a second. */
  private static final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();
  }

  private final TranslateCommand.Request request;
  private final Console console;
  private final Path workingFolder;
  private final Function<Path, Translator> models;

  /**
   * A job that is not begun.
   *
   * @param models the model of a folder
   */
  TranslationJob(
      TranslateCommand.Request request,
      Console console,
      Path workingFolder,
      Function<Path, Translator> models) {
    this.request = request;
    this.console = console;
    this.workingFolder = workingFolder;
    this.models = models;
  }

  /** Translates all that was asked for. */
  void run() {
    List<LineReader> readers = open();
    Translator own = models.apply(request.model());
    Translator translator = own.with(asked(own.settings()));
    int threads = request.threads().orElse(Runtime.getRuntime().availableProcessors());
    try (Workers workers = new Workers(threads)) {
      long group = (long) BATCHES_PER_THREAD * request.batch() * threads;
      for (LineReader reader : readers) {
        translate(reader, translator, workers, group);
      }
    } finally {
      readers.forEach(LineReader::close);
    }
  }

  /** The model's own settings, changed as the command line asks for it. */
  private SearchSettings asked(SearchSettings own) {
    SearchSettings search = request.beam().map(own::withBeamSize).orElse(own);
    if (request.bestOf() > search.beamSize()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "--n-best %d needs a beam of at least %d, but the model's own is %d; give --beam %d",
              request.bestOf(),
              request.bestOf(),
              search.beamSize(),
              request.bestOf()));
    }
    return search
        .withNBest(request.bestOf())
        .withAllowUnknown(own.allowUnknown() && !request.noUnknown())
        .withKeepAttention(request.alignments() || request.json());
  }

  /** All inputs are opened before any work, so that a wrong name is known at once. */
  private List<LineReader> open() {
    List<String> names = request.files().isEmpty() ? List.of("-") : request.files();
    List<LineReader> readers = new ArrayList<>();
    for (String name : names) {
      Path file = name.equals("-") ? CorpusSource.STANDARD_INPUT : workingFolder.resolve(name);
      readers.add(LineReader.open(file, console.in()));
    }
    return readers;
  }

  private void translate(LineReader reader, Translator translator, Workers workers, long group) {
    List<String> waiting = new ArrayList<>();
    long wanted = request.batch();
    for (String line = reader.next(); line != null; line = reader.next()) {
      waiting.add(line);
      if (waiting.size() >= wanted) {
        write(translator.translateAll(waiting, request.batch(), workers));
        waiting.clear();
        wanted = Math.min(group, wanted * 2);
      }
    }
    write(translator.translateAll(waiting, request.batch(), workers));
  }

  private void write(List<List<Translation>> translations) {
    StringBuilder lines = new StringBuilder();
    for (List<Translation> candidates : translations) {
      for (Translation translation : candidates) {
        lines.append(request.json() ? json(translation) : plain(translation)).append('\n');
      }
    }
    if (!lines.isEmpty()) {
      console.out().print(lines.toString());
    }
  }

  private String plain(Translation translation) {
    if (translation.tokens().isEmpty() && translation.sourceTokens().size() == 1) {
      return "";
    }
    StringBuilder line = new StringBuilder();
    if (request.scores()) {
      line.append(String.format(Locale.ROOT, "%.4f\t", translation.normalisedScore()));
    }
    line.append(oneLine(translation.text()));
    if (request.alignments()) {
      line.append('\t').append(translation.pharaohAlignment());
    }
    return line.toString();
  }

  /** A translation never breaks the line count. */
  private static String oneLine(String text) {
    return text.replace('\n', ' ').replace('\r', ' ');
  }

  private static String json(Translation translation) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("source", translation.source());
    object.put("sourceTokens", translation.sourceTokens());
    object.put("text", translation.text());
    object.put("tokens", translation.tokens());
    object.put("score", translation.score());
    object.put("normalisedScore", translation.normalisedScore());
    object.put("complete", translation.complete());
    object.put("attention", translation.attention());
    return Json.MAPPER.writeValueAsString(object);
  }
}
