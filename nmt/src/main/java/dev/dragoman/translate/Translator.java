package dev.dragoman.translate;

import dev.dragoman.checkpoint.CheckpointException;
import dev.dragoman.checkpoint.ModelFolder;
import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.model.Decoding;
import dev.dragoman.model.PreparedModel;
import dev.dragoman.search.Hypothesis;
import dev.dragoman.search.Search;
import dev.dragoman.search.SearchSettings;
import dev.dragoman.search.SpecialIds;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Workers;
import dev.dragoman.text.Tokenizer;
import dev.dragoman.vocab.Specials;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Translates text. Immutable from the outside and thread-safe: one instance serves many threads. A
 * sentence is translated the same alone and in any batch.
 *
 * <pre>{@code
 * Translator translator = Translator.load(Path.of("runs/quickstart/model"));
 * Translation translation = translator.translate("La reine parle anglais.");
 * System.out.println(translation.text());
 * }</pre>
 */
public final class Translator {
  private static final SpecialIds IDS =
      new SpecialIds(Specials.PAD, Specials.UNK, Specials.BOS, Specials.EOS);

  private static final String END = Specials.NAMES.get(Specials.EOS);

  private final TranslationModel model;
  private final SearchSettings settings;
  private final Search search;
  private final PreparedModel prepared;
  private final Queue<Decoding> idle = new ConcurrentLinkedQueue<>();

  /**
   * Loads a model folder and searches as {@linkplain #searchOf the model's experiment} says.
   *
   * @param folder a model folder, or the folder of a training run that has one named {@code model}
   *     in it
   * @throws CheckpointException if the folder is missing, damaged or written by a newer version;
   *     the message says which file and why
   */
  public static Translator load(Path folder) {
    SavedModel saved = ModelFolder.load(locate(folder));
    return of(saved, searchOf(saved));
  }

  /**
   * How a saved model is searched where nobody says otherwise: as the section {@code [search]} of
   * its configuration says, and where that is silent, as {@link SearchSettings#defaults()} do.
   */
  public static SearchSettings searchOf(SavedModel saved) {
    return OwnSearch.of(saved);
  }

  /**
   * The model folder that is meant: the folder itself, or the one named {@code model} in the folder
   * of a training run.
   */
  public static Path locate(Path folder) {
    Path inside = folder.resolve("model");
    boolean runFolder =
        !Files.exists(folder.resolve("manifest.json"))
            && Files.exists(inside.resolve("manifest.json"));
    return runFolder ? inside : folder;
  }

  /** A translator around a model that was loaded. */
  public static Translator of(SavedModel saved, SearchSettings settings) {
    return new Translator(
        new TranslationModel(
            saved.model(),
            Tokenizer.of(saved.source().text()),
            Tokenizer.of(saved.target().text()),
            saved.source().vocabulary(),
            saved.target().vocabulary()),
        settings);
  }

  /** A translator around a model in memory. */
  public Translator(TranslationModel model, SearchSettings settings) {
    this(model, new PreparedModel(model.model()), settings);
  }

  private Translator(TranslationModel model, PreparedModel prepared, SearchSettings settings) {
    this.model = model;
    this.prepared = prepared;
    this.settings = settings;
    this.search = Search.of(settings, IDS);
  }

  /** The same model, searched in another way. */
  public Translator with(SearchSettings other) {
    return new Translator(model, prepared, other);
  }

  /** How it searches. */
  public SearchSettings settings() {
    return settings;
  }

  /** The model and both sides' text settings. */
  public TranslationModel model() {
    return model;
  }

  /** The best translation of one sentence; an empty one of a blank sentence. */
  public Translation translate(String sentence) {
    return translate(List.of(sentence)).getFirst();
  }

  /** The best translation of each sentence, computed as one batch. */
  public List<Translation> translate(List<String> sentences) {
    return translateNBest(sentences).stream().map(List::getFirst).toList();
  }

  /**
   * Up to n-best translations of each sentence, best first, computed as one batch; at least one of
   * each.
   */
  public List<List<Translation>> translateNBest(List<String> sentences) {
    return translated(
        IntStream.range(0, sentences.size()).mapToObj(i -> read(sentences.get(i), i)).toList());
  }

  /**
   * The best translation of each sentence, computed as one batch, for those who split text
   * themselves: the tokens are taken as they are, without normalisation. One that is spelt like a
   * {@linkplain Specials#NAMES special token} is taken for it, which never happens to text. A
   * sentence without {@code </s>} gets one at its end, as text does; one that has it stays as it
   * is, whatever stands behind.
   *
   * @param sentences the tokens of each; an empty one has an empty translation
   * @return whose {@link Translation#source()} is the tokens with blanks between them, and whose
   *     {@link Translation#sourceTokens()} are the tokens as they were read
   */
  public List<Translation> translateTokens(List<List<String>> sentences) {
    return translated(
            IntStream.range(0, sentences.size()).mapToObj(i -> taken(sentences.get(i), i)).toList())
        .stream()
        .map(List::getFirst)
        .toList();
  }

