package dev.dragoman.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceNgramsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 7})
  void matchesWhatCountingInMapsMatches(int maxOrder) {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      int[] hypothesis = tokens(random);
      List<int[]> references = List.of(tokens(random), tokens(random), tokens(random));
      assertThat(new ReferenceNgrams(maxOrder, references).matches(hypothesis))
          .isEqualTo(matchesByMaps(maxOrder, references, hypothesis));
    }
  }

  @Test
  void anIdThatNoReferenceHasMatchesNothing() {
    assertThat(new ReferenceNgrams(2, List.of(new int[] {0, 1})).matches(new int[] {0, -1, 1}))
        .containsExactly(2, 0);
  }

  private static int[] tokens(Random random) {
    return random.ints(random.nextInt(13), 0, 4).toArray();
  }

  private static long[] matchesByMaps(int maxOrder, List<int[]> references, int[] hypothesis) {
    long[] matches = new long[maxOrder];
    for (int n = 1; n <= maxOrder; n++) {
      Map<String, Integer> allowed = new HashMap<>();
      for (int[] reference : references) {
        count(n, reference).forEach((ngram, count) -> allowed.merge(ngram, count, Math::max));
      }
      for (Map.Entry<String, Integer> entry : count(n, hypothesis).entrySet()) {
        matches[n - 1] += Math.min(entry.getValue(), allowed.getOrDefault(entry.getKey(), 0));
      }
    }
    return matches;
  }

  private static Map<String, Integer> count(int n, int[] tokens) {
    Map<String, Integer> counts = new HashMap<>();
    for (int start = 0; start + n <= tokens.length; start++) {
      counts.merge(Arrays.toString(Arrays.copyOfRange(tokens, start, start + n)), 1, Integer::sum);
    }
    return counts;
  }
}
