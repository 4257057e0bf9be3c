package dev.dragoman.word2vec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class Word2VecTrainerTest {
  private static final List<String> FRUITS = List.of("apple", "pear", "plum", "cherry");
  private static final List<String> TOOLS = List.of("hammer", "saw", "drill", "chisel");

  private static final Word2VecSettings SMALL =
      Word2VecSettings.defaults()
          .withSize(20)
          .withSample(0)
          .withMinCount(1)
          .withEpochs(3)
          .withBatchWords(500);

  @ParameterizedTest
  @CsvSource({
    "SKIP_GRAM, NEGATIVE_SAMPLING",
    "SKIP_GRAM, HIERARCHICAL_SOFTMAX",
    "CBOW, NEGATIVE_SAMPLING",
    "CBOW, HIERARCHICAL_SOFTMAX"
  })
  void wordsOfTheSameContextsBecomeNeighbours(Word2VecKind kind, Word2VecLoss loss) {
    WordVectors vectors = train(small(kind).withLoss(loss).withEpochs(10));
    for (List<String> group : List.of(FRUITS, TOOLS)) {
      for (String word : group) {
        assertThat(vectors.neighbours(word, group.size() - 1))
            .as("neighbours of %s", word)
            .extracting(Neighbour::word)
            .allMatch(group::contains);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void severalThreadsLearnItToo(Word2VecKind kind) {
    WordVectors vectors = train(small(kind).withEpochs(10).withThreads(3));
    assertThat(vectors.neighbours("saw", 3)).extracting(Neighbour::word).allMatch(TOOLS::contains);
  }

  @ParameterizedTest
  @EnumSource
  void oneThreadAndOneSeedGiveTheSameBytes(Word2VecKind kind) {
    float[] first = train(small(kind)).matrix();
    assertThat(train(small(kind)).matrix()).containsExactly(first);
    assertThat(train(small(kind).withSeed(2)).matrix()).isNotEqualTo(first);
  }

  /** Another machine, another version of Java, another implementation of the arithmetic. */
  @ParameterizedTest
  @CsvSource({
    "SKIP_GRAM, NEGATIVE_SAMPLING, 1119672411",
    "SKIP_GRAM, HIERARCHICAL_SOFTMAX, 1303942268",
    "CBOW, NEGATIVE_SAMPLING, 999792823",
    "CBOW, HIERARCHICAL_SOFTMAX, -1894143336"
  })
  void theBytesAreTheSameEverywhere(Word2VecKind kind, Word2VecLoss loss, int hash) {
    float[] matrix = train(small(kind).withLoss(loss).withSample(0.05)).matrix();
    assertThat(Arrays.hashCode(matrix)).isEqualTo(hash);
  }

  @Test
  void negativeSamplingKeepsTheContextVectors() {
    WordVectors vectors = train(SMALL);
    WordVectors context = vectors.context().orElseThrow();
    assertThat(context.words()).isEqualTo(vectors.words());
    assertThat(context.matrix()).isNotEqualTo(vectors.matrix());
    assertThat(train(SMALL.withLoss(Word2VecLoss.HIERARCHICAL_SOFTMAX)).context()).isEmpty();
  }

  @Test
  void vectorsBeginInTheirRange() {
    Word2VecSettings still = SMALL.withInitialRange(0.5).withLearningRate(1e-30, 0).withEpochs(1);
    float[] matrix = train(still).matrix();
    float largest = 0;
    for (float value : matrix) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(largest).isBetween(0.45f / 20, 0.5f / 20);
  }

  @Test
  void progressCountsAllWordsAndTheLearningRateFallsToItsEnd() {
    List<Word2VecProgress> seen = new ArrayList<>();
    TrainingText text = TrainingText.of(corpus(), 1);

    new Word2VecTrainer(SMALL, seen::add).train(text);

    assertThat(seen).hasSizeGreaterThan(10);
    for (int i = 1; i < seen.size(); i++) {
      assertThat(seen.get(i).words()).isGreaterThanOrEqualTo(seen.get(i - 1).words());
      assertThat(seen.get(i).epoch()).isGreaterThanOrEqualTo(seen.get(i - 1).epoch());
      assertThat(seen.get(i).learningRate()).isLessThanOrEqualTo(seen.get(i - 1).learningRate());
    }
    Word2VecProgress last = seen.getLast();
    assertThat(last.words()).isEqualTo(3L * text.length()).isEqualTo(last.totalWords());
    assertThat(last.epoch()).isEqualTo(3).isEqualTo(last.epochs());
    assertThat(seen.getFirst().learningRate()).isEqualTo(0.025);
    assertThat(last.learningRate()).isCloseTo(1e-4, within(0.001));
    assertThat(seen.get(seen.size() - 2).loss()).isLessThan(seen.getFirst().loss());
  }

  @Test
  void wordsThatAreLeftOutLowerTheLearningRateToo() {
    List<List<String>> sentences = new ArrayList<>();
    sentences.add(List.of("often", "often", "often"));
    for (int i = 0; i < 9; i++) {
      sentences.add(List.of("rare" + i, "seldom" + i, "once" + i));
    }
    sentences.add(List.of("often"));
    List<Double> rates = new ArrayList<>();
    Word2VecSettings settings = SMALL.withMinCount(2).withEpochs(1).withBatchWords(3);

    new Word2VecTrainer(settings, p -> rates.add(p.learningRate())).train(sentences);

    assertThat(rates.getFirst()).isEqualTo(0.025);
    assertThat(rates.getLast()).isCloseTo(0.025 - (0.025 - 1e-4) * 30 / 31, within(1e-12));
  }

  @Test
  void textsOfOneWordOrOfSingleWordsLeaveTheVectorsAlone() {
    List<List<String>> one = List.of(List.of("a", "a", "a", "a"));
    for (Word2VecKind kind : Word2VecKind.values()) {
      for (Word2VecLoss loss : Word2VecLoss.values()) {
        assertThat(new Word2VecTrainer(small(kind).withLoss(loss)).train(one).count()).isOne();
      }
      List<List<String>> single = List.of(List.of("a"), List.of("b"), List.of("c"));
      assertThat(new Word2VecTrainer(small(kind)).train(single).count()).isEqualTo(3);
    }
  }

  @Test
  void whatTheListenerThrowsEndsTheTraining() {
    Word2VecListener full =
        progress -> {
          throw new IllegalStateException("the disk is full");
        };
    assertThatIllegalStateException()
        .isThrownBy(() -> new Word2VecTrainer(SMALL.withThreads(2), full).train(corpus()))
        .withMessage("the disk is full");
  }

  @Test
  void anInterruptEndsTheTraining() {
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> new Word2VecTrainer(SMALL.withThreads(2)).train(corpus()))
        .withMessage("training was interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aTextReadWithAnotherMinimumCountIsRefused() {
    TrainingText text = TrainingText.of(corpus(), 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Word2VecTrainer(SMALL).train(text))
        .withMessage(
            "text: read with a minimum count of 2, but the settings say 1; read it with the"
                + " settings' one");
  }

  @Test
  void divergingVectorsAreSaidWithWhatToDo() {
    assertThatExceptionOfType(Word2VecException.class)
        .isThrownBy(() -> train(SMALL.withLearningRate(1e30, 1e30)))
        .withMessageContaining("the vectors diverged at a learning rate of 1.0E30; lower it");
  }

  @Test
  void aTableLargerThanAnArrayIsRefused() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      words.add("w" + i);
    }
    assertThatExceptionOfType(Word2VecException.class)
        .isThrownBy(() -> new Word2VecTrainer(SMALL.withSize(65_536)).train(List.of(words)))
        .withMessageContaining("40000 words of size 65536 are more floats than an array can hold");
  }

  private static Word2VecSettings small(Word2VecKind kind) {
    return Word2VecSettings.defaults(kind)
        .withSize(20)
        .withSample(0)
        .withMinCount(1)
        .withEpochs(3)
        .withBatchWords(500);
  }

  private static WordVectors train(Word2VecSettings settings) {
    return new Word2VecTrainer(settings).train(corpus());
  }

  /** Fruits are eaten and tools are used, and nothing else tells them apart. */
  private static List<List<String>> corpus() {
    Randomness random = new Randomness(11, 0);
    List<List<String>> sentences = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      String fruit = FRUITS.get(random.below(FRUITS.size()));
      String tool = TOOLS.get(random.below(TOOLS.size()));
      sentences.add(List.of("she", "eats", "a", "sweet", fruit, "from", "the", "tree"));
      sentences.add(List.of("he", "builds", "chairs", "with", tool, "in", "his", "workshop"));
    }
    return sentences;
  }
}
