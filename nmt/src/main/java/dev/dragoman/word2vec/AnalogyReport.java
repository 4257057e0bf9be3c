package dev.dragoman.word2vec;

import java.util.List;

/**
 * How a file of analogy questions went.
 *
 * @param sections in the file's order
 * @param invalidLines numbers of lines that are no question, which are left out as gensim does
 */
public record AnalogyReport(List<AnalogySection> sections, List<Integer> invalidLines) {

  /** Names of sections about grammar begin with this in the well-known files. */
  private static final String GRAMMAR = "gram";

  /** Copies the lists. */
  public AnalogyReport {
    sections = List.copyOf(sections);
    invalidLines = List.copyOf(invalidLines);
  }

  /**
   * All questions of all sections together: what gensim calls "Total accuracy". A section weighs as
   * much as it has answerable questions.
   */
  public AnalogySection total() {
    return sum("total", sections);
  }

  /** The sections about meaning: those whose names do not begin with "gram". */
  public AnalogySection semantic() {
    return sum("semantic", sections.stream().filter(s -> !s.name().startsWith(GRAMMAR)).toList());
  }

  /** The sections about grammar: those whose names begin with "gram". */
  public AnalogySection syntactic() {
    return sum("syntactic", sections.stream().filter(s -> s.name().startsWith(GRAMMAR)).toList());
  }

  private static AnalogySection sum(String name, List<AnalogySection> sections) {
    return sections.stream().reduce(new AnalogySection(name, 0, 0, 0), AnalogySection::plus);
  }
}
