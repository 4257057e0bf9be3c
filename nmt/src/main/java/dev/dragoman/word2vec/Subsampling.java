package dev.dragoman.word2vec;

/**
 * Leaves out occurrences of frequent words at random: a word that makes up the share f of the text
 * is kept with probability √(t/f) + t/f, where t is the threshold.
 *
 * <p>Differs from the paper (Mikolov et al. 2013, arXiv:1310.4546), whose probability is √(t/f):
 * the second term is the original tool's, and gensim's.
 */
final class Subsampling {

  private static final double RANGE = 0x1p31;

  /** Of 2³¹ draws, how many keep the word. */
  private final int[] keep;

  private final boolean keepsAll;

  Subsampling(WordCounts words, double sample) {
    keepsAll = sample == 0;
    keep = new int[words.size()];
    double threshold = sample * words.total();
    for (int word = 0; word < keep.length; word++) {
      double ratio = threshold / words.count(word);
      double probability = keepsAll ? 1 : Math.sqrt(ratio) + ratio;
      keep[word] = (int) Math.min(Integer.MAX_VALUE, probability * RANGE);
    }
  }

  /**
   * Copies the words of a sentence that stay.
   *
   * @param ids the text; words that are not in the vocabulary are left out
   * @return how many stay
   */
  int keep(int[] ids, int from, int to, int[] kept, Randomness random) {
    int count = 0;
    for (int i = from; i < to; i++) {
      int word = ids[i];
      if (word != TrainingText.LEFT_OUT && (keepsAll || random.positiveInt() < keep[word])) {
        kept[count++] = word;
      }
    }
    return count;
  }
}
