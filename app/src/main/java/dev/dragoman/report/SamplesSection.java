package dev.dragoman.report;

import static dev.dragoman.draw.Node.element;
import static dev.dragoman.report.Prose.cell;
import static dev.dragoman.report.Prose.heading;
import static dev.dragoman.report.Prose.number;
import static dev.dragoman.report.Prose.numberHeading;
import static dev.dragoman.report.Prose.text;

import dev.dragoman.draw.Node;
import dev.dragoman.draw.Section;
import java.util.ArrayList;
import java.util.List;

/** What the model made of a sentence at each validation. */
final class SamplesSection {
  private SamplesSection() {}

  static Section of(TrainingLog log) {
    List<TrainingLog.Validation> samples =
        log.validations().stream().filter(one -> !one.source().isEmpty()).toList();
    if (samples.isEmpty()) {
      return Section.of(
          "samples",
          "What it said while it learnt",
          Prose.missing(
              "The training recorded no translations: it had no metrics.jsonl, or validated with"
                  + " training.bleu-sentences = 0."));
    }
    return Section.of(
        "samples", "What it said while it learnt", heads(samples), translations(samples));
  }

  private static Node heads(List<TrainingLog.Validation> samples) {
    TrainingLog.Validation last = samples.getLast();
    return isOneSentence(samples)
        ? element(
            "p",
            element("b", last.source()),
            element("br"),
            new Node.Text("known translation: " + last.reference()))
        : Prose.note("A sentence of the validation text at each validation.");
  }

  private static boolean isOneSentence(List<TrainingLog.Validation> samples) {
    return samples.stream().map(TrainingLog.Validation::source).distinct().count() == 1;
  }

  private static Node translations(List<TrainingLog.Validation> samples) {
    boolean oneSentence = isOneSentence(samples);
    List<Node> rows = new ArrayList<>();
    for (TrainingLog.Validation one : samples) {
      Node.Element row = element("tr", number(text("%,d", one.update())));
      row = oneSentence ? row : row.add(cell(one.source()));
      row =
          row.add(
              one.hypothesis().isEmpty()
                  ? element("td", "(nothing)").with("class", "note")
                  : element("td", one.hypothesis()).with("lang", ""));
      rows.add(row.add(cell(one.hypothesis().equals(one.reference()) ? "= known" : "")));
    }
    List<Node> head = new ArrayList<>(List.of(numberHeading("update")));
    if (!oneSentence) {
      head.add(heading("sentence"));
    }
    head.add(heading("translation"));
    head.add(heading(""));
    return Prose.table(head, rows);
  }
}
