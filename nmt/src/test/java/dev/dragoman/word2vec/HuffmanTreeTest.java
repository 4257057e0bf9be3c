package dev.dragoman.word2vec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuffmanTreeTest {
  @Test
  void theTextbookExampleHasItsDepths() {
    HuffmanTree tree = new HuffmanTree(new long[] {45, 16, 13, 12, 9, 5});
    assertThat(LongStream.range(0, 6).map(word -> tree.depth((int) word)))
        .containsExactly(1L, 3L, 3L, 3L, 4L, 4L);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 100, 1021})
  void codesAreAPrefixCodeOfLeastExpectedLength(int words) {
    long[] counts = descending(words);
    HuffmanTree tree = new HuffmanTree(counts);

    double kraft = 0;
    long cost = 0;
    Set<String> codes = new HashSet<>();
    for (int word = 0; word < words; word++) {
      kraft += Math.pow(2, -tree.depth(word));
      cost += counts[word] * tree.depth(word);
      codes.add(code(tree, word));
    }

    assertThat(kraft).isEqualTo(1);
    assertThat(codes).hasSize(words);
    for (String code : codes) {
      for (int length = 1; length < code.length(); length++) {
        assertThat(codes).doesNotContain(code.substring(0, length));
      }
    }
    assertThat(cost).isEqualTo(leastCost(counts));
  }

  @Test
  void wordsThatTurnAlikeMeetTheSameNodes() {
    HuffmanTree tree = new HuffmanTree(descending(50));
    for (int a = 0; a < 50; a++) {
      for (int b = 0; b < 50; b++) {
        for (int i = 0; i < Math.min(tree.depth(a), tree.depth(b)); i++) {
          boolean sameSoFar = code(tree, a).startsWith(code(tree, b).substring(0, i));
          assertThat(tree.node(a, i) == tree.node(b, i)).isEqualTo(sameSoFar);
        }
      }
    }
    assertThat(tree.node(0, 0)).as("the root is the last inner node").isEqualTo(48);
  }

  @Test
  void aSingleWordNeedsNoDecision() {
    assertThat(new HuffmanTree(new long[] {3}).depth(0)).isZero();
  }

  private static String code(HuffmanTree tree, int word) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < tree.depth(word); i++) {
      code.append(tree.turn(word, i));
    }
    return code.toString();
  }

  private static long leastCost(long[] counts) {
    PriorityQueue<Long> queue = new PriorityQueue<>(Arrays.stream(counts).boxed().toList());
    long cost = 0;
    while (queue.size() > 1) {
      long joined = queue.remove() + queue.remove();
      cost += joined;
      queue.add(joined);
    }
    return cost;
  }

  private static long[] descending(int words) {
    Randomness random = new Randomness(words, 0);
    return LongStream.generate(() -> 1 + random.below(1000))
        .limit(words)
        .boxed()
        .sorted(Collections.reverseOrder())
        .mapToLong(Long::longValue)
        .toArray();
  }
}
