package dev.dragoman.report;

import static dev.dragoman.draw.Node.element;
import static dev.dragoman.report.Prose.cell;
import static dev.dragoman.report.Prose.heading;
import static dev.dragoman.report.Prose.number;
import static dev.dragoman.report.Prose.numberHeading;
import static dev.dragoman.report.Prose.text;

import dev.dragoman.draw.Chart;
import dev.dragoman.draw.Ink;
import dev.dragoman.draw.Node;
import dev.dragoman.draw.Picture;
import dev.dragoman.draw.Section;
import dev.dragoman.draw.Svg;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Loss, BLEU and the sizes of the steps while the model learnt. */
final class CurvesSection {
  private static final double SMOOTHING = 0.03;
  private static final String ACROSS = "update";

  private CurvesSection() {}

  static Section of(TrainingLog log) {
    if (log.updates().isEmpty() && log.validations().isEmpty()) {
      return Section.of(
          "curves",
          "How it learnt",
          Prose.missing(
              "No metrics.jsonl lies beside this model. Dragoman's training writes it into the run"
                  + " folder, next to the folder named model; put both there to see the curves."));
    }
    Node.Element charts = element("div").with("class", "charts");
    for (Chart chart : charts(log)) {
      charts = charts.add(Svg.inline(chart.picture()));
    }
    return Section.of(
        "curves",
        "How it learnt",
        Prose.note(
            "Loss is the mean surprise per target word in nats, shown on a scale of equal ratios;"
                + " the pale line is every single update. Where the validation loss rises while"
                + " the training loss falls, the model begins to learn by heart."),
        charts,
        validations(log));
  }

  private static List<Chart> charts(TrainingLog log) {
    List<Chart> charts = new ArrayList<>();
    charts.add(loss(log));
    if (log.validations().stream().anyMatch(one -> Double.isFinite(one.bleu()))) {
      charts.add(
          chart(
              "BLEU in validation",
              Chart.Scale.LINEAR,
              series(
                  "",
                  Ink.SECOND,
                  Chart.Stroke.DOTTED,
                  validated(log, TrainingLog.Validation::bleu))));
    }
    if (log.alignments().stream().anyMatch(one -> Double.isFinite(one.errorRate()))) {
      charts.add(
          chart(
              "Alignment error rate",
              Chart.Scale.LINEAR,
              series(
                  "",
                  Ink.THIRD,
                  Chart.Stroke.DOTTED,
                  log.alignments().stream()
                      .map(one -> new Picture.Point(one.update(), one.errorRate()))
                      .toList())));
    }
    if (!log.updates().isEmpty()) {
      charts.add(
          chart(
              "Learning rate",
              Chart.Scale.LINEAR,
              series(
                  "",
                  Ink.FIRST,
                  Chart.Stroke.LINE,
                  updated(log, TrainingLog.Update::learningRate))));
      List<Picture.Point> norms = updated(log, TrainingLog.Update::gradientNorm);
      charts.add(
          chart(
              "Norm of the gradient, before clipping",
              Chart.Scale.LOGARITHMIC,
              series("", Ink.FIRST, Chart.Stroke.FAINT, norms),
              series("", Ink.FIRST, Chart.Stroke.LINE, smooth(norms))));
    }
    return charts;
  }

  private static Chart loss(TrainingLog log) {
    List<Picture.Point> training = updated(log, TrainingLog.Update::loss);
    return chart(
        "Loss",
        Chart.Scale.LOGARITHMIC,
        series("", Ink.FIRST, Chart.Stroke.FAINT, training),
        series("training", Ink.FIRST, Chart.Stroke.LINE, smooth(training)),
        series(
            "validation",
            Ink.SECOND,
            Chart.Stroke.DOTTED,
            validated(log, TrainingLog.Validation::loss)));
  }

  private static Chart chart(String title, Chart.Scale scale, Chart.Series... series) {
    return new Chart(title, ACROSS, scale, List.of(series));
  }

  private static Chart.Series series(
      String name, Ink ink, Chart.Stroke stroke, List<Picture.Point> points) {
    return new Chart.Series(name, ink, stroke, points);
  }

  private static List<Picture.Point> updated(
      TrainingLog log, ToDoubleFunction<TrainingLog.Update> value) {
    return log.updates().stream()
        .map(one -> new Picture.Point(one.update(), value.applyAsDouble(one)))
        .toList();
  }

  private static List<Picture.Point> validated(
      TrainingLog log, ToDoubleFunction<TrainingLog.Validation> value) {
    return log.validations().stream()
        .map(one -> new Picture.Point(one.update(), value.applyAsDouble(one)))
        .toList();
  }

  /** An exponential mean that begins with the plain one. */
  private static List<Picture.Point> smooth(List<Picture.Point> points) {
    List<Picture.Point> smooth = new ArrayList<>();
    double mean = 0;
    for (Picture.Point point : points) {
      if (Double.isFinite(point.y())) {
        mean += Math.max(SMOOTHING, 1.0 / (smooth.size() + 1)) * (point.y() - mean);
        smooth.add(new Picture.Point(point.x(), mean));
      }
    }
    return smooth;
  }

  private static Node validations(TrainingLog log) {
    List<Node> rows = new ArrayList<>();
    for (TrainingLog.Validation one : log.validations()) {
      rows.add(
          element(
              "tr",
              number(text("%d", one.epoch())),
              number(text("%,d", one.update())),
              number(text("%.4f", one.loss())),
              number(text("%.2f", one.perplexity())),
              number(Double.isNaN(one.bleu()) ? "–" : text("%.2f", one.bleu())),
              cell(one.best() ? "best so far" : "")));
    }
    return element(
        "details",
        element("summary", text("All %,d validations as a table", rows.size())),
        Prose.table(
            List.of(
                numberHeading("epoch"),
                numberHeading("update"),
                numberHeading("loss"),
                numberHeading("perplexity"),
                numberHeading("BLEU"),
                heading("")),
            rows));
  }
}
