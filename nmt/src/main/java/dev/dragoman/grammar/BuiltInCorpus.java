package dev.dragoman.grammar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The built-in French→English corpus. Immutable; one instance serves many threads.
 *
 * {@snippet :
 * BuiltInCorpus corpus = new BuiltInCorpus();
 * for (GeneratedPair pair : corpus.generate(7, 3)) {
 *   System.out.println(pair.source() + " → " + pair.target() + "  " + pair.alignment().pharaoh());
 * }
 * }
 *
 * <p>The grammar is built so that one translation is right and can be inferred from the French
 * alone: no French sentence has two English ones, so a model can get every sentence exactly right.
 */
public final class BuiltInCorpus {

  /** In so many sentences of the training part each word of the other parts occurs at the least. */
  public static final int MINIMUM_COUNT = 5;

  private static final int PATIENCE = 1000;

  private final Lexicon lexicon = Lexicon.load();
  private final Dictionary dictionary = new Dictionary(lexicon);

  /** Reads the tables of the lexicon. */
  public BuiltInCorpus() {}

  /**
   * Sentence pairs with distinct sources.
   *
   * @param seed the same seed gives the same pairs in the same order
   * @param size how many, at least 1
   * @throws IllegalArgumentException if the grammar has not so many sentences
   */
  public List<GeneratedPair> generate(long seed, int size) {
    return generate(new Random(seed), size);
  }

  private List<GeneratedPair> generate(Random random, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("corpus size: expected at least 1, got " + size);
    }
    Grammar grammar = new Grammar(lexicon, new Choice(random));
    Set<String> seen = new HashSet<>();
    List<GeneratedPair> pairs = new ArrayList<>(size);
    int missed = 0;
    while (pairs.size() < size) {
      GeneratedPair pair = grammar.sentence();
      if (seen.add(pair.source())) {
        pairs.add(pair);
        missed = 0;
      } else if (++missed > PATIENCE) {
        throw new IllegalArgumentException(
            "corpus size: asked for "
                + size
                + " distinct sentences, but after "
                + pairs.size()
                + " the grammar has hardly any new ones; ask for fewer");
      }
    }
    return pairs;
  }

  /**
   * A corpus in three parts without a common source. Each word of the validation and test parts
   * occurs in at least {@link #MINIMUM_COUNT} sentences of the training part.
   *
   * @param seed the same seed and sizes give the same parts
   * @param train how many pairs to learn from, at least 1
   * @param valid how many pairs to validate with
   * @param test how many pairs to test with
   * @throws IllegalArgumentException if a size is negative or the training part is too small to
   *     have the words of the others
   */
  public CorpusSplit split(long seed, int train, int valid, int test) {
    if (train < 1 || valid < 0 || test < 0) {
      throw new IllegalArgumentException(
          "corpus sizes: expected train >= 1, valid >= 0, test >= 0, got "
              + train
              + ", "
              + valid
              + ", "
              + test);
    }
    Random random = new Random(seed);
    List<GeneratedPair> pairs = generate(random, Math.addExact(train, Math.addExact(valid, test)));
    // Rules with few sentences run dry, so late sentences are of another mixture than early ones.
    Collections.shuffle(pairs, random);
    HeldOut heldOut = new HeldOut(pairs, valid + test, MINIMUM_COUNT);
    if (heldOut.taken().size() < valid + test) {
      throw new IllegalArgumentException(
          "corpus sizes: only "
              + heldOut.taken().size()
              + " sentences have no rare words and can be"
              + " held out of "
              + pairs.size()
              + ", expected valid + test = "
              + (valid + test)
              + "; ask for more training pairs or fewer others");
    }
    return new CorpusSplit(
        heldOut.rest(),
        heldOut.taken().subList(0, valid),
        heldOut.taken().subList(valid, valid + test));
  }

  /** The analogies of the grammar itself by relation, such as man : king = woman : queen. */
  public List<AnalogyRelation> analogies(Language language) {
    Relations relations = new Relations(lexicon);
    return language == Language.FRENCH ? relations.french() : relations.english();
  }

  /** Groups of words that should come to lie near one another. */
  public List<SimilarityClass> similarityClasses(Language language) {
    return new Relations(lexicon).similar(language);
  }

  /**
   * The class of a word in whatever form, capitalised or not; empty for words that the grammar does
   * not know. A few spellings belong to two classes ({@code water}); here the noun wins, while
   * {@link GeneratedPair#targetClasses} knows which is meant.
   */
  public Optional<WordClass> wordClass(Language language, String word) {
    Map<String, WordClass> words = dictionary.words(language);
    return Optional.ofNullable(words.get(word))
        .or(() -> Optional.ofNullable(words.get(uncapitalised(word))));
  }

  /** Every word form that the grammar can write inside a sentence, with its class. */
  public Map<String, WordClass> wordClasses(Language language) {
    return Collections.unmodifiableMap(dictionary.words(language));
  }

  private static String uncapitalised(String word) {
    return word.isEmpty() ? word : Character.toLowerCase(word.charAt(0)) + word.substring(1);
  }
}
