package dev.dragoman.inspect;

import dev.dragoman.model.TableSide;
import dev.dragoman.word2vec.AnalogyMethod;
import dev.dragoman.word2vec.Correlation;
import dev.dragoman.word2vec.QuestionWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Lays a translation table beside word2vec's vectors of the same text. Words compared are the most
 * frequent ones that both have; special tokens and marks without a letter or digit are left out.
 * Analogies alone are asked of all words that both have.
 */
public final class TableComparer {

  private static final int MOST_WORDS = 1_000;
  private static final int NEIGHBOURS = 10;
  private static final int BANDS = 4;
  private static final int PAIRS = 20_000;
  private static final int TOGETHER_WITHIN = 5;

  private final TableSide side;
  private final EmbeddingTable translation;
  private final EmbeddingTable word2vec;
  private final List<String> words;
  private final Map<String, Set<String>> together;
  private final Expectations expected;

  /**
   * A comparison.
   *
   * @param translation the model's table
   * @param word2vec vectors of the same text
   * @param sentences that text as tokens
   */
  public TableComparer(
      TableSide side,
      EmbeddingTable translation,
      EmbeddingTable word2vec,
      List<List<String>> sentences,
      Expectations expected) {
    this.side = side;
    this.word2vec = word2vec.restrictedTo(translation::contains);
    this.words = words(translation, this.word2vec);
    this.translation = translation;
    this.together = together(sentences, new HashSet<>(words));
    this.expected = expected;
  }

  /** The words that are compared, in the order of the translation table. */
  public List<String> words() {
    return words;
  }

  private static List<String> words(EmbeddingTable translation, EmbeddingTable word2vec) {
    List<String> words =
        translation.withoutSpecials().words().stream()
            .filter(word ->
                word2vec.contains(word) && word.codePoints().anyMatch(Character::isLetterOrDigit))
            .limit(MOST_WORDS)
            .toList();
    if (words.size() <= NEIGHBOURS) {
      throw new IllegalArgumentException(
          "the tables have only "
              + words.size()
              + " words in common, too few to compare; is it the model's own text?");
    }
    return words;
  }

  private static Map<String, Set<String>> together(
      List<List<String>> sentences, Set<String> compared) {
    Map<String, Set<String>> together = new HashMap<>();
    for (List<String> sentence : sentences) {
      for (int i = 0; i < sentence.size(); i++) {
        for (int j = i + 1; j < Math.min(sentence.size(), i + TOGETHER_WITHIN + 1); j++) {
          if (compared.contains(sentence.get(i)) && compared.contains(sentence.get(j))) {
            together.computeIfAbsent(sentence.get(i), none -> new HashSet<>()).add(sentence.get(j));
            together.computeIfAbsent(sentence.get(j), none -> new HashSet<>()).add(sentence.get(i));
          }
        }
      }
    }
    return together;
  }

  /**
   * Compares.
   *
   * @param examples words whose neighbours are listed side by side; those that a table lacks are
   *     left out
   * @param question the analogy to give the ranks of
   */
  public SideComparison compare(List<String> examples, Optional<Expectations.Question> question) {
    Candidates ofTranslation = new Candidates(translation, words);
    Candidates ofWord2vec = new Candidates(word2vec, words);
    List<List<RankedToken>> first =
        words.stream().map(word -> ofTranslation.nearest(word, NEIGHBOURS)).toList();
    List<List<RankedToken>> second =
        words.stream().map(word -> ofWord2vec.nearest(word, NEIGHBOURS)).toList();
    double[] overlaps = new double[words.size()];
    for (int i = 0; i < overlaps.length; i++) {
      overlaps[i] = (double) shared(first.get(i), second.get(i)) / NEIGHBOURS;
    }
    return new SideComparison(
        side,
        words.size(),
        NEIGHBOURS,
        mean(overlaps, 0, overlaps.length),
        (double) NEIGHBOURS / (words.size() - 1),
        cosineCorrelation(ofTranslation, ofWord2vec),
        bands(overlaps),
        examples(examples, ofTranslation, ofWord2vec),
        question,
        profile("translation", translation, ofTranslation, first, question),
        profile("word2vec", word2vec, ofWord2vec, second, question));
  }

