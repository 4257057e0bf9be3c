package dev.dragoman.cli;

import dev.dragoman.inspect.PaddedReading;
import dev.dragoman.inspect.PaddingProbe;
import dev.dragoman.inspect.RowShift;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The findings about the padding bug in words, which the figures choose. */
final class TutorialBugLines {
  /** A model below this BLEU has hardly learnt anything yet. */
  private static final double POOR = 10;

  private final TutorialBugFindings findings;
  private final double paddingInLoss;
  private final int width;

  /**
   * The lines to be.
   *
   * @param paddingInLoss the share of padding in what the twin's loss counted, 0 to 1
   * @param width columns
   */
  TutorialBugLines(TutorialBugFindings findings, double paddingInLoss, int width) {
    this.findings = findings;
    this.paddingInLoss = paddingInLoss;
    this.width = width;
  }

  /** All lines. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.addAll(right());
    lines.add("");
    lines.addAll(table());
    lines.add("");
    lines.addAll(example());
    lines.add("");
    lines.addAll(Columns.wrapped(whatHappened(), width));
    lines.add("");
    lines.addAll(Columns.wrapped(why(), width));
    lines.add("");
    lines.addAll(mending());
    return lines;
  }

  private List<String> right() {
    List<String> lines = new ArrayList<>();
    lines.add(
        text("%,d sentences of the validation text, greedy search", findings.sentences())
            + "    exactly right     BLEU");
    lines.add(row("the correct model", findings.qualityOfCorrect()));
    lines.add(row("the twin, filled up with <s> as in its training", findings.qualityAsTrained()));
    for (int i = 0; i < TutorialBugFindings.PADDINGS.size(); i++) {
      lines.add(row(behind(i), findings.qualityPadded(i)));
    }
    return lines;
  }

  private static String behind(int padding) {
    int count = TutorialBugFindings.PADDINGS.get(padding);
    return count == 0
        ? "the twin, nothing behind the sentence"
        : text("the twin, %d <s> behind the sentence", count);
  }

  private String row(String what, TutorialBugFindings.Quality quality) {
    return text(
        "  %-49s %,7d  %5.1f %%  %7.1f",
        what, quality.right(), 100.0 * quality.right() / findings.sentences(), quality.bleu());
  }

  private List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add(text("%-44s %16s %16s", "", "correct model", "twin with bug"));
    lines.add(
        text(
            "%-44s %16s %16s",
            "sentences that change with the padding",
            of(findings.changedByCorrect()),
            of(findings.changedByTwin())));
    lines.add(
        text(
            "%-44s %14.1f %% %14.1f %%",
            "attention that falls on padding",
            Math.abs(100 * findings.attentionOutsideSentence()),
            100 * findings.attentionOnPadding()));
    lines.add(
        text(
            "%-44s %16.3f %16.3f",
            "how far the source row of <s> moved",
            findings.correctRow().distance(),
            findings.twinRow().distance()));
    lines.add(
        text(
            "%-44s %16s %16s",
            "  its place among the rows, 1 moved most",
            place(findings.correctRow()),
            place(findings.twinRow())));
    if (findings.correctPerplexity().isPresent() && findings.twinPerplexity().isPresent()) {
      lines.add(
          text(
              "%-44s %16.2f %16.2f",
              "perplexity that its training reports",
              findings.correctPerplexity().get(),
              findings.twinPerplexity().get()));
    }
    return lines;
  }

  private String of(int changed) {
    return text("%,d of %,d", changed, findings.sentences());
  }

  private static String place(RowShift shift) {
    return shift.distance() == 0 ? "stayed" : text("%,d of %,d", shift.rank(), shift.rows());
  }

  private List<String> example() {
    int example = findings.example();
    PaddingProbe probe = findings.correct().get(example);
    List<String> lines = new ArrayList<>();
    lines.add("One sentence, and what becomes of it:");
    lines.addAll(labelled("source", probe.alone().source()));
    lines.addAll(labelled("reference", findings.references().get(example)));
    lines.addAll(labelled("correct model", probe.alone().text()));
    PaddedReading asTrained = findings.asTrained().get(example);
    lines.addAll(
        labelled(text("as trained (%d)", asTrained.padding()), asTrained.translation().text()));
    for (List<PaddedReading> readings : findings.padded()) {
      PaddedReading reading = readings.get(example);
      lines.addAll(labelled(text("%d <s>", reading.padding()), reading.translation().text()));
    }
    return lines;
  }

  private List<String> labelled(String label, String said) {
    int indent = 18;
    List<String> wrapped = Columns.wrapped(said, Math.max(20, width - indent));
    return IntStream.range(0, wrapped.size())
        .mapToObj(i -> text("  %-15s %s", i == 0 ? label : "", wrapped.get(i)))
        .toList();
  }

  /** What the figures say, whatever they are. */
  private String whatHappened() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        !changes()
            ? "On this text the bug did no harm that these sentences show: the twin translates each"
                + " of them alike under every padding."
            : text(
                "The same sentence is translated otherwise when nothing but the padding changes:"
                    + " this befalls %,d of %,d sentences of the twin.",
                findings.changedByTwin(), findings.sentences()));
    sentences.add(loss());
    sentences.add(
        findings.changedByCorrect() == 0
            ? "The correct model's text, scores and attention stayed the same to the last bit."
            : text(
                "The correct model changed %,d of them as well, which must not be: please report"
                    + " it.",
                findings.changedByCorrect()));
    return String.join(" ", sentences);
  }

  /** What the paddings cost in quality. */
  private String loss() {
    return text(
            "Padded as in its training it gets %s, and %s where nobody pads, as a program that"
                + " translates would do; the correct model gets %s.",
            told(findings.qualityAsTrained(), "right "),
            told(findings.qualityUnpadded(), ""),
            told(findings.qualityOfCorrect(), ""))
        + judged();
  }

  private static String told(TutorialBugFindings.Quality quality, String right) {
    return text("%,d %s(BLEU %.1f)", quality.right(), right, quality.bleu());
  }

  private boolean changes() {
    return findings.changedByTwin() > 0;
  }

  /** What these figures do not show. */
  private String judged() {
    if (findings.qualityOfCorrect().bleu() < POOR) {
      return " (That is too poor to judge by: train for longer to see what the bug costs.)";
    }
    return isWorse() || !changes()
        ? ""
        : " So in quality the bug cost nothing here; what it cost is that a sentence has one"
            + " translation.";
  }

  /** Whether the twin, translating as its users would, is worse than the correct model. */
  private boolean isWorse() {
    return findings.qualityUnpadded().bleu() < findings.qualityOfCorrect().bleu();
  }

  /** What the mistake is. */
  private String why() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "The bug is that padding has the id of a word and nobody says where a sentence ends. So the"
            + " encoder reads on behind the end,");
    sentences.add(
        text(
            "%.0f %% of the attention falls there (%.0f %% of the positions), and",
            100 * findings.attentionOnPadding(), 100 * findings.paddingShare()));
    sentences.add(
        text("%.0f %% of what the loss counts as words to learn is padding.", 100 * paddingInLoss));
    sentences.add(row());
    sentences.add(perplexity());
    return String.join(" ", sentences).strip();
  }

  private String row() {
    if (findings.sharedTables()) {
      return "(Source and target share a table here, so the row of <s> learns in both models: every"
          + " translation begins with it.)";
    }
    if (findings.correctRow().distance() > 0) {
      return "(The row of <s> moved in the correct model too, without being read: something moves"
          + " all rows, such as weight decay.)";
    }
    return findings.twinRow().distance() == 0
        ? "The row of <s> did not move even so: there was no padding to read, or it is frozen."
        : "The row of <s> was trained on it; in the correct model nothing ever reads that row.";
  }

  private String perplexity() {
    boolean flattered =
        findings.correctPerplexity().isPresent()
            && findings.twinPerplexity().isPresent()
            && findings.twinPerplexity().get() < findings.correctPerplexity().get()
            && isWorse();
    return flattered
        ? "It hides well: padding is easy to predict, so the twin reports the better perplexity and"
            + " translates worse."
        : "";
  }

  private List<String> mending() {
    List<String> lines = new ArrayList<>();
    lines.add("Two lines mend it:");
    lines.addAll(
        item(
            "1. Encoder and attention stop where the sentence ends: energies behind it become −∞"
                + " before the softmax, or are never computed. Here: SequenceLayout in layers,"
                + " AttentionOver.step in autograd."));
    lines.addAll(
        item(
            "2. The loss leaves padding out, of its sum and of the number that it divides by. Here:"
                + " Seq2Seq.loss in model."));
    return lines;
  }

  private List<String> item(String said) {
    List<String> wrapped = Columns.wrapped(said, width - 5);
    return IntStream.range(0, wrapped.size())
        .mapToObj(i -> (i == 0 ? "  " : "     ") + wrapped.get(i))
        .toList();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
