package dev.dragoman.report;

import static dev.dragoman.draw.Node.element;
import static dev.dragoman.report.Prose.text;

import dev.dragoman.checkpoint.TrainingSummary;
import dev.dragoman.draw.Node;
import dev.dragoman.draw.Section;
import java.util.ArrayList;
import java.util.List;

/** The figures that people ask for first. */
final class SummarySection {
  private SummarySection() {}

  static Section of(ReportSource source) {
    TrainingSummary training = source.saved().training();
    List<Node> tiles = new ArrayList<>();
    training.bleu().ifPresent(bleu -> tiles.add(tile(text("%.1f", bleu), "BLEU in validation")));
    training
        .perplexity()
        .ifPresent(
            perplexity -> tiles.add(tile(text("%.2f", perplexity), "perplexity in validation")));
    tiles.add(tile(text("%,d", Parts.all(source.saved().model())), "parameters"));
    tiles.add(
        tile(
            text(
                "%,d + %,d",
                source.saved().source().vocabulary().size(),
                source.saved().target().vocabulary().size()),
            "source and target vocabulary"));
    tiles.add(
        tile(
            text("%,d", training.updates()),
            text(
                "updates in %,d %s until this model",
                training.epochs(), training.epochs() == 1 ? "epoch" : "epochs")));
    if (source.log().seconds() > 0) {
      tiles.add(tile(duration(source.log().seconds()), "in updates, of the whole training"));
      tiles.add(
          tile(
              text("%,.0f", source.log().targetTokens() / source.log().seconds()),
              "target tokens learnt per second"));
    }
    return Section.of(
        "summary",
        "In short",
        element("div").with("class", "tiles").add(tiles),
        Prose.note(explanation(training)));
  }

  private static String explanation(TrainingSummary training) {
    String measured =
        training.validationLoss().isEmpty()
            ? "This model was never validated."
            : "Validation uses sentences that were not learnt from. Perplexity says among how many"
                + " equally likely words the model hesitates; BLEU compares translations with"
                + " known ones, 100 at best.";
    return measured + text(" All randomness came from seed %d.", training.seed());
  }

  private static Node tile(String figure, String meaning) {
    return element("div", element("b", figure), element("span", meaning)).with("class", "tile");
  }

  private static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return text("%.1f s", seconds);
    }
    return whole < 3600
        ? text("%d min %02d s", whole / 60, whole % 60)
        : text("%d h %02d min", whole / 3600, whole % 3600 / 60);
  }
}
