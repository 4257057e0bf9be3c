package dev.dragoman.inspect;

import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.model.TableSide;
import dev.dragoman.vocab.Specials;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.word2vec.Analogy;
import dev.dragoman.word2vec.AnalogyMethod;
import dev.dragoman.word2vec.Neighbour;
import dev.dragoman.word2vec.QuestionWords;
import dev.dragoman.word2vec.SimilarSpelling;
import dev.dragoman.word2vec.WordVectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A table of embeddings [V, E] whose rows have names: one of a model's two, or the vectors of a
 * file. Special tokens can be asked for, but are no answers. Immutable, safe for many threads.
 *
 * {@snippet :
 * EmbeddingTable table = EmbeddingTable.of(ModelFolder.load(folder), TableSide.TARGET);
 * table.neighbours("queen", 10, Nearness.COSINE);
 * table.analogy("man", "king", "woman", 5);
 * }
 */
public final class EmbeddingTable {

  private static final int SUGGESTIONS = 3;

  private final String name;
  private final WordVectors vectors;

  /** The rows that can be answers, which are all but the first {@code specials}. */
  private final WordVectors ordinary;

  private final int specials;
  private final Optional<Vocabulary> vocabulary;

  private EmbeddingTable(
      String name, WordVectors vectors, int specials, Optional<Vocabulary> vocabulary) {
    this.name = name;
    this.vectors = vectors;
    this.specials = specials;
    this.vocabulary = vocabulary;
    this.ordinary = specials == 0 ? vectors : withoutFirst(vectors, specials);
  }

  private static WordVectors withoutFirst(WordVectors vectors, int rows) {
    float[] all = vectors.matrix();
    float[] rest = new float[all.length - rows * vectors.size()];
    System.arraycopy(all, rows * vectors.size(), rest, 0, rest.length);
    return WordVectors.of(vectors.words().subList(rows, vectors.count()), vectors.size(), rest);
  }

  /** A table of a model; the values are copied. */
  public static EmbeddingTable of(SavedModel saved, TableSide side) {
    Vocabulary vocabulary =
        switch (side) {
          case SOURCE -> saved.source().vocabulary();
          case TARGET -> saved.target().vocabulary();
        };
    String name =
        saved.model().settings().shareEmbeddings()
            ? "the table that source and target share"
            : "the " + (side == TableSide.SOURCE ? "source" : "target") + " table";
    return of(
        name,
        vocabulary,
        saved.model().table(side).toArray(),
        saved.model().settings().embeddingSize());
  }

  /**
   * A table over a vocabulary, whose first rows are the special tokens.
   *
   * @param name how messages call it
   * @param matrix [V, E], row-major; not copied, and not to be written to afterwards
   */
  static EmbeddingTable of(String name, Vocabulary vocabulary, float[] matrix, int size) {
    WordVectors vectors = WordVectors.of(vocabulary.tokens(), size, matrix);
    return new EmbeddingTable(name, vectors, Specials.COUNT, Optional.of(vocabulary));
  }

  /**
   * The vectors of a file or of word2vec; all its words can be answers.
   *
   * @param name how messages call it
   */
  public static EmbeddingTable of(String name, WordVectors vectors) {
    return new EmbeddingTable(name, vectors, 0, Optional.empty());
  }

  /** How messages call it: "the source table". */
  public String name() {
    return name;
  }

  /** V, how many rows there are, those of special tokens included. */
  public int rows() {
    return vectors.count();
  }

  /** E, floats per vector. */
  public int size() {
    return vectors.size();
  }

  /** The token of every row. */
  public List<String> tokens() {
    return vectors.words();
  }

  /** All rows with their tokens, those of special tokens included. */
  public WordVectors vectors() {
    return vectors;
  }

  /** The rows of ordinary tokens alone. */
  public WordVectors withoutSpecials() {
    return ordinary;
  }

