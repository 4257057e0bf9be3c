package dev.dragoman.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dragoman.data.BatchSettings.Unit;
import dev.dragoman.data.CorpusSource.ParallelFiles;
import dev.dragoman.data.CorpusSource.TabSeparatedFile;
import dev.dragoman.data.HoldOutSettings.By;
import dev.dragoman.text.TextSettings;
import dev.dragoman.text.Tokenizer;
import dev.dragoman.vocab.TokenCounts;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.vocab.VocabularySettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusIndexTest {
  private static final FilterSettings FILTER = new FilterSettings(12, 12, 9, 200, List.of());
  private static final long NOTHING = 0;
  private static final long PLENTY = 1 << 20;
  private static final String SETTINGS = "words, at most 12";

  @TempDir private Path folder;

  private ParallelFiles files;
  private Path kept;

  /** Repeated sentences, empty and long ones, characters of one to four bytes. */
  @BeforeEach
  void writeCorpus() throws IOException {
    Random random = new Random(3);
    StringBuilder sources = new StringBuilder();
    StringBuilder targets = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      sources.append(sentence(random, "le déjà 日本 🐕 chat chien mange dort .")).append('\n');
      targets.append(sentence(random, "the already Japan 🐶 cat dog eats sleeps .")).append('\n');
    }
    files = new ParallelFiles(folder.resolve("a.fr"), folder.resolve("a.en"));
    Files.writeString(files.source(), sources);
    Files.writeString(files.target(), targets);
    kept = folder.resolve("run").resolve("the.index");
  }

  private static String sentence(Random random, String words) {
    List<String> all = List.of(words.split(" "));
    StringBuilder sentence = new StringBuilder();
    int length = random.nextInt(10) == 0 ? random.nextInt(20) : 1 + random.nextInt(3);
    for (int i = 0; i < length; i++) {
      sentence.append(all.get(random.nextInt(all.size()))).append(i % 3 == 2 ? "  " : " ");
    }
    return sentence.toString();
  }

  private static PairFilter filter() {
    Tokenizer words = Tokenizer.of(TextSettings.defaults());
    return new PairFilter(FILTER, words, words);
  }

  private static CorpusIndexer indexer(IndexPlace place, long memory) {
    return new CorpusIndexer(filter(), SETTINGS).in(place).withMemory(memory);
  }

  private CorpusIndex index(IndexPlace place, long memory) {
    return indexer(place, memory).index(files, InputStream.nullInputStream());
  }

  private FilteredPairs inMemory() {
    return filter().apply(Corpus.read(files, InputStream.nullInputStream()));
  }

  private static Vocabulary vocabulary(
      List<TokenizedPair> pairs, Function<TokenizedPair, List<String>> side) {
    TokenCounts counts = new TokenCounts();
    pairs.forEach(pair -> counts.add(side.apply(pair)));
    return Vocabulary.build(counts, new VocabularySettings(2, 9));
  }

  private static List<List<Integer>> batches(EncodedPairs pairs, int epoch) {
    List<List<Integer>> all = new ArrayList<>();
    new Batcher(pairs, new BatchSettings(60, Unit.TOKENS))
        .epoch(5, epoch)
        .forEach(batch -> {
          all.add(Arrays.stream(batch.sourceIds()).boxed().toList());
          all.add(Arrays.stream(batch.targetOutput()).boxed().toList());
          all.add(Arrays.stream(batch.pairs()).boxed().toList());
        });
    return all;
  }

  private List<String> left() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(file -> folder.relativize(file).toString()).sorted().toList();
    }
  }

  private void assertHasTheCorpus(CorpusIndex index) {
    FilteredPairs expected = inMemory();
    assertThat(index.report()).isEqualTo(expected.report());
    assertThat(index.pairs(index.all())).isEqualTo(expected.pairs());
  }

  @ParameterizedTest
  @ValueSource(longs = {NOTHING, 3_000, PLENTY})
  void itHasThePairsThatTheFilterKeptWhereverItLies(long memory) throws IOException {
    List<String> before = left();
    CorpusIndex index = index(IndexPlace.nowhere(), memory);
    assertHasTheCorpus(index);
    assertThat(index.corpusName()).isEqualTo(files.name());
    assertThat(index.origin().folder()).isEmpty();
    assertThat(left()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(longs = {NOTHING, PLENTY})
  void batchesAreTheSameAsOfPairsInMemory(long memory) {
    List<TokenizedPair> pairs = inMemory().pairs();
    Vocabulary source = vocabulary(pairs, TokenizedPair::source);
    Vocabulary target = vocabulary(pairs, TokenizedPair::target);
    EncodedPairs expected = EncodedPairs.encode(pairs, source, target);
    CorpusIndex index = index(IndexPlace.nowhere(), memory);
    EncodedPairs encoded = index.encode(index.all(), source, target);
    for (int epoch = 1; epoch < 4; epoch++) {
      assertThat(batches(encoded, epoch)).isEqualTo(batches(expected, epoch));
    }
    assertThat(encoded.sourceTokens()).isEqualTo(expected.sourceTokens());
    assertThat(encoded.targetTokens()).isEqualTo(expected.targetTokens());
    assertThat(encoded.sourceUnknownRate()).isEqualTo(expected.sourceUnknownRate()).isPositive();
    assertThat(encoded.targetUnknownRate()).isEqualTo(expected.targetUnknownRate()).isPositive();
    assertThat(encoded.source(7)).isEqualTo(expected.source(7));
  }

  @Test
  void vocabulariesAreTheSameAsOfPairsInMemory() {
    List<TokenizedPair> pairs = inMemory().pairs().subList(100, 300);
    CorpusIndex index = index(IndexPlace.nowhere(), NOTHING);
    int[] chosen = Arrays.copyOfRange(index.all(), 100, 300);
    TokenCounts sources = new TokenCounts();
    TokenCounts targets = new TokenCounts();
    index.countSources(chosen, sources);
    index.countTargets(chosen, targets);
    VocabularySettings settings = new VocabularySettings(2, 9);
    assertThat(Vocabulary.build(sources, settings).toText())
        .isEqualTo(vocabulary(pairs, TokenizedPair::source).toText());
    assertThat(Vocabulary.build(targets, settings).toText())
        .isEqualTo(vocabulary(pairs, TokenizedPair::target).toText());
  }

  @ParameterizedTest
  @EnumSource
  void theSamePairsAreHeldOutAsOfPairsInMemory(By by) {
    CorpusIndex index = index(IndexPlace.nowhere(), NOTHING);
    for (long seed = 0; seed < 5; seed++) {
      HoldOut holdOut = new HoldOut(new HoldOutSettings(9, 0.02, by), seed);
      Split expected = holdOut.split(inMemory().pairs());
      Parts parts = holdOut.split(index);
      assertThat(index.pairs(parts.train())).isEqualTo(expected.train());
      assertThat(index.pairs(parts.validation())).isEqualTo(expected.validation()).isNotEmpty();
      assertThat(index.pairs(parts.test())).isEqualTo(expected.test()).isNotEmpty();
    }
  }

  @Test
  void sentencesAreToldApartEvenWhereTheirHashesAgree() {
    SentenceSide unlucky =
        new SentenceSide() {
          private final List<String> sentences = List.of("a", "b", "a", "c", "b", "a");

          @Override
          public int size() {
            return sentences.size();
          }

          @Override
          public long hash(int sentence) {
            return 42;
          }

          @Override
          public boolean isSame(int one, int other) {
            return joined(one).equals(joined(other));
          }

          @Override
          public String joined(int sentence) {
            return sentences.get(sentence);
          }
        };
    assertThat(EqualSentences.first(unlucky)).containsExactly(0, 1, 0, 3, 1, 0);
  }

  @Test
  void itIsReadFromTwoFilesATableGzipAndStandardInput() throws IOException {
    List<TokenizedPair> expected = inMemory().pairs();
    List<String> sources = Files.readAllLines(files.source());
    List<String> targets = Files.readAllLines(files.target());
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < sources.size(); i++) {
      lines.append(targets.get(i)).append('\t').append(sources.get(i)).append('\n');
    }
    byte[] table = lines.toString().getBytes(StandardCharsets.UTF_8);
    TabSeparatedFile tsv = new TabSeparatedFile(folder.resolve("a.tsv"), 2, 1);
    TabSeparatedFile gzip = new TabSeparatedFile(folder.resolve("a.tsv.gz"), 2, 1);
    TabSeparatedFile stream = new TabSeparatedFile(CorpusSource.STANDARD_INPUT, 2, 1);
    Files.write(tsv.file(), table);
    Files.write(gzip.file(), gzipped(table));
    for (CorpusSource source : List.of(tsv, gzip, stream)) {
      CorpusIndex index =
          indexer(IndexPlace.keptIn(folder.resolve("of-" + source.name())), NOTHING)
              .index(source, new ByteArrayInputStream(table));
      assertThat(index.pairs(index.all())).as(source.name()).isEqualTo(expected);
      assertThat(index.origin().folder().isPresent()).isEqualTo(!source.equals(stream));
    }
    assertThat(left()).contains("of-" + tsv.name()).doesNotContain("of--");
  }

  @Test
  void whatComesThroughAPipeIsReadOnceOnly() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no pipes");
    byte[] sources = Files.readAllBytes(files.source());
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              try {
                Files.write(pipe, sources, StandardOpenOption.WRITE);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    List<TokenizedPair> expected = inMemory().pairs();
    index(IndexPlace.keptIn(kept), PLENTY);
    CorpusIndex index =
        indexer(IndexPlace.keptIn(kept), NOTHING)
            .index(new ParallelFiles(pipe, files.target()), InputStream.nullInputStream());
    writer.join();
    assertThat(index.pairs(index.all())).isEqualTo(expected);
    assertThat(index.origin().folder()).isEmpty();
    assertThat(index.origin().remark()).contains("none is kept of what comes through a pipe");
  }

  private static byte[] gzipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void oneThatIsKeptIsFoundAgainWhateverTheFilesAreCalled() throws IOException {
    CorpusIndex made = index(IndexPlace.keptIn(kept), PLENTY);
    assertThat(made.origin().found()).isFalse();
    assertThat(made.origin().folder()).contains(kept);
    assertHasTheCorpus(made);
    files =
        new ParallelFiles(
            Files.move(files.source(), folder.resolve("b.fr")),
            Files.move(files.target(), folder.resolve("b.en")));
    CorpusIndex found = index(IndexPlace.keptIn(kept), PLENTY);
    assertThat(found.origin()).isEqualTo(CorpusIndex.Origin.found(kept));
    assertHasTheCorpus(found);
    assertThat(found.bytes()).isEqualTo(made.bytes());
    assertHasTheCorpus(index(IndexPlace.onlyRead(kept), PLENTY));
  }

  @Test
  void aSmallOneIsKeptOnlyWhereThatWasAskedFor() throws IOException {
    List<String> before = left();
    assertHasTheCorpus(index(IndexPlace.whereLarge(kept), PLENTY));
    assertThat(left()).isEqualTo(before);
    assertHasTheCorpus(index(IndexPlace.whereLarge(kept), 20_000));
    assertThat(kept).isDirectoryContaining("glob:**/index.txt");
    assertThat(index(IndexPlace.whereLarge(kept), 20_000).origin().found()).isTrue();
    Files.writeString(files.source(), "un\ndeux\n");
    Files.writeString(files.target(), "one\ntwo\n");
    assertHasTheCorpus(index(IndexPlace.whereLarge(kept), 20_000));
    assertThat(kept).doesNotExist();
  }

  @Test
  void oneOfOtherFilesOrSettingsIsMadeAgainAndThatIsSaid() throws IOException {
    index(IndexPlace.keptIn(kept), PLENTY);
    Files.writeString(
        files.source(), Files.readString(files.source()).replaceFirst("chat", "chit"));
    CorpusIndex ofOtherFiles = index(IndexPlace.keptIn(kept), PLENTY);
    assertThat(ofOtherFiles.origin().remark()).contains("the one that was there is of other files");
    assertHasTheCorpus(ofOtherFiles);
    CorpusIndex ofOtherSettings =
        new CorpusIndexer(filter(), "other words")
            .in(IndexPlace.keptIn(kept))
            .index(files, InputStream.nullInputStream());
    assertThat(ofOtherSettings.origin().remark())
        .contains("the one that was there is of other settings");
  }

  @ParameterizedTest
  @EnumSource
  void oneThatIsCutOrDamagedIsMadeAgain(IndexColumn column) throws IOException {
    index(IndexPlace.keptIn(kept), PLENTY);
    Path file = kept.resolve(column.fileName());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertMadeAgain("is cut or damaged: its file " + column.fileName());
    byte[] changed = whole.clone();
    changed[changed.length / 2] ^= 1;
    Files.write(file, changed);
    assertMadeAgain("is cut or damaged: its file " + column.fileName());
    Files.delete(file);
    assertMadeAgain("is cut or damaged: its file " + column.fileName());
    assertThat(file).hasBinaryContent(whole);
  }

  @Test
  void aHeaderThatIsCutChangedOrOfAnotherVersionIsNotBelieved() throws IOException {
    index(IndexPlace.keptIn(kept), PLENTY);
    Path header = kept.resolve("index.txt");
    String whole = Files.readString(header);
    for (String damaged :
        List.of(
            whole.substring(0, whole.length() - 10),
            whole.replaceFirst("read 500", "read 501"),
            whole.replaceFirst("index 1", "index 9"))) {
      Files.writeString(header, damaged);
      assertMadeAgain("is damaged, or of another version of Dragoman");
    }
    assertThat(header).hasContent(whole);
  }

  private void assertMadeAgain(String why) throws IOException {
    CorpusIndex index = index(IndexPlace.keptIn(kept), PLENTY);
    assertThat(index.origin().remark()).contains("the one that was there " + why);
    assertThat(index.origin().found()).isFalse();
    assertHasTheCorpus(index);
    assertThat(index(IndexPlace.keptIn(kept), PLENTY).origin().found()).isTrue();
    assertThat(left()).noneMatch(name -> name.contains("indexing"));
  }

  @Test
  void aFolderWithAnythingElseInItIsNotTouched() throws IOException {
    Files.createDirectories(kept);
    Files.writeString(kept.resolve("notes.txt"), "mine");
    assertForeign(kept);
    index(IndexPlace.keptIn(folder.resolve("two")), PLENTY);
    Files.writeString(folder.resolve("two").resolve("notes.txt"), "mine");
    assertForeign(folder.resolve("two"));
    Files.createDirectories(folder.resolve("three"));
    Files.writeString(folder.resolve("three").resolve("text"), "mine, by chance of that name");
    assertForeign(folder.resolve("three"));
    assertForeign(files.source());
  }

  private void assertForeign(Path place) throws IOException {
    List<String> before = left();
    assertThatThrownBy(() -> index(IndexPlace.keptIn(place), NOTHING))
        .isInstanceOf(CorpusException.class)
        .hasMessage(
            place
                + ": holds something else than the index of a corpus and will not be overwritten;"
                + " name another folder for the index");
    assertThat(left()).isEqualTo(before);
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() {
    Path inAFile = files.source().resolve("index");
    assertThatThrownBy(() -> index(IndexPlace.keptIn(inAFile), NOTHING))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith(inAFile + ": the index of the corpus cannot be written: ")
        .hasMessageEndingWith("or name a folder on another disk with --corpus.index");
  }

  @Test
  void aCorpusThatIsRefusedLeavesNothing() throws IOException {
    Files.writeString(files.target(), Files.readString(files.target()) + "one more\n");
    List<String> before = left();
    assertThatThrownBy(() -> index(IndexPlace.keptIn(kept), NOTHING))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("has 500 lines but")
        .hasMessageContaining("has 501");
    assertThat(left()).isEqualTo(before);
  }

  @Test
  void whatADeadProcessLeftIsSweptAwayAndWhatALivingOneWritesIsNot() throws IOException {
    Process dead = new ProcessBuilder("true").start();
    dead.onExit().join();
    Path abandoned = draft(dead.pid());
    Path alive = draft(ProcessHandle.current().parent().orElseThrow().pid());
    index(IndexPlace.keptIn(kept), PLENTY);
    assertThat(abandoned).doesNotExist();
    assertThat(alive).isDirectory();
  }

  private Path draft(long process) throws IOException {
    Path draft = kept.resolveSibling(".the.index.indexing-" + process + "-0");
    Files.createDirectories(draft);
    Files.writeString(draft.resolve("text"), "half");
    Files.setLastModifiedTime(
        draft, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() - 7_200_000));
    return draft;
  }

  @Test
  void progressIsToldWhileACorpusIsRead() throws IOException {
    Files.writeString(files.source(), "un\n".repeat(25_000));
    Files.writeString(files.target(), "one\n".repeat(25_000));
    List<Long> told = new ArrayList<>();
    indexer(IndexPlace.nowhere(), PLENTY)
        .telling(told::add)
        .index(files, InputStream.nullInputStream());
    assertThat(told).containsExactly(10_000L, 20_000L);
  }

  @Test
  void aCorpusOfMoreTextThanTheHeapHoldsIsIndexedAndBatched() throws Exception {
    assertThat(LargeCorpus.inAJvmOfItsOwn(folder)).endsWith("all of it\n");
  }
}
