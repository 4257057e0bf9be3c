package dev.dragoman.cli;

import dev.dragoman.data.CorpusException;
import dev.dragoman.data.CorpusSource;
import dev.dragoman.data.LineReader;
import dev.dragoman.metrics.Bleu;
import dev.dragoman.metrics.BleuScore;
import dev.dragoman.metrics.BleuSettings;
import dev.dragoman.metrics.BleuTokenizer;
import dev.dragoman.metrics.Chrf;
import dev.dragoman.metrics.ChrfSettings;
import dev.dragoman.metrics.MetricScore;
import dev.dragoman.metrics.Signature;
import dev.dragoman.search.SearchSettings;
import dev.dragoman.tensor.Workers;
import dev.dragoman.text.TextSettings;
import dev.dragoman.text.Tokenization;
import dev.dragoman.text.Tokenizer;
import dev.dragoman.translate.Translator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Translates where a model is given, then scores against the reference. */
final class EvaluationJob {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final EvaluateCommand.Request request;
  private final Console console;
  private final Path workingFolder;

  EvaluationJob(EvaluateCommand.Request request, Console console, Path workingFolder) {
    this.request = request;
    this.console = console;
    this.workingFolder = workingFolder;
  }

  /** Writes the scores. */
  void run() {
    List<String> references = scored(request.reference());
    List<String> hypotheses =
        request.hypothesis().isPresent()
            ? scored(request.hypothesis().get())
            : translated(references.size());
    if (hypotheses.size() != references.size()) {
      throw new CorpusException(
          "%s has %,d lines but the reference %s has %,d; they must go together line by line"
              .formatted(
                  request.hypothesis().orElse("the hypothesis"),
                  hypotheses.size(),
                  request.reference(),
                  references.size()));
    }
    if (references.isEmpty()) {
      throw new CorpusException(request.reference() + ": empty; expected one sentence a line");
    }
    List<MetricScore> scores = new ArrayList<>();
    for (String metric : request.metrics()) {
      scores.add(score(metric, hypotheses, references));
    }
    console.out().print(request.json() ? json(scores) : plain(scores));
  }

  /**
   * The lines of a file that is scored, as sacreBLEU reads them: a byte order mark is scored with
   * the rest. Hardly anybody wants that, so it is said.
   */
  private List<String> scored(String name) {
    try (LineReader reader = open(name)) {
      List<String> lines = reader.keepingByteOrderMark().readAll();
      if (!lines.isEmpty() && lines.getFirst().indexOf(LineReader.BYTE_ORDER_MARK) == 0) {
        console
            .err()
            .line(
                "dragoman: "
                    + reader.name()
                    + " begins with a byte order mark, which is scored as text (sacreBLEU does the"
                    + " same)");
      }
      return lines;
    }
  }

  private LineReader open(String name) {
    Path file = name.equals("-") ? CorpusSource.STANDARD_INPUT : workingFolder.resolve(name);
    return LineReader.open(file, console.in());
  }

  private List<String> lines(String name) {
    try (LineReader reader = open(name)) {
      return reader.readAll();
    }
  }

  private List<String> translated(int references) {
    String name = request.source().orElseThrow();
    List<String> sources = lines(name);
    if (sources.size() != references) {
      throw new CorpusException(
          "%s has %,d lines but the reference %s has %,d; they must go together line by line"
              .formatted(name, sources.size(), request.reference(), references));
    }
    Translator own = Translator.load(workingFolder.resolve(request.model().orElseThrow()));
    SearchSettings settings = own.settings().withKeepAttention(false);
    Translator translator = own.with(request.beam().map(settings::withBeamSize).orElse(settings));
    try (Workers workers =
        new Workers(request.threads().orElse(Runtime.getRuntime().availableProcessors()))) {
      return inGroups(translator, sources, workers);
    }
  }

  private List<String> inGroups(Translator translator, List<String> sources, Workers workers) {
    LiveLine live = new LiveLine(console.err(), System::nanoTime, java.time.Duration.ofSeconds(10));
    long group = 4L * request.batch() * workers.count();
    List<String> hypotheses = new ArrayList<>();
    while (hypotheses.size() < sources.size()) {
      int to = (int) Math.min(sources.size(), hypotheses.size() + group);
      List<String> some = sources.subList(hypotheses.size(), to);
      translator
          .translateAll(some, request.batch(), workers)
          .forEach(found -> hypotheses.add(found.getFirst().text()));
      if (console.err().terminal().interactive()) {
        live.show(
            String.format(
                Locale.ROOT, "translated %,d of %,d sentences", hypotheses.size(), sources.size()));
      }
    }
    return hypotheses;
  }

  private MetricScore score(String metric, List<String> hypotheses, List<String> references) {
    return switch (metric) {
      case "bleu" -> bleu(hypotheses, references);
      case "chrf" -> chrf(ChrfSettings.defaults(), hypotheses, references);
      default -> chrf(ChrfSettings.plusPlus(), hypotheses, references);
    };
  }

  private MetricScore chrf(
      ChrfSettings settings, List<String> hypotheses, List<String> references) {
    return new Chrf(settings.withLowercase(request.lowercase()))
        .corpus(hypotheses, List.of(references));
  }

  private BleuScore bleu(List<String> hypotheses, List<String> references) {
    BleuSettings settings = BleuSettings.defaults().withLowercase(request.lowercase());
    if (request.tokenizer() == EvaluateCommand.Tokenizer.PEER) {
      Tokenizer peer =
          Tokenizer.of(new TextSettings(request.lowercase(), false, Tokenization.PEER));
      BleuScore score =
          new Bleu(settings.withTokenizer(BleuTokenizer.NONE).withForce(true))
              .corpus(split(hypotheses, peer), List.of(split(references, peer)));
      return new BleuScore(
          score.score(),
          score.precisions(),
          score.bp(),
          score.statistics(),
          tokenizedBy(score.signature(), "peer"));
    }
    Bleu bleu =
        new Bleu(settings.withTokenizer(BleuTokenizer.named(request.tokenizer().toString())));
    if (bleu.looksTokenized(hypotheses)) {
      console
          .err()
          .line(
              "dragoman: the hypotheses look tokenised (many end in \" .\"); BLEU expects plain text");
    }
    return bleu.corpus(hypotheses, List.of(references));
  }

  private static List<String> split(List<String> lines, Tokenizer tokenizer) {
    return lines.stream().map(line -> String.join(" ", tokenizer.tokenize(line))).toList();
  }

  private static Signature tokenizedBy(Signature signature, String name) {
    return new Signature(
        signature.fields().stream()
            .map(field -> field.key().equals("tok") ? new Signature.Field("tok", name) : field)
            .toList());
  }

  private static String plain(List<MetricScore> scores) {
    StringBuilder lines = new StringBuilder();
    for (MetricScore score : scores) {
      lines.append(score.formatSigned(2)).append('\n');
    }
    return lines.toString();
  }

  private static String json(List<MetricScore> scores) {
    List<Map<String, Object>> array = new ArrayList<>();
    for (MetricScore score : scores) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("name", score.name());
      object.put("score", score.roundedScore(4));
      object.put("signature", score.signature().toString());
      if (!score.verboseScore().isEmpty()) {
        object.put("verbose_score", score.verboseScore());
      }
      score.signature().fields().forEach(field -> object.put(field.key(), field.value()));
      array.add(object);
    }
    return JSON.writeValueAsString(array).replace("\r\n", "\n") + "\n";
  }
}
