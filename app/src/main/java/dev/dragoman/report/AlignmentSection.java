package dev.dragoman.report;

import static dev.dragoman.draw.Node.element;
import static dev.dragoman.report.Prose.text;

import dev.dragoman.draw.AttentionPicture;
import dev.dragoman.draw.Node;
import dev.dragoman.draw.Section;
import dev.dragoman.draw.Svg;
import dev.dragoman.inspect.AlignmentScore;
import dev.dragoman.inspect.AlignmentScore.EndOfSentence;
import dev.dragoman.inspect.AttentionMap;
import dev.dragoman.inspect.KnownAlignments;
import dev.dragoman.inspect.PlacedTokens;
import dev.dragoman.tensor.Workers;
import dev.dragoman.text.Tokenizer;
import dev.dragoman.vocab.Specials;
import java.util.ArrayList;
import java.util.List;

/** How attention agrees with alignments that are known, now and while the model learnt. */
final class AlignmentSection {
  private static final String ID = "alignment";
  private static final String TITLE = "Attention against known alignments";
  private static final int MOST_PICTURES = 12;

  private AlignmentSection() {}

  static Section of(ReportSource source, Workers workers) {
    if (!source.isBuiltIn()) {
      return Section.of(
          ID,
          TITLE,
          Prose.missing(
              "Which words belong together is known for the built-in corpus alone, and this model"
                  + " was trained on another one."));
    }
    List<AttentionMap> maps =
        KnownAlignments.maps(source.translator().model(), source.grammar(), workers);
    AlignmentScore score = KnownAlignments.score(maps, source.grammar(), EndOfSentence.LEFT_OUT);
    AlignmentScore unlinked = KnownAlignments.score(maps, source.grammar(), EndOfSentence.NO_LINK);
    List<Node> body = new ArrayList<>();
    body.add(
        Prose.paragraph(
            text(
                "Alignment error rate %.3f over %,d sentences that the grammar wrote (precision"
                    + " %.1f %%, recall %.1f %%);"
                    + " %.3f where a word that looks at the end of the sentence most counts as"
                    + " having no counterpart.",
                score.errorRate(),
                score.sentences(),
                100 * score.precision(),
                100 * score.recall(),
                unlinked.errorRate())));
    body.add(
        Prose.note(
            "The grammar of the built-in corpus knows which words belong together. The model is"
                + " made to write the known translation; each word is linked to the one that it"
                + " looked at most, and the links are compared by the alignment error rate of Och"
                + " and Ney (2003): 0 where all agree, 1 where none does."));
    body.addAll(emergence(source));
    return new Section(ID, TITLE, body);
  }

  private static List<Node> emergence(ReportSource source) {
    List<TrainingLog.AlignmentPoint> points =
        source.log().alignments().stream().filter(one -> one.attention().length > 0).toList();
    if (points.isEmpty()) {
      return List.of(
          Prose.missing("How alignment came about is recorded by the quickstart's training."));
    }
    Node.Element pictures = element("div").with("class", "maps emergence");
    int stride = Math.ceilDiv(points.size(), MOST_PICTURES);
    for (int i = 0; i < points.size(); i++) {
      if (i % stride == 0 || i == points.size() - 1) {
        pictures = pictures.add(picture(points.get(i), source));
      }
    }
    return List.of(element("h3", "How alignment came about"), pictures);
  }

  private static Node picture(TrainingLog.AlignmentPoint point, ReportSource source) {
    return element(
        "figure",
        element(
            "figcaption",
            element(
                "span",
                text(
                    "update %,d: error rate %.3f over all sentences",
                    point.update(), point.errorRate()))),
        Svg.inline(AttentionPicture.of(map(point, source))));
  }

  private static AttentionMap map(TrainingLog.AlignmentPoint point, ReportSource source) {
    Tokenizer reads = source.translator().model().sourceTokenizer();
    Tokenizer writes = source.translator().model().targetTokenizer();
    String end = source.saved().source().vocabulary().token(Specials.EOS);
    return new AttentionMap(
        PlacedTokens.split(point.source(), reads).withEnd(end),
        PlacedTokens.split(point.target(), writes),
        point.attention());
  }
}