  private List<List<Translation>> translated(List<Source> all) {
    List<List<Translation>> translations = new ArrayList<>();
    all.forEach(source -> translations.add(List.of(empty(source))));
    List<Source> sources =
        all.stream()
            .filter(source -> !source.isBlank())
            .sorted(Comparator.comparingInt(source -> -source.ids().length))
            .toList();
    if (!sources.isEmpty()) {
      List<List<Hypothesis>> found = search(sources);
      for (int i = 0; i < sources.size(); i++) {
        Source source = sources.get(i);
        translations.set(
            source.place(),
            found.get(i).stream().map(hypothesis -> translation(source, hypothesis)).toList());
      }
    }
    return translations;
  }

  /**
   * Up to n-best translations of many sentences: those of similar length are translated together,
   * several batches at once.
   *
   * @param batchSize sentences per batch, ≥ 1
   * @param workers threads that share the batches
   * @return one list per sentence, in order
   */
  public List<List<Translation>> translateAll(
      List<String> sentences, int batchSize, Workers workers) {
    Integer[] byLength = new Integer[sentences.size()];
    Arrays.setAll(byLength, i -> i);
    Arrays.sort(byLength, Comparator.comparingInt(i -> sentences.get(i).length()));
    int batches = Math.ceilDiv(sentences.size(), batchSize);
    List<List<Translation>> all = new ArrayList<>(Collections.nCopies(sentences.size(), List.of()));
    workers.forEach(
        batches,
        batch -> {
          List<Integer> places =
              List.of(byLength)
                  .subList(
                      batch * batchSize,
                      (int) Math.min(sentences.size(), (batch + 1L) * batchSize));
          List<List<Translation>> found =
              translateNBest(places.stream().map(sentences::get).toList());
          for (int i = 0; i < found.size(); i++) {
            all.set(places.get(i), found.get(i));
          }
        });
    return all;
  }

  /**
   * A sentence as the model reads it, its end included; {@code place} is its position in the
   * answer.
   */
  private record Source(String text, List<String> tokens, int[] ids, int place) {
    boolean isBlank() {
      return ids.length == 1;
    }
  }

  private Source read(String sentence, int place) {
    List<String> tokens = model.sourceTokenizer().tokenize(sentence);
    int[] words = model.sourceVocabulary().encode(tokens);
    int[] ids = Arrays.copyOf(words, words.length + 1);
    ids[words.length] = Specials.EOS;
    return new Source(sentence, withEnd(tokens), ids, place);
  }

  private Source taken(List<String> sentence, int place) {
    List<String> tokens = sentence.contains(END) ? sentence : withEnd(sentence);
    int[] ids = tokens.stream().mapToInt(this::idOfTaken).toArray();
    return new Source(String.join(" ", sentence), tokens, ids, place);
  }

  private int idOfTaken(String token) {
    int special = Specials.NAMES.indexOf(token);
    return special < 0 ? model.sourceVocabulary().id(token) : special;
  }

  private List<List<Hypothesis>> search(List<Source> sources) {
    Decoding waiting = idle.poll();
    Decoding decoding = waiting == null ? new Decoding(prepared) : waiting;
    int longest = sources.getFirst().ids().length;
    int[] ids = new int[sources.size() * longest];
    int[] lengths = new int[sources.size()];
    for (int b = 0; b < lengths.length; b++) {
      int[] sentence = sources.get(b).ids();
      System.arraycopy(sentence, 0, ids, b * longest, sentence.length);
      lengths[b] = sentence.length;
    }
    decoding.begin(new Ids(ids, Shape.of(lengths.length, longest)), lengths);
    List<List<Hypothesis>> found = search.search(new ModelDecoder(decoding));
    idle.add(decoding);
    return found;
  }

  private Translation translation(Source source, Hypothesis hypothesis) {
    List<String> tokens = model.targetVocabulary().decode(hypothesis.ids());
    float[][] attention = hypothesis.attention();
    return new Translation(
        source.text(),
        source.tokens(),
        model.targetTokenizer().detokenize(tokens),
        tokens,
        hypothesis.score(),
        hypothesis.normalisedScore(),
        Arrays.copyOf(attention, Math.min(attention.length, tokens.size())),
        hypothesis.ended());
  }

  private Translation empty(Source source) {
    return new Translation(
        source.text(), source.tokens(), "", List.of(), 0, 0, new float[0][], true);
  }

  private static List<String> withEnd(List<String> tokens) {
    List<String> all = new ArrayList<>(tokens);
    all.add(END);
    return all;
  }
}
