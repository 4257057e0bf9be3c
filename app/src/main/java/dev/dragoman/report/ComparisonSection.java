package dev.dragoman.report;

import static dev.dragoman.draw.Node.element;
import static dev.dragoman.report.Prose.cell;
import static dev.dragoman.report.Prose.heading;
import static dev.dragoman.report.Prose.number;
import static dev.dragoman.report.Prose.numberHeading;
import static dev.dragoman.report.Prose.text;

import dev.dragoman.draw.Node;
import dev.dragoman.draw.Section;
import dev.dragoman.draw.WordMapFigure;
import dev.dragoman.inspect.Expectations;
import dev.dragoman.inspect.Findings;
import dev.dragoman.inspect.RankedToken;
import dev.dragoman.inspect.SideComparison;
import dev.dragoman.inspect.TableProfile;
import dev.dragoman.word2vec.AnalogyMethod;
import dev.dragoman.word2vec.QuestionWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Is it word2vec? A model's tables beside word2vec's vectors of the same text. */
final class ComparisonSection {
  private static final String ID = "comparison";
  static final String TITLE = "Is it word2vec?";
  private static final int NEIGHBOURS = 5;

  private static final String NONE = "–";
  private static final String TRANSLATION = "translation";
  private static final String WORD2VEC = "word2vec";

  private ComparisonSection() {}

  /** All of it in one section. */
  static Section of(Comparison comparison) {
    return switch (comparison) {
      case Comparison.Missing missing -> Section.of(ID, TITLE, Prose.missing(missing.why()));
      case Comparison.Made made -> {
        List<Node> body = new ArrayList<>(summary(made));
        for (Comparison.Side side : made.sides()) {
          body.add(element("h3", name(side)));
          body.addAll(side(side));
        }
        yield new Section(ID, TITLE, body);
      }
    };
  }

