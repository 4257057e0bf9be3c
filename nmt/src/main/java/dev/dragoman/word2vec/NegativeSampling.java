package dev.dragoman.word2vec;

/**
 * The true word with answer 1, and drawn words with answer 0; drawn in proportion to count^0.75 or
 * another power. A draw of the true word itself is left out, so that there are fewer now and then.
 */
final class NegativeSampling implements Objective {

  private final AliasTable table;
  private final int words;
  private final int negative;

  NegativeSampling(WordCounts counts, Word2VecSettings settings) {
    double[] weights = new double[counts.size()];
    for (int word = 0; word < weights.length; word++) {
      weights[word] = StrictMath.pow((double) counts.count(word), settings.negativeExponent());
    }
    table = new AliasTable(weights);
    words = weights.length;
    negative = settings.negative();
  }

  @Override
  public int outputRows() {
    return words;
  }

  @Override
  public int mostTargets() {
    return 1 + negative;
  }

  @Override
  public void choose(int word, int stride, Targets targets, Randomness random) {
    targets.clear();
    targets.add(word * stride, 1f);
    for (int i = 0; i < negative; i++) {
      int drawn = table.draw(random.next());
      if (drawn != word) {
        targets.add(drawn * stride, 0f);
      }
    }
  }
}
