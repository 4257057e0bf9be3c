package dev.dragoman.cli;

import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.checkpoint.Side;
import dev.dragoman.checkpoint.TrainingSummary;
import dev.dragoman.config.Experiment;
import dev.dragoman.model.ModelSettings;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.text.TextSettings;
import dev.dragoman.vocab.Specials;
import dev.dragoman.vocab.TokenCounts;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.vocab.VocabularySettings;
import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the launcher shows the JVM once after each build: a translation from the command line to its
 * end, with a model drawn on the spot. The JVM notes which classes that takes and which methods are
 * hot, and later starts of {@code dragoman translate} begin with that knowledge (an AOT cache, JEP
 * 514 and 515). Nobody is shown what it prints.
 */
public final class Rehearsal {
  /** Enough words and sentences that loops over them count as hot. */
  private static final int WORDS = 3000;

  private static final int SENTENCES = 4;
  private static final int SENTENCE_LENGTH = 10;

  private Rehearsal() {}

  /**
   * Rehearses and exits with the translation's exit code.
   *
   * @param arguments the folder that the model is written to
   */
  public static void main(String[] arguments) {
    System.exit(rehearse(Path.of(arguments[0])));
  }

  /** Writes a model into a folder, translates with it, and returns the translation's exit code. */
  static int rehearse(Path folder) {
    ModelFolder.save(folder, drawnModel());
    Terminal none = Terminal.NONE;
    Output err = new Output("standard error", new FileOutputStream(FileDescriptor.err), none);
    Output out = new Output("standard output", OutputStream.nullOutputStream(), none);
    Console console = new Console(new ByteArrayInputStream(text()), out, err);
    Surroundings surroundings = new Surroundings(console, Map.of(), Path.of(""));
    String[] translate = {
      TranslateCommand.NAME, "--model", folder.toString(), "--batch", "1", "--threads", "1"
    };
    return Dragoman.run(surroundings, translate);
  }

  /** A model that has learnt nothing. */
  static SavedModel drawnModel() {
    Vocabulary words = words();
    Seq2Seq model =
        new Seq2Seq(
            ModelSettings.defaults(),
            words.size(),
            words.size(),
            Specials.PAD,
            new SplittableRandom(1));
    Side side = new Side(TextSettings.defaults(), words);
    String configuration = Experiment.settings().toToml(Experiment.defaults());
    return new SavedModel(model, side, side, configuration, TrainingSummary.untrained(1));
  }

  private static Vocabulary words() {
    TokenCounts counts = new TokenCounts();
    counts.add(IntStream.range(0, WORDS).mapToObj(Rehearsal::word).toList());
    return Vocabulary.build(counts, new VocabularySettings(1, 0));
  }

  private static String word(int number) {
    return "word" + number;
  }

  /** Sentences as people write them: capitals, accents, marks; known words and unknown ones. */
  private static byte[] text() {
    List<String> lines =
        IntStream.range(0, SENTENCES)
            .mapToObj(s ->
                IntStream.range(0, SENTENCE_LENGTH)
                    .mapToObj(i -> word(s * SENTENCE_LENGTH + i))
                    .collect(Collectors.joining(" ", "L'été, ", ".")))
            .toList();
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }
}
