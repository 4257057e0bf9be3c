package dev.dragoman.cli;

import dev.dragoman.word2vec.EvaluationSettings;
import dev.dragoman.word2vec.LetterCase;
import dev.dragoman.word2vec.UnknownWords;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code dragoman word2vec evaluate}: how good word vectors are, by analogies and by people's
 * judgements of word pairs.
 */
@Command(
    name = "evaluate",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    header = "Scores word vectors: analogies, similarity of word pairs.",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "dragoman word2vec evaluate --vectors V [--analogies F] [--pairs F] [OPTIONS]",
    description = {
      "%nAnalogies: a file such as questions-words.txt, ': section' lines and",
      "questions of four words. Pairs: lines of word, tab, word, tab, number, such",
      "as WordSim-353."
    })
final class Word2VecEvaluateCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Option(
      names = "--vectors",
      required = true,
      paramLabel = "V",
      description =
          "The vectors: word2vec text or binary, GloVe, fastText's .vec; .gz is understood.")
  private Path vectors;

  @Option(
      names = "--analogies",
      paramLabel = "F",
      description = "Analogy questions; may be given more than once.")
  private List<Path> analogies = List.of();

  @Option(
      names = "--pairs",
      paramLabel = "F",
      description = "Word pairs with judgements of similarity; may be given more than once.")
  private List<Path> pairs = List.of();

  @Option(
      names = "--most-frequent",
      paramLabel = "N",
      defaultValue = "300000",
      converter = Count.class,
      description = "Only the first N vectors take part (default: ${DEFAULT-VALUE}).")
  private int mostFrequent;

  @Option(
      names = "--case-sensitive",
      description = "King and king are two words; otherwise the more frequent counts for both.")
  private boolean caseSensitive;

  @Option(
      names = "--unknown-is-wrong",
      description = "Count questions with an unknown word as wrong; otherwise they are skipped.")
  private boolean unknownIsWrong;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Count.OfThreads.class,
      description = "Threads to use; 0 for one per processor, as if left out.")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--json",
      description = "Write a JSON object: analogies by section, correlations by file.")
  private boolean json;

  Word2VecEvaluateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (analogies.isEmpty() && pairs.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "expected --analogies F or --pairs F beside --vectors, or both");
    }
    new Word2VecEvaluationJob(vectors, analogies, pairs, settings(), surroundings).run(json);
    return ExitCode.DONE;
  }

  private EvaluationSettings settings() {
    return new EvaluationSettings(
        mostFrequent,
        caseSensitive ? LetterCase.KEPT : LetterCase.IGNORED,
        unknownIsWrong ? UnknownWords.COUNT_AS_WRONG : UnknownWords.SKIP,
        threads.orElse(Runtime.getRuntime().availableProcessors()));
  }
}