  private static int shared(List<RankedToken> first, List<RankedToken> second) {
    Set<String> tokens = new HashSet<>();
    first.forEach(token -> tokens.add(token.token()));
    return (int) second.stream().filter(token -> tokens.contains(token.token())).count();
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }

  /** Over pairs drawn at random, the same for every run. */
  private double cosineCorrelation(Candidates first, Candidates second) {
    SplittableRandom random = new SplittableRandom(1);
    double[] a = new double[PAIRS];
    double[] b = new double[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      int one = random.nextInt(words.size());
      int other = random.nextInt(words.size() - 1);
      int two = other >= one ? other + 1 : other;
      a[i] = first.cosine(one, two);
      b[i] = second.cosine(one, two);
    }
    return Correlation.spearman(a, b);
  }

  private List<SideComparison.Band> bands(double[] overlaps) {
    List<SideComparison.Band> bands = new ArrayList<>();
    for (int band = 0; band < BANDS; band++) {
      int from = band * words.size() / BANDS;
      int to = (band + 1) * words.size() / BANDS;
      bands.add(
          new SideComparison.Band(count(from), count(to - 1), to - from, mean(overlaps, from, to)));
    }
    return bands;
  }

  private long count(int word) {
    return count(words.get(word));
  }

  private long count(String word) {
    return translation.occurrences(translation.id(word)).orElse(0);
  }

  private List<SideComparison.Example> examples(
      List<String> asked, Candidates first, Candidates second) {
    List<SideComparison.Example> examples = new ArrayList<>();
    for (String word : asked) {
      if (words.contains(word)) {
        List<RankedToken> translated = first.nearest(word, NEIGHBOURS);
        List<RankedToken> trained = second.nearest(word, NEIGHBOURS);
        examples.add(
            new SideComparison.Example(
                word, count(word), translated, trained, shared(translated, trained)));
      }
    }
    return examples;
  }

  private TableProfile profile(
      String name,
      EmbeddingTable table,
      Candidates candidates,
      List<List<RankedToken>> neighbours,
      Optional<Expectations.Question> question) {
    return new TableProfile(
        name,
        sameClass(neighbours),
        standTogether(neighbours),
        normAndFrequency(candidates),
        neighboursFrequency(neighbours),
        relations(table),
        judged(table),
        question.map(one -> ranks(table, one)).orElse(List.of()));
  }

