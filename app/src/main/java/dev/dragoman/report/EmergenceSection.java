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
  private static final String TITLE = "How alignment came about";
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
                + " fastest while each word finds its counterpart."),
        pictures);
  }

  private static Node picture(TrainingLog.AlignmentPoint point, ReportSource source) {
    AttentionMap map = point.map(source.translator().model());
    String caption =
        Double.isNaN(point.errorRate())
            ? text("update %,d", point.update())
            : text(
                "update %,d: error rate %.3f over all sentences",
                point.update(), point.errorRate());
    return element(
        "figure",
        element("figcaption", element("span", caption)),
        Svg.inline(AttentionPicture.of(map)));
  }
}