  /** A section for what is common, then one for each side. */
  static List<Section> sections(Comparison.Made made) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("summary", "In short", summary(made)));
    for (Comparison.Side side : made.sides()) {
      sections.add(new Section(side.name(), name(side), side(side)));
    }
    return sections;
  }

  private static String name(Comparison.Side side) {
    return side.name().equals("source") ? "Source words" : "Target words";
  }

  private static List<Node> summary(Comparison.Made made) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(Prose.paragraph(made.inShort()));
    nodes.add(
        Prose.note(
            "word2vec's skip-gram learns a word's vector by telling which words stand near it; a"
                + " translation model learns it by whatever helps to translate. Here word2vec read "
                + made.text()
                + " that the model learnt from, each language by itself, and got vectors as long as"
                + " the model's. Hill et al. 2014 (arXiv:1412.6448) found translators' embeddings"
                + " better at similarity, those of one language at relatedness."));
    made.likelyReason().ifPresent(reason -> nodes.add(Prose.note(reason)));
    return nodes;
  }

  private static List<Node> side(Comparison.Side side) {
    SideComparison figures = side.figures();
    List<Node> nodes = new ArrayList<>();
    nodes.add(
        Prose.note(
            text(
                "Compared are the %,d most frequent words that both tables have; an analogy may be"
                    + " answered by any word that both have. word2vec: %s.",
                figures.words(), side.described())));
    Node.Element list = element("ul");
    for (String finding : Findings.of(figures)) {
      list = list.add(element("li", finding));
    }
    nodes.add(list.with("class", "findings"));
    side.maps().ifPresent(maps -> nodes.addAll(maps(maps)));
    nodes.addAll(examples(figures));
    nodes.add(
        element("div")
            .with("class", "columns wide")
            .add(numbers(figures), bands(figures))
            .add(analogies(figures))
            .add(ranks(figures)));
    return nodes;
  }

  private static List<Node> examples(SideComparison figures) {
    if (figures.examples().isEmpty()) {
      return List.of();
    }
    Node.Element columns = element("div").with("class", "columns wide");
    for (SideComparison.Example example : figures.examples()) {
      columns = columns.add(example(example));
    }
    return List.of(
        Prose.paragraph(
            "The nearest words in both tables, with their cosines. Bold: among the "
                + figures.k()
                + " nearest in both."),
        columns);
  }

  private static Node example(SideComparison.Example example) {
    Set<String> common = tokens(example.translation());
    common.retainAll(tokens(example.word2vec()));
    List<Node> rows = new ArrayList<>();
    for (int i = 0; i < Math.min(NEIGHBOURS, example.translation().size()); i++) {
      RankedToken one = example.translation().get(i);
      RankedToken other = example.word2vec().get(i);
      rows.add(
          element(
              "tr",
              marked(one, common),
              number(text("%.2f", one.score())),
              marked(other, common),
              number(text("%.2f", other.score()))));
    }
    return element(
        "table",
        element(
            "caption",
            element("b", example.token()),
            new Node.Text(
                text(
                    ", seen %,d times: %d of %d in common",
                    example.count(), example.shared(), example.translation().size()))),
        element(
            "thead",
            element(
                "tr",
                heading(TRANSLATION).with("colspan", "2"),
                heading(WORD2VEC).with("colspan", "2"))),
        element("tbody").add(rows));
  }

  private static Set<String> tokens(List<RankedToken> ranked) {
    return ranked.stream()
        .map(RankedToken::token)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Node marked(RankedToken token, Set<String> common) {
    return common.contains(token.token())
        ? element("td", element("b", token.token()))
        : cell(token.token());
  }

  private static Node numbers(SideComparison figures) {
    TableProfile translation = figures.translation();
    TableProfile word2vec = figures.word2vec();
    List<Node> rows = new ArrayList<>();
    if (translation.sameClass().isPresent()) {
      rows.add(
          row(
              "similarity: neighbours of the word's own class",
              percent(translation.sameClass()),
              percent(word2vec.sameClass())));
    }
    rows.add(
        row(
            "relatedness: neighbours that stand near the word in some sentence",
            percent(OptionalDouble.of(translation.together())),
            percent(OptionalDouble.of(word2vec.together()))));
    for (int i = 0; i < translation.judged().size(); i++) {
      TableProfile.Judged one = translation.judged().get(i);
      rows.add(
          row(
              text(
                  "%s: Spearman's ρ over %,d of its %,d pairs", one.name(), one.pairs(), one.all()),
              correlation(one.spearman()),
              correlation(word2vec.judged().get(i).spearman())));
    }
    rows.add(
        row(
            "rank correlation of a word's count with its vector's length",
            correlation(translation.normAndFrequency()),
            correlation(word2vec.normAndFrequency())));
    rows.add(
        row(
            "rank correlation of a word's count with its neighbours' counts",
            correlation(translation.neighboursFrequency()),
            correlation(word2vec.neighboursFrequency())));
    return Prose.table(
        List.of(
            heading("similarity, relatedness, frequency"),
            numberHeading(TRANSLATION),
            numberHeading(WORD2VEC)),
        rows);
  }

  private static Node row(String what, String translation, String word2vec) {
    return element("tr", cell(what), number(translation), number(word2vec));
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent() ? text("%.1f %%", 100 * share.getAsDouble()) : NONE;
  }

  private static String correlation(double value) {
    return Double.isNaN(value) ? NONE : text("%+.2f", value);
  }

  private static Node bands(SideComparison figures) {
    List<Node> rows = new ArrayList<>();
    for (SideComparison.Band band : figures.bands()) {
      rows.add(
          element(
              "tr",
              cell(text("seen %,d to %,d times", band.leastFrequent(), band.mostFrequent())),
              number(text("%.1f %%", 100 * band.overlap()))));
    }
    rows.add(element("tr", cell("by chance"), number(text("%.1f %%", 100 * figures.chance()))));
    return Prose.table(
        List.of(
            heading("words by frequency"),
            numberHeading(text("of the %d nearest in common", figures.k()))),
        rows);
  }

  private static List<Node> analogies(SideComparison figures) {
    List<TableProfile.Relation> translation = figures.translation().relations();
    if (translation.isEmpty()) {
      return List.of();
    }
    List<Node> rows = new ArrayList<>();
    for (int i = 0; i < translation.size(); i++) {
      TableProfile.Relation one = translation.get(i);
      rows.add(
          element(
              "tr",
              cell(one.name()),
              number(text("%.1f %%", 100 * one.accuracy())),
              number(text("%.1f %%", 100 * figures.word2vec().relations().get(i).accuracy())),
              number(text("%,d", one.asked()))));
    }
    return List.of(
        Prose.table(
            List.of(
                heading("analogies that come first"),
                numberHeading(TRANSLATION),
                numberHeading(WORD2VEC),
                numberHeading("questions")),
            rows));
  }

  private static List<Node> ranks(SideComparison figures) {
    if (figures.question().isEmpty()) {
      return List.of();
    }
    Expectations.Question question = figures.question().get();
    List<Node> rows = new ArrayList<>();
    for (int i = 0; i < figures.translation().example().size(); i++) {
      TableProfile.ExampleRank one = figures.translation().example().get(i);
      rows.add(row(name(one), rank(one), rank(figures.word2vec().example().get(i))));
    }
    return List.of(
        element(
            "div",
            Prose.table(
                List.of(
                    heading(
                        text(
                            "%s − %s + %s: rank of %s",
                            question.b(), question.a(), question.c(), question.d())),
                    numberHeading(TRANSLATION),
                    numberHeading(WORD2VEC)),
                rows),
            Prose.note(
                "3CosAdd and 3CosMul are two ways to score an answer by its cosines with the question's"
                    + " words: one adds and subtracts them, the other multiplies and divides (Levy and"
                    + " Goldberg 2014).")));
  }

  private static String name(TableProfile.ExampleRank rank) {
    return (rank.method() == AnalogyMethod.COS_ADD ? "3CosAdd" : "3CosMul")
        + (rank.questionWords() == QuestionWords.LEFT_OUT
            ? ", question words left out"
            : ", question words left in");
  }

  private static String rank(TableProfile.ExampleRank rank) {
    return rank.rank().isPresent() ? text("%,d", rank.rank().getAsInt()) : NONE;
  }

  private static List<Node> maps(Comparison.Maps maps) {
    return List.of(
        Prose.paragraph(
            "The most frequent of them on two maps, the model's and word2vec's, in the same colours; the second"
                + " is turned to lie over the first. A word that is picked on one is shown on the"
                + " other."),
        WordMapFigure.pair(
            List.of(maps.translation(), maps.word2vec()), maps.groups(), maps.named()));
  }
}
