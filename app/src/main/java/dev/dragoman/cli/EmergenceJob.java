package dev.dragoman.cli;

import dev.dragoman.draw.AttentionTable;
import dev.dragoman.draw.Node;
import dev.dragoman.draw.Page;
import dev.dragoman.draw.Section;
import dev.dragoman.inspect.AttentionMap;
import dev.dragoman.report.TrainingLog;
import dev.dragoman.translate.TranslationModel;
import dev.dragoman.translate.Translator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows how the attention of one sentence came about while a model was trained. */
final class EmergenceJob {
  private final Shading shading;
  private final Console console;
  private final boolean json;

  EmergenceJob(Shading shading, Console console, boolean json) {
    this.shading = shading;
    this.console = console;
    this.json = json;
  }

  /**
   * Shows it.
   *
   * @param named folder of a model or of a training run
   * @param html where a page goes
   * @throws IllegalArgumentException if the training watched no attention
   */
  void run(Path named, Optional<Path> html) {
    TranslationModel model = Translator.load(named).model();
    List<TrainingLog.AlignmentPoint> looks = RunFolder.log(named).looks();
    if (looks.isEmpty()) {
      throw new IllegalArgumentException(
          named + ": attention was not watched while this model learnt; train with --record");
    }
    for (TrainingLog.AlignmentPoint look : looks) {
      show(look, model);
    }
    if (html.isPresent()) {
      write(html.get(), looks, model);
    }
  }

  private void show(TrainingLog.AlignmentPoint look, TranslationModel model) {
    AttentionMap map = look.map(model);
    Output out = console.out();
    if (json) {
      out.line(AttentionJson.text(look.update(), map, model));
      return;
    }
    out.line(title(look));
    out.line("");
    new ShadedMap(map, out.terminal().width(), shading).lines().forEach(out::line);
    out.line("");
  }

  private static String title(TrainingLog.AlignmentPoint look) {
    String after = String.format(Locale.ROOT, "after %,d updates", look.update());
    return Double.isNaN(look.errorRate())
        ? after
        : after
            + String.format(
                Locale.ROOT,
                ": alignment error rate %.3f over all sentences watched",
                look.errorRate());
  }

  private void write(Path file, List<TrainingLog.AlignmentPoint> looks, TranslationModel model) {
    List<Section> sections = new ArrayList<>();
    for (TrainingLog.AlignmentPoint look : looks) {
      Node.Element maps = Node.element("div").with("class", "maps");
      sections.add(
          Section.of(
              "update-" + look.update(),
              title(look),
              maps.add(AttentionTable.of(look.map(model)))));
    }
    Page page =
        new Page(
            "How attention came about",
            "One held-out sentence, whose known translation the model was made to write, at"
                + " several updates of its training.",
            sections);
    WrittenFile.write(file, page.html().getBytes(StandardCharsets.UTF_8));
    if (!json) {
      console.out().line("written: " + file);
    }
  }
}
