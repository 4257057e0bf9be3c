package dev.dragoman.report;

import static dev.dragoman.draw.Node.element;
import static dev.dragoman.report.Prose.cell;
import static dev.dragoman.report.Prose.heading;
import static dev.dragoman.report.Prose.number;
import static dev.dragoman.report.Prose.numberHeading;
import static dev.dragoman.report.Prose.text;

import dev.dragoman.draw.Node;
import dev.dragoman.draw.Section;
import dev.dragoman.grammar.AnalogyQuestion;
import dev.dragoman.grammar.AnalogyRelation;
import dev.dragoman.grammar.BuiltInCorpus;
import dev.dragoman.grammar.Language;
import dev.dragoman.inspect.AnalogySample;
import dev.dragoman.inspect.EmbeddingTable;
import dev.dragoman.inspect.Expectations;
import dev.dragoman.model.TableSide;
import dev.dragoman.word2vec.AnalogyMethod;
import dev.dragoman.word2vec.QuestionWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What word vectors make of the relations that the built-in grammar has. */
final class AnalogiesSection {
  private static final String ID = "analogies";
  private static final String TITLE = "Analogies";
  private static final Expectations.Question QUEEN =
      new Expectations.Question("man-woman", "man", "king", "woman", "queen");
  private static final Expectations.Question REINE =
      new Expectations.Question("man-woman", "homme", "roi", "femme", "reine");

  private AnalogiesSection() {}

  static Section of(ReportSource source) {
    if (!source.isBuiltIn()) {
      return Section.of(
          ID,
          TITLE,
          Prose.missing(
              "The questions belong to the built-in corpus, and this model was trained on another"
                  + " one. Ask your own: dragoman embeddings analogy A B C --model DIR."));
    }
    return Section.of(
        ID,
        TITLE,
        Prose.note(
            "Man is to king as woman is to what? The answer should lie near king − man + woman."
                + " Counted is how often the expected word comes first by cosine, with the"
                + " question's own words left out of the answers, as is usual, and left in."
                + " Every word of the table can be the answer. Of a relation that has very many"
                + " questions some are asked, evenly spread"
                + (source.comparison() instanceof Comparison.Made
                    ? "; the section “" + ComparisonSection.TITLE + "” asks the same ones."
                    : ".")),
        element("h3", "Target words"),
        headline(source, TableSide.TARGET, QUEEN),
        table(source, TableSide.TARGET, Language.ENGLISH),
        element("h3", "Source words"),
        headline(source, TableSide.SOURCE, REINE),
        table(source, TableSide.SOURCE, Language.FRENCH));
  }

  /** The question that everybody asks. */
  private static Node headline(
      ReportSource source, TableSide side, Expectations.Question question) {
    EmbeddingTable table = EmbeddingTable.of(source.saved(), side);
    return Prose.paragraph(isKnown(question, table) ? sentence(question, table) : "");
  }

  private static String sentence(Expectations.Question question, EmbeddingTable table) {
    return text(
        "%s − %s + %s: %s comes at rank %,d; at rank %,d where the question's own words may be answers.",
        question.b(),
        question.a(),
        question.c(),
        question.d(),
        rank(question, table, QuestionWords.LEFT_OUT),
        rank(question, table, QuestionWords.LEFT_IN));
  }

  private static boolean isKnown(Expectations.Question question, EmbeddingTable table) {
    return Stream.of(question.a(), question.b(), question.c(), question.d())
        .allMatch(table::contains);
  }

  private static Node table(ReportSource source, TableSide side, Language language) {
    EmbeddingTable table = EmbeddingTable.of(source.saved(), side);
    List<Node> rows = new ArrayList<>();
    AnalogySample.of(questions(language), table, table::contains)
        .forEach((relation, questions) -> rows.add(row(relation, questions, table)));
    return Prose.table(
        List.of(
            heading("relation"),
            numberHeading("questions"),
            numberHeading("first, left out"),
            numberHeading("first, left in"),
            heading("for example")),
        rows);
  }

  private static List<Expectations.Question> questions(Language language) {
    List<Expectations.Question> questions = new ArrayList<>();
    for (AnalogyRelation relation : new BuiltInCorpus().analogies(language)) {
      for (AnalogyQuestion one : relation.questions()) {
        questions.add(
            new Expectations.Question(relation.name(), one.a(), one.b(), one.c(), one.d()));
      }
    }
    return questions;
  }

  private static Node row(
      String relation, List<Expectations.Question> questions, EmbeddingTable table) {
    Expectations.Question first = questions.getFirst();
    return element(
        "tr",
        cell(relation),
        number(text("%,d", questions.size())),
        number(share(questions, table, QuestionWords.LEFT_OUT)),
        number(share(questions, table, QuestionWords.LEFT_IN)),
        cell(sentence(first, table)));
  }

  private static String share(
      List<Expectations.Question> questions, EmbeddingTable table, QuestionWords words) {
    long right = questions.stream().filter(question -> rank(question, table, words) == 1).count();
    return text("%.1f %%", 100.0 * right / questions.size());
  }

  /** 0 where the expected word is one of the question's. */
  private static int rank(
      Expectations.Question question, EmbeddingTable table, QuestionWords words) {
    return table
        .analogyRank(
            question.a(), question.b(), question.c(), question.d(), AnalogyMethod.COS_ADD, words)
        .orElse(0);
  }
}
