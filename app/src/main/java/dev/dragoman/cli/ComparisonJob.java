package dev.dragoman.cli;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.report.Comparison;
import dev.dragoman.report.ComparisonPage;
import dev.dragoman.tensor.Workers;
import dev.dragoman.translate.Translator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** {@code dragoman embeddings compare}: compares, then writes it wherever it was asked for. */
final class ComparisonJob {
  private final CompareCommand.Request request;
  private final ModelTextOptions text;
  private final Surroundings surroundings;

  ComparisonJob(CompareCommand.Request request, ModelTextOptions text, Surroundings surroundings) {
    this.request = request;
    this.text = text;
    this.surroundings = surroundings;
  }

  /** Compares both sides and shows what came of it. */
  void run(boolean json) {
    Comparison.Made made = compare();
    ComparisonReport report = new ComparisonReport(request.model(), made, request.count());
    Output out = surroundings.console().out();
    request.html().ifPresent(file -> write(made, file));
    if (json) {
      out.print(report.json());
    } else if (request.html().isPresent()) {
      out.line("written: " + request.html().get());
    } else {
      out.print(report.plain(out.terminal().width()));
    }
  }

  private Comparison.Made compare() {
    KnownWords known = new KnownWords(located(request.analogies()), located(request.pairs()));
    Path folder = Translator.locate(surroundings.workingFolder().resolve(request.model()));
    SavedModel saved = ModelFolder.load(folder);
    Output err = surroundings.console().err();
    err.live("reading the corpus");
    TrainingText read = text.read(saved, folder, surroundings);
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      return new Word2VecComparison(
              saved,
              known,
              new Word2VecComparison.Wishes(
                  request.words(),
                  request.epochs(),
                  request.seed(),
                  Long.MAX_VALUE,
                  request.html().isPresent()),
              workers,
              err)
          .of(read.train());
    }
  }

  private void write(Comparison.Made made, Path file) {
    WrittenFile.write(
        surroundings.workingFolder().resolve(file),
        ComparisonPage.page(request.model().toString(), made)
            .html()
            .getBytes(StandardCharsets.UTF_8));
  }

  private List<Path> located(List<Path> files) {
    return files.stream().map(surroundings.workingFolder()::resolve).toList();
  }
}