  private OptionalDouble sameClass(List<List<RankedToken>> neighbours) {
    double sum = 0;
    int counted = 0;
    for (int i = 0; i < words.size(); i++) {
      String own = expected.classes().get(words.get(i));
      if (own != null) {
        sum += share(neighbours.get(i), token -> own.equals(expected.classes().get(token)));
        counted++;
      }
    }
    return counted == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / counted);
  }

  private double standTogether(List<List<RankedToken>> neighbours) {
    double sum = 0;
    for (int i = 0; i < words.size(); i++) {
      Set<String> near = together.getOrDefault(words.get(i), Set.of());
      sum += share(neighbours.get(i), near::contains);
    }
    return sum / words.size();
  }

  private static double share(List<RankedToken> tokens, Predicate<String> wanted) {
    return (double) tokens.stream().filter(token -> wanted.test(token.token())).count()
        / tokens.size();
  }

  private double normAndFrequency(Candidates candidates) {
    double[] norms = new double[words.size()];
    double[] counts = new double[words.size()];
    for (int i = 0; i < norms.length; i++) {
      norms[i] = candidates.norm(i);
      counts[i] = count(i);
    }
    return Correlation.spearman(norms, counts);
  }

  private double neighboursFrequency(List<List<RankedToken>> neighbours) {
    double[] own = new double[words.size()];
    double[] theirs = new double[words.size()];
    for (int i = 0; i < own.length; i++) {
      own[i] = Math.log1p((double) count(i));
      theirs[i] =
          neighbours.get(i).stream()
              .mapToDouble(token -> Math.log1p((double) count(token.token())))
              .average()
              .orElse(0);
    }
    return Correlation.spearman(own, theirs);
  }

  private List<TableProfile.Relation> relations(EmbeddingTable table) {
    List<TableProfile.Relation> relations = new ArrayList<>();
    AnalogySample.of(expected.questions(), translation, this::inBoth)
        .forEach((name, questions) -> relations.add(relation(name, questions, table)));
    return relations;
  }

  private boolean inBoth(String word) {
    return translation.contains(word) && word2vec.contains(word);
  }

  private static TableProfile.Relation relation(
      String name, List<Expectations.Question> questions, EmbeddingTable table) {
    int correct = 0;
    for (Expectations.Question question : questions) {
      OptionalInt rank = rank(table, question, AnalogyMethod.COS_ADD, QuestionWords.LEFT_OUT);
      correct += rank.orElse(0) == 1 ? 1 : 0;
    }
    return new TableProfile.Relation(name, correct, questions.size());
  }

  private static OptionalInt rank(
      EmbeddingTable table,
      Expectations.Question question,
      AnalogyMethod method,
      QuestionWords words) {
    return table.analogyRank(question.a(), question.b(), question.c(), question.d(), method, words);
  }

  private List<TableProfile.ExampleRank> ranks(
      EmbeddingTable table, Expectations.Question question) {
    boolean known =
        List.of(question.a(), question.b(), question.c(), question.d()).stream()
            .allMatch(table::contains);
    List<TableProfile.ExampleRank> ranks = new ArrayList<>();
    for (AnalogyMethod method : AnalogyMethod.values()) {
      for (QuestionWords questionWords : QuestionWords.values()) {
        OptionalInt rank =
            known ? rank(table, question, method, questionWords) : OptionalInt.empty();
        ranks.add(new TableProfile.ExampleRank(method, questionWords, rank));
      }
    }
    return ranks;
  }

  private List<TableProfile.Judged> judged(EmbeddingTable table) {
    List<TableProfile.Judged> judged = new ArrayList<>();
    for (Expectations.Judgements file : expected.judgements()) {
      List<Expectations.JudgedPair> known =
          file.pairs().stream()
              .filter(pair -> inBoth(pair.first()) && inBoth(pair.second()))
              .toList();
      double[] judgements =
          known.stream().mapToDouble(Expectations.JudgedPair::judgement).toArray();
      double[] cosines =
          known.stream()
              .mapToDouble(pair -> table.vectors().similarity(pair.first(), pair.second()))
              .toArray();
      judged.add(
          new TableProfile.Judged(
              file.name(),
              Correlation.spearman(judgements, cosines),
              known.size(),
              file.pairs().size()));
    }
    return judged;
  }

  /**
   * The compared words of one table, at length 1: both tables' neighbours are sought among the same
   * words.
   */
  private static final class Candidates {
    private final List<String> words;
    private final Map<String, Integer> places = new HashMap<>();
    private final float[][] units;
    private final double[] norms;

    Candidates(EmbeddingTable table, List<String> words) {
      this.words = words;
      this.units = new float[words.size()][];
      this.norms = new double[words.size()];
      for (int i = 0; i < units.length; i++) {
        places.put(words.get(i), i);
        float[] vector = table.vectors().vector(words.get(i));
        norms[i] = Geometry.norm(vector);
        units[i] = new float[vector.length];
        for (int j = 0; j < vector.length && norms[i] > 0; j++) {
          units[i][j] = (float) (vector[j] / norms[i]);
        }
      }
    }

    double norm(int word) {
      return norms[word];
    }

    double cosine(int first, int second) {
      return Geometry.dot(units[first], units[second]);
    }

    List<RankedToken> nearest(String word, int k) {
      Integer asked = places.get(word);
      if (asked == null) {
        throw new IllegalArgumentException("'" + word + "' is none of the words that are compared");
      }
      List<RankedToken> all = new ArrayList<>();
      for (int i = 0; i < units.length; i++) {
        if (i != asked) {
          all.add(new RankedToken(words.get(i), i, cosine(asked, i)));
        }
      }
      all.sort(
          Comparator.comparingDouble(RankedToken::score)
              .reversed()
              .thenComparingInt(RankedToken::id));
      return List.copyOf(all.subList(0, Math.min(k, all.size())));
    }
  }
}
