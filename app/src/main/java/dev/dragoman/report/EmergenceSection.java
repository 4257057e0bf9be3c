package dev.dragoman.report;

import static dev.dragoman.draw.Node.element;
import static dev.dragoman.report.Prose.text;

import dev.dragoman.draw.AttentionPicture;
import dev.dragoman.draw.Node;
import dev.dragoman.draw.Section;
import dev.dragoman.draw.Svg;
import dev.dragoman.inspect.AttentionMap;
import java.util.List;

/** Where the model looked in one sentence, again and again while it learnt. */
final class EmergenceSection {
  private static final String ID = "emergence";
  static final String TITLE = "How alignment came about";
  private static final int MOST_PICTURES = 12;

  private EmergenceSection() {}

  static Section of(ReportSource source) {
    List<TrainingLog.AlignmentPoint> points = source.log().looks();
    if (points.isEmpty()) {
      return Section.of(
          ID,
          TITLE,
          Prose.missing("Attention was not watched while this model learnt: train with --record."));
    }
    Node.Element pictures = element("div").with("class", "maps emergence");
    int stride = Math.ceilDiv(points.size(), MOST_PICTURES);
    for (int i = 0; i < points.size(); i++) {
      if (i % stride == 0 || i == points.size() - 1) {
        pictures = pictures.add(picture(points.get(i), source));
      }
    }
    return Section.of(
        ID,
        TITLE,
        Prose.note(
            "One held-out sentence, whose known translation the model was made to write. At first"
                + " it looks everywhere, or at one place whatever it writes; the perplexity falls"
                + " fastest while each word finds its counterpart."
                + measured(points)),
        pictures);
  }

  /** Of which sentences the error rates are, where there are some. */
  private static String measured(List<TrainingLog.AlignmentPoint> points) {
    TrainingLog.AlignmentPoint last = points.getLast();
    return Double.isNaN(last.errorRate())
        ? ""
        : text(
            " The error rates were measured while it learnt, over %sheld-out sentences of the"
                + " run's own corpus; the section “%s” measures the finished model over other"
                + " sentences, so that its figure may differ a little from the last one here.",
            last.sentences() == 0 ? "" : text("%,d ", last.sentences()), AlignmentSection.TITLE);
  }

  private static Node picture(TrainingLog.AlignmentPoint point, ReportSource source) {
    AttentionMap map = point.map(source.translator().model());
    String caption =
        Double.isNaN(point.errorRate())
            ? text("update %,d", point.update())
            : text("update %,d: error rate %.3f", point.update(), point.errorRate());
    return element(
        "figure",
        element("figcaption", element("span", caption)),
        Svg.inline(AttentionPicture.of(map)));
  }
}
