package dev.dragoman.report;

import static dev.dragoman.draw.Node.element;

import dev.dragoman.draw.AttentionTable;
import dev.dragoman.draw.Node;
import dev.dragoman.draw.Section;
import dev.dragoman.grammar.GeneratedPair;
import dev.dragoman.grammar.Link;
import dev.dragoman.inspect.AttentionMap;
import dev.dragoman.tensor.Workers;
import dev.dragoman.translate.Translation;
import java.util.ArrayList;
import java.util.List;

/** Where the model looked while it translated ten sentences. */
final class AttentionSection {
  private static final int SENTENCES = 10;
  private static final int BATCH = 16;
  private static final int LONGEST = 12;
  private static final int SHORTEST = 5;

  private AttentionSection() {}

  static Section of(ReportSource source, Workers workers) {
    List<String> sentences = sentences(source);
    if (sentences.isEmpty()) {
      return Section.of(
          "attention",
          "Where it looks",
          Prose.missing(
              "There are no sentences to look at. Name some of the source language, one a line,"
                  + " with --text FILE."));
    }
    Node.Element maps = element("div").with("class", "maps");
    for (AttentionMap map : maps(source, sentences, workers)) {
      maps = maps.add(AttentionTable.of(map));
    }
    return Section.of(
        "attention",
        "Where it looks",
        Prose.note(
            "A row for each word that was written, a column for each word that was read: the"
                + " stronger the colour, the more the model looked there before it wrote. Figures"
                + " are percents, a frame marks the word that it looked at most. Point at a row or"
                + " reach it with the Tab key to see all its figures."),
        maps);
  }

  private static List<AttentionMap> maps(
      ReportSource source, List<String> sentences, Workers workers) {
    List<AttentionMap> maps = new ArrayList<>();
    for (List<Translation> found : source.translator().translateAll(sentences, BATCH, workers)) {
      maps.add(AttentionMap.of(found.getFirst(), source.translator().model()));
    }
    return maps;
  }

  private static List<String> sentences(ReportSource source) {
    if (!source.sentences().isEmpty()) {
      return source.sentences().stream().limit(SENTENCES).toList();
    }
    return source.grammar().stream()
        .filter(AttentionSection::isTelling)
        .map(GeneratedPair::source)
        .limit(SENTENCES)
        .toList();
  }

  /** Whether words change places, in a sentence of middling length. */
  static boolean isTelling(GeneratedPair pair) {
    int length = pair.sourceTokens().size();
    return length >= SHORTEST
        && length <= LONGEST
        && pair.alignment().sure().stream()
            .anyMatch(
                one -> pair.alignment().sure().stream().anyMatch(other -> crosses(one, other)));
  }

  private static boolean crosses(Link one, Link other) {
    return one.source() < other.source() && one.target() > other.target();
  }
}
