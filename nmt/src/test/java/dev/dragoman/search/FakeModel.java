package dev.dragoman.search;

import java.util.Arrays;
import java.util.Random;

/** A language model by hand: logits that depend on a sentence's key and a prefix alone. */
interface FakeModel {
  SpecialIds IDS = new SpecialIds(0, 1, 2, 3);
  int PAD = 0;
  int UNK = 1;
  int BOS = 2;
  int EOS = 3;
  int A = 4;
  int B = 5;
  int C = 6;

  /** Gives the logits [V] of the next id; the prefix has no BOS. */
  float[] logits(int key, int[] prefix);

  /** Gaussian logits, drawn anew for every sentence and prefix. */
  static FakeModel random(int vocabularySize, long seed, double spread) {
    return (key, prefix) -> {
      Random random = new Random(seed * 1_000_003 + key * 7919L + Arrays.hashCode(prefix));
      float[] logits = new float[vocabularySize];
      for (int id = 0; id < vocabularySize; id++) {
        logits[id] = (float) (random.nextGaussian() * spread);
      }
      return logits;
    };
  }

  /** The same distributions, by logits that are all larger by a number. */
  default FakeModel shiftedBy(float shift) {
    return (key, prefix) -> {
      float[] logits = logits(key, prefix);
      for (int id = 0; id < logits.length; id++) {
        logits[id] += shift;
      }
      return logits;
    };
  }

  /** A model that ends ever more willingly the longer its output is. */
  default FakeModel soonTired() {
    return (key, prefix) -> {
      float[] logits = logits(key, prefix);
      logits[EOS] += 2 * prefix.length;
      return logits;
    };
  }

  /** Logits [V] that give these ids these probabilities and all others none. */
  static float[] probabilities(int vocabularySize, Object... idsAndProbabilities) {
    float[] logits = new float[vocabularySize];
    Arrays.fill(logits, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < idsAndProbabilities.length; i += 2) {
      logits[(int) idsAndProbabilities[i]] = (float) Math.log((double) idsAndProbabilities[i + 1]);
    }
    return logits;
  }

  /** Log-softmax of the logits after a prefix, straight from the definition. */
  default double[] logProbs(int key, int[] prefix) {
    float[] logits = logits(key, prefix);
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - max);
    }
    double[] logProbs = new double[logits.length];
    for (int id = 0; id < logits.length; id++) {
      logProbs[id] = logits[id] - max - Math.log(sum);
    }
    return logProbs;
  }

  /** The fake attention weights of the step that extends a prefix. */
  static float[] attention(int key, int[] prefix, int sourceLength) {
    float[] weights = new float[sourceLength];
    for (int s = 0; s < sourceLength; s++) {
      weights[s] = key * 1000 + Arrays.hashCode(prefix) % 1000 + s / 128f;
    }
    return weights;
  }

  /** The prefix, one id longer. */
  static int[] append(int[] prefix, int id) {
    int[] longer = Arrays.copyOf(prefix, prefix.length + 1);
    longer[prefix.length] = id;
    return longer;
  }
}
