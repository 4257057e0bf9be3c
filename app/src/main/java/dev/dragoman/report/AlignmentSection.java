package dev.dragoman.report;

import static dev.dragoman.report.Prose.text;

import dev.dragoman.draw.Node;
import dev.dragoman.draw.Section;
import dev.dragoman.inspect.AlignmentScore;
import dev.dragoman.inspect.AlignmentScore.EndOfSentence;
import dev.dragoman.inspect.AttentionMap;
import dev.dragoman.inspect.KnownAlignments;
import dev.dragoman.tensor.Workers;
import java.util.ArrayList;
import java.util.List;

/** How attention agrees with alignments that are known. */
final class AlignmentSection {
  private static final String ID = "alignment";
  static final String TITLE = "Attention against known alignments";

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
                "Alignment error rate %.3f, of the model as it was after update %,d, over %,d"
                    + " sentences that the grammar wrote for this page (precision %.1f %%, recall"
                    + " %.1f %%); %.3f where a word that looks at the end of the sentence most"
                    + " counts as having no counterpart.",
                score.errorRate(),
                source.saved().training().updates(),
                score.sentences(),
                100 * score.precision(),
                100 * score.recall(),
                unlinked.errorRate())));
    body.add(
        Prose.note(
            "The grammar of the built-in corpus knows which words belong together. The model is"
                + " made to write the known translation; each word is linked to the one that it"
                + " looked at most, and the links are compared by the alignment error rate of Och"
                + " and Ney (2003): 0 where all agree, 1 where none does."
                + (isWatched(source.log())
                    ? text(
                        " The error rates in the section “%s” are of other sentences.",
                        EmergenceSection.TITLE)
                    : "")));
    return new Section(ID, TITLE, body);
  }

  private static boolean isWatched(TrainingLog log) {
    return log.looks().stream().anyMatch(look -> !Double.isNaN(look.errorRate()));
  }
}
