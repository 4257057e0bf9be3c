package dev.dragoman.cli;

import dev.dragoman.data.CorpusSource;
import dev.dragoman.data.LineReader;
import dev.dragoman.draw.AttentionPicture;
import dev.dragoman.draw.AttentionTable;
import dev.dragoman.draw.Node;
import dev.dragoman.draw.Page;
import dev.dragoman.draw.Picture;
import dev.dragoman.draw.Png;
import dev.dragoman.draw.Section;
import dev.dragoman.draw.Svg;
import dev.dragoman.inspect.AttentionMap;
import dev.dragoman.inspect.PaddingProbe;
import dev.dragoman.inspect.PlacedToken;
import dev.dragoman.inspect.PlacedTokens;
import dev.dragoman.tensor.Workers;
import dev.dragoman.translate.Translation;
import dev.dragoman.translate.Translator;
import dev.dragoman.vocab.Specials;
import dev.dragoman.vocab.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks at sentences and shows or writes what was seen. */
final class AttentionJob {
  private static final int BATCH = 32;
  private static final List<Integer> PADDINGS = List.of(1, 2, 4, 8, 16);

  private final Request request;
  private final Shading shading;
  private final Console console;

  /**
   * What was asked for.
   *
   * @param model folder of the model
   * @param sentence what to translate; blank for standard input
   * @param target the translation that it is made to write, if any
   * @param svg where a picture goes
   * @param png where a picture goes
   * @param html where a page goes
   * @param json whether JSON is written in place of a drawing
   * @param paddings whether translations under paddings are compared instead
   */
  record Request(
      Path model,
      String sentence,
      Optional<String> target,
      Optional<Path> svg,
      Optional<Path> png,
      Optional<Path> html,
      boolean json,
      boolean paddings) {}

  AttentionJob(Request request, Shading shading, Console console) {
    this.request = request;
    this.shading = shading;
    this.console = console;
  }

  /** Does what was asked for. */
  void run() {
    List<String> sentences = sentences();
    Translator own = Translator.load(request.model());
    Translator translator = own.with(own.settings().withNBest(1).withKeepAttention(true));
    if (request.paddings()) {
      sentences.forEach(sentence -> probe(translator, sentence));
      return;
    }
    List<AttentionMap> maps = maps(translator, sentences);
    for (int i = 0; i < maps.size(); i++) {
      show(translator, maps.get(i), i);
    }
    writeFiles(maps);
  }

  private List<String> sentences() {
    if (!request.sentence().isBlank()) {
      return List.of(request.sentence());
    }
    List<String> lines = new ArrayList<>();
    try (LineReader reader = LineReader.open(CorpusSource.STANDARD_INPUT, console.in())) {
      for (String line = reader.next(); line != null; line = reader.next()) {
        if (!line.isBlank()) {
          lines.add(line);
        }
      }
    }
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(
          "no sentence to look at: give one, or lines on standard input");
    }
    if (lines.size() > 1) {
      requireOneSentence(lines.size());
    }
    return lines;
  }

  private void requireOneSentence(int sentences) {
    if (request.svg().isPresent() || request.png().isPresent() || request.target().isPresent()) {
      throw new IllegalArgumentException(
          "--svg, --png and --target are for one sentence, got "
              + sentences
              + "; --html and --json take many");
    }
  }

  private List<AttentionMap> maps(Translator translator, List<String> sentences) {
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      if (request.target().isPresent()) {
        return AttentionMap.forced(
            translator.model(), sentences, List.of(request.target().get()), workers);
      }
      List<AttentionMap> maps = new ArrayList<>();
      for (List<Translation> found : translator.translateAll(sentences, BATCH, workers)) {
        maps.add(AttentionMap.of(found.getFirst(), translator.model()));
      }
      return maps;
    }
  }

  private void show(Translator translator, AttentionMap map, int number) {
    Output out = console.out();
    if (request.json()) {
      out.line(AttentionJson.text(map, translator.model()));
      return;
    }
    if (number > 0) {
      out.line("");
    }
    out.line(map.source().text());
    out.line(map.target().text());
    out.line("");
    new ShadedMap(map, out.terminal().width(), shading).lines().forEach(out::line);
    out.line("");
    out.line(shading.legend());
    Columns.wrapped("alignment " + map.pharaoh(), out.terminal().width()).forEach(out::line);
    sayUnknown(map.source(), translator.model().sourceVocabulary(), "read");
    if (request.target().isPresent()) {
      sayUnknown(map.target(), translator.model().targetVocabulary(), "written");
    }
  }

  /** Words without an id of their own all look the same to the model. */
  private void sayUnknown(PlacedTokens side, Vocabulary vocabulary, String done) {
    String unk = vocabulary.token(Specials.UNK);
    List<String> unknown =
        side.tokens().stream()
            .filter(token -> token.isUnknownTo(vocabulary))
            .map(PlacedToken::token)
            .filter(token -> !token.equals(unk))
            .distinct()
            .toList();
    if (!unknown.isEmpty()) {
      Output out = console.out();
      Columns.wrapped(
              "not in the model's vocabulary, and %s as %s: %s"
                  .formatted(done, unk, String.join(", ", unknown)),
              out.terminal().width())
          .forEach(out::line);
    }
  }

  private void writeFiles(List<AttentionMap> maps) {
    if (request.svg().isPresent()) {
      write(request.svg().get(), bytes(Svg.file(picture(maps))));
    }
    if (request.png().isPresent()) {
      write(request.png().get(), Png.file(picture(maps)));
    }
    if (request.html().isPresent()) {
      write(request.html().get(), bytes(page(maps).html()));
    }
  }

  private static Picture picture(List<AttentionMap> maps) {
    return AttentionPicture.of(maps.getFirst());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void write(Path file, byte[] content) {
    WrittenFile.write(file, content);
    if (!request.json()) {
      console.out().line("written: " + file);
    }
  }

  private static Page page(List<AttentionMap> maps) {
    Node.Element figures = Node.element("div").with("class", "maps");
    for (AttentionMap map : maps) {
      figures = figures.add(AttentionTable.of(map));
    }
    return new Page(
        "Where the model looks",
        "A row for each word that was written, a column for each word that was read: the stronger"
            + " the colour, the more the model looked there. Figures are percents; a frame marks"
            + " the word that it looked at most.",
        List.of(Section.of("attention", "Attention", figures)));
  }

  private void probe(Translator translator, String sentence) {
    PaddingProbe probe = PaddingProbe.run(translator, sentence, PADDINGS);
    Output out = console.out();
    if (request.json()) {
      out.line(AttentionJson.text(probe));
      return;
    }
    out.line(sentence);
    out.line("");
    out.line("padding   score  largest change of attention  translation");
    out.line(text("%7d  %6.3f  %27s  %s", 0, probe.alone().score(), "", probe.alone().text()));
    for (PaddingProbe.Trial trial : probe.trials()) {
      out.line(
          text(
              "%7d  %6.3f  %27s  %s",
              trial.padding(),
              trial.translation().score(),
              trial.attentionDifference() == 0 ? "0" : text("%.1e", trial.attentionDifference()),
              trial.translation().text()));
    }
    out.line("");
    out.line(
        probe.isUnmoved()
            ? "Padding changes nothing: text, score and attention are the same to the last bit."
            : "Something changed with the padding, which must not be: please report it.");
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