  /** The rows of the tokens that are wanted, in the same order. */
  EmbeddingTable restrictedTo(Predicate<String> wanted) {
    List<String> kept = new ArrayList<>();
    List<float[]> rows = new ArrayList<>();
    for (int id = specials; id < rows(); id++) {
      if (wanted.test(tokens().get(id))) {
        kept.add(tokens().get(id));
        rows.add(vectors.vector(id));
      }
    }
    float[] matrix = new float[rows.size() * size()];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, matrix, i * size(), size());
    }
    return of(name, WordVectors.of(kept, size(), matrix));
  }

  /** How many rows at the beginning belong to special tokens: 0 in a file. */
  public int specials() {
    return specials;
  }

  /** Whether a token has a row. */
  public boolean contains(String token) {
    return vectors.indexOf(token).isPresent();
  }

  /**
   * The row of a token.
   *
   * @throws UnknownTokenException if it has none
   */
  public int id(String token) {
    OptionalInt index = vectors.indexOf(token);
    if (index.isEmpty()) {
      throw new UnknownTokenException(token, name, suggestions(token));
    }
    return index.getAsInt();
  }

  /** Ordinary tokens of similar spelling, perhaps none. */
  public List<String> suggestions(String token) {
    return SimilarSpelling.of(token, ordinary.words(), SUGGESTIONS);
  }

  /** How often the token of a row occurred in the training text, where that is known. */
  public OptionalLong occurrences(int id) {
    return vocabulary.isPresent()
        ? OptionalLong.of(vocabulary.get().count(id))
        : vectors.occurrences(id);
  }

  /**
   * The k tokens nearest to a token, itself left out, nearest first; fewer where there are no more.
   *
   * @throws UnknownTokenException if the token has no row
   * @throws IllegalArgumentException if its vector is zero and nearness is the cosine, which then
   *     has no meaning
   */
  public List<RankedToken> neighbours(String token, int k, Nearness nearness) {
    int id = id(token);
    requireDirection(token, id, nearness);
    return nearest(vectors.vector(id), id, k, nearness);
  }

  /**
   * The k tokens nearest to a vector [E].
   *
   * @throws IllegalArgumentException if the vector has another size
   */
  public List<RankedToken> neighbours(float[] vector, int k, Nearness nearness) {
    if (vector.length != size()) {
      throw new IllegalArgumentException(
          "vector: expected [E=" + size() + "], got [" + vector.length + "]");
    }
    return nearest(vector, -1, k, nearness);
  }

  private List<RankedToken> nearest(float[] vector, int leftOut, int k, Nearness nearness) {
    if (k < 0) {
      throw new IllegalArgumentException("k: expected at least 0, got " + k);
    }
    double[] scores = scores(vector, nearness);
    Comparator<Integer> nearestFirst =
        (a, b) -> {
          boolean nearer = nearness.isNearer(scores[a], scores[b]);
          return nearer ? -1 : nearness.isNearer(scores[b], scores[a]) ? 1 : Integer.compare(a, b);
        };
    return IntStream.range(specials, rows())
        .filter(id -> id != leftOut)
        .boxed()
        .sorted(nearestFirst)
        .limit(k)
        .map(id -> new RankedToken(tokens().get(id), id, scores[id]))
        .toList();
  }

  private double[] scores(float[] vector, Nearness nearness) {
    float[] row = new float[size()];
    double[] scores = new double[rows()];
    for (int id = specials; id < scores.length; id++) {
      vectors.copyInto(id, row);
      scores[id] =
          switch (nearness) {
            case COSINE -> Geometry.cosine(vector, row);
            case EUCLID -> Geometry.distance(vector, row);
            case DOT -> Geometry.dot(vector, row);
          };
    }
    return scores;
  }

  private void requireDirection(String token, int id, Nearness nearness) {
    float[] vector = vectors.vector(id);
    if (nearness == Nearness.COSINE && Geometry.dot(vector, vector) == 0) {
      throw new IllegalArgumentException(
          "the vector of '"
              + token
              + "' in "
              + name
              + " is zero, so that it has no direction to compare");
    }
  }

  /**
   * How near two tokens are.
   *
   * @throws UnknownTokenException if one of them has no row
   */
  public Similarity similarity(String first, String second) {
    float[] a = vectors.vector(id(first));
    float[] b = vectors.vector(id(second));
    return new Similarity(
        first,
        second,
        Geometry.cosine(a, b),
        Geometry.distance(a, b),
        Geometry.dot(a, b),
        rank(first, second),
        rank(second, first),
        rows() - specials - 1);
  }

  /**
   * At which place, from 1, a token comes among the neighbours of another by cosine; 0 for itself.
   */
  private int rank(String of, String among) {
    int asked = id(of);
    int wanted = id(among);
    double[] scores = scores(vectors.vector(asked), Nearness.COSINE);
    double score = Geometry.cosine(vectors.vector(asked), vectors.vector(wanted));
    int rank = 1;
    for (int id = specials; id < scores.length; id++) {
      if (id != asked
          && id != wanted
          && (scores[id] > score || (scores[id] == score && id < wanted))) {
        rank++;
      }
    }
    return asked == wanted ? 0 : rank;
  }

  /**
   * Answers "a is to b as c is to what?", the tokens nearest to b − a + c, in four ways: by 3CosAdd
   * and by 3CosMul, with the question's own words left out of the answers and left in.
   *
   * @throws UnknownTokenException if one of the words has no row or is a special token
   */
  public AnalogyAnswers analogy(String a, String b, String c, int k) {
    for (String word : List.of(a, b, c)) {
      if (ordinary.indexOf(word).isEmpty()) {
        throw new UnknownTokenException(word, name, suggestions(word));
      }
    }
    List<AnalogyAnswers.Ranking> rankings = new ArrayList<>();
    for (AnalogyMethod method : AnalogyMethod.values()) {
      for (QuestionWords words : QuestionWords.values()) {
        rankings.add(
            new AnalogyAnswers.Ranking(
                method, words, ranked(Analogy.of(a, b, c).with(method).with(words), k)));
      }
    }
    return new AnalogyAnswers(a, b, c, rankings);
  }

  private List<RankedToken> ranked(Analogy question, int k) {
    List<RankedToken> ranked = new ArrayList<>();
    for (Neighbour answer : ordinary.answers(question, k)) {
      ranked.add(new RankedToken(answer.word(), answer.index() + specials, answer.score()));
    }
    return ranked;
  }

  /**
   * At which place an expected answer to "a is to b as c is to what?" comes, from 1; empty where
   * the expected word is one of the question's and these are left out.
   *
   * @throws UnknownTokenException if one of the words has no row or is a special token
   */
  public OptionalInt analogyRank(
      String a, String b, String c, String expected, AnalogyMethod method, QuestionWords words) {
    for (String word : List.of(a, b, c, expected)) {
      if (ordinary.indexOf(word).isEmpty()) {
        throw new UnknownTokenException(word, name, suggestions(word));
      }
    }
    boolean asked = List.of(a, b, c).contains(expected);
    return asked && words == QuestionWords.LEFT_OUT
        ? OptionalInt.empty()
        : OptionalInt.of(ordinary.rank(Analogy.of(a, b, c).with(method).with(words), expected));
  }
}
