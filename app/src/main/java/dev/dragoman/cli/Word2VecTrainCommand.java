package dev.dragoman.cli;

import dev.dragoman.word2vec.Word2VecKind;
import dev.dragoman.word2vec.Word2VecLoss;
import dev.dragoman.word2vec.Word2VecSettings;
import dev.dragoman.word2vec.WordVectorFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dragoman word2vec train}: plain text → a file of word vectors. */
@Command(
    name = "train",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    header = "Trains word vectors: skip-gram or CBOW.",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "dragoman word2vec train --text F --out V [OPTIONS]",
    description = {
      "%nThe text is UTF-8, one sentence a line, words parted by white space; what is",
      "not parted, such as 'word.', is one word. Case is kept."
    })
final class Word2VecTrainCommand implements Callable<Integer> {
  /** What predicts what, by the field's short words. */
  static final class KindWord extends Words<Word2VecKind> {
    KindWord() {
      super(List.of(Word2VecKind.values()));
    }

    @Override
    String word(Word2VecKind kind) {
      return switch (kind) {
        case SKIP_GRAM -> "sg";
        case CBOW -> "cbow";
      };
    }
  }

  private final Surroundings surroundings;

  @Option(
      names = "--text",
      required = true,
      paramLabel = "F",
      description = "Text to learn from; .gz and - are understood.")
  private String text;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "V",
      description = "File to write the vectors to.")
  private Path out;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = VectorFormatWord.class,
      completionCandidates = VectorFormatWord.class,
      description =
          "How they are written: ${COMPLETION-CANDIDATES} (default: by V's ending, bin, vec or npy; else text).")
  private Optional<WordVectorFormat> format = Optional.empty();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "sg",
      converter = KindWord.class,
      completionCandidates = KindWord.class,
      description =
          "sg, skip-gram, or cbow, which is faster and coarser (default: ${DEFAULT-VALUE}).")
  private Word2VecKind kind;

  @Option(
      names = "--size",
      paramLabel = "N",
      defaultValue = "100",
      converter = Count.class,
      description = "Numbers per vector (default: ${DEFAULT-VALUE}).")
  private int size;

  @Option(
      names = "--window",
      paramLabel = "N",
      defaultValue = "5",
      converter = Count.class,
      description = "Words to each side that count as context at most (default: ${DEFAULT-VALUE}).")
  private int window;

  @Option(
      names = "--negative",
      paramLabel = "N",
      defaultValue = "5",
      converter = Count.class,
      description = "Drawn words per prediction (default: ${DEFAULT-VALUE}).")
  private int negative;

  @Option(
      names = "--negative-exponent",
      paramLabel = "X",
      defaultValue = "0.75",
      description = "They are drawn by count to this power (default: ${DEFAULT-VALUE}).")
  private double negativeExponent;

  @Option(
      names = "--hierarchical-softmax",
      description = "Predict along a Huffman tree in place of drawn words.")
  private boolean hierarchicalSoftmax;

  @Option(
      names = "--sample",
      paramLabel = "X",
      defaultValue = "0.001",
      description =
          "Leave out some occurrences of words above this share of the text; 0 keeps all (default: ${DEFAULT-VALUE}).")
  private double sample;

  @Option(
      names = "--min-count",
      paramLabel = "N",
      defaultValue = "5",
      converter = Count.class,
      description = "Leave out words that occur less often (default: ${DEFAULT-VALUE}).")
  private int minCount;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "5",
      converter = Count.class,
      description = "Times the text is read (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description = "At the beginning; it falls linearly (default: 0.025 for sg, 0.05 for cbow).")
  private Optional<Double> learningRate = Optional.empty();

  @Option(
      names = "--min-learning-rate",
      paramLabel = "X",
      defaultValue = "0.0001",
      description = "At the end (default: ${DEFAULT-VALUE}).")
  private double minLearningRate;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      converter = Count.OfThreads.class,
      description =
          "Threads to train with, 0 for one per processor; only with one the same seed gives the same vectors (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      converter = WholeNumber.class,
      description = "Where every random choice begins (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--json",
      description = "Write a JSON object at the end; what is said before goes to standard error.")
  private boolean json;

  Word2VecTrainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    new Word2VecTrainingJob(
            settings(),
            text,
            out,
            format.orElseGet(() -> VectorFormatWord.of(out)),
            json,
            surroundings)
        .run();
    return ExitCode.DONE;
  }

  private Word2VecSettings settings() {
    Word2VecSettings defaults = Word2VecSettings.defaults(kind);
    double first = learningRate.orElse(defaults.learningRate());
    return defaults
        .withLoss(
            hierarchicalSoftmax
                ? Word2VecLoss.HIERARCHICAL_SOFTMAX
                : Word2VecLoss.NEGATIVE_SAMPLING)
        .withSize(size)
        .withWindow(window)
        .withNegative(negative, negativeExponent)
        .withSample(sample)
        .withMinCount(minCount)
        .withEpochs(epochs)
        .withLearningRate(first, minLearningRate)
        .withThreads(threads)
        .withSeed(seed);
  }
}
