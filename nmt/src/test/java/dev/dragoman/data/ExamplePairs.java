package dev.dragoman.data;

import dev.dragoman.vocab.TokenCounts;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.vocab.VocabularySettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Encoded pairs of chosen lengths. */
final class ExamplePairs {

  private ExamplePairs() {}

  /** Pairs with so many source and target words each, EOS not counted; words are numbers. */
  static EncodedPairs ofLengths(int... sourceAndTarget) {
    List<TokenizedPair> pairs = new ArrayList<>();
    for (int i = 0; i < sourceAndTarget.length; i += 2) {
      pairs.add(pair(sourceAndTarget[i], sourceAndTarget[i + 1]));
    }
    return encode(pairs);
  }

  /** Many pairs of random lengths from 1 to 30 words. */
  static EncodedPairs random(int count, long seed) {
    Random random = new Random(seed);
    List<TokenizedPair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = 1 + random.nextInt(25);
      pairs.add(pair(length, Math.max(1, length - 3 + random.nextInt(9))));
    }
    return encode(pairs);
  }

  private static TokenizedPair pair(int source, int target) {
    return new TokenizedPair(
        new SentencePair("", ""),
        Collections.nCopies(source, "s" + source),
        Collections.nCopies(target, "t" + target));
  }

  private static EncodedPairs encode(List<TokenizedPair> pairs) {
    TokenCounts sources = new TokenCounts();
    TokenCounts targets = new TokenCounts();
    pairs.forEach(pair -> sources.add(pair.source()));
    pairs.forEach(pair -> targets.add(pair.target()));
    VocabularySettings everything = new VocabularySettings(1, 0);
    return EncodedPairs.encode(
        pairs, Vocabulary.build(sources, everything), Vocabulary.build(targets, everything));
  }
}
