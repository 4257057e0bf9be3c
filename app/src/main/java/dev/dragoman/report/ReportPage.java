package dev.dragoman.report;

import dev.dragoman.draw.Page;
import dev.dragoman.draw.Section;
import dev.dragoman.tensor.Workers;
import java.util.ArrayList;
import java.util.List;

/** The page about one model, section by section. */
public final class ReportPage {
  private ReportPage() {}

  /** Writes the page. */
  public static Page page(ReportSource source, Workers workers) {
    List<Section> sections = new ArrayList<>();
    sections.add(SummarySection.of(source));
    sections.add(CurvesSection.of(source.log()));
    sections.add(SamplesSection.of(source.log()));
    sections.add(AttentionSection.of(source, workers));
    sections.add(AlignmentSection.of(source, workers));
    sections.add(EmergenceSection.of(source));
    sections.add(NeighboursSection.of(source));
    sections.add(AnalogiesSection.of(source));
    sections.add(MovementSection.of(source.movement()));
    sections.add(MapSection.of(source, workers));
    sections.add(ComparisonSection.of(source.comparison()));
    sections.add(BillSection.of(source));
    return new Page(
        source.name(),
        "What this translation model is, how it learnt, where it looks and how its words lie.",
        sections);
  }
}
