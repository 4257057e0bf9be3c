package dev.dragoman.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.layers.CellKind;
import dev.dragoman.model.AttentionKind;
import dev.dragoman.model.ModelSettings;
import dev.dragoman.model.Seq2Seq;
import dev.dragoman.model.WeightInitialiser;
import dev.dragoman.settings.TomlDocument;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import dev.dragoman.text.TextSettings;
import dev.dragoman.text.Tokenization;
import dev.dragoman.vocab.Specials;
import dev.dragoman.vocab.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFolderTest {
  @TempDir Path parent;
  private Path folder;

  @BeforeEach
  void nameTheFolder() {
    folder = parent.resolve("model");
  }

  private static void assertSameWeights(Seq2Seq got, Seq2Seq expected) {
    assertSameTensors(got.weights(), expected.weights());
  }

  private static void assertSameTensors(Map<String, Tensor> got, Map<String, Tensor> expected) {
    assertThat(got.keySet()).containsExactlyElementsOf(expected.keySet());
    expected.forEach((name, tensor) ->
        assertThat(got)
            .hasEntrySatisfying(
                name,
                same -> {
                  assertThat(same.shape()).as(name).isEqualTo(tensor.shape());
                  assertThat(same.toArray()).as(name).isEqualTo(tensor.toArray());
                }));
  }

  private static void assertSame(SavedModel got, SavedModel expected) {
    assertSameWeights(got.model(), expected.model());
    assertThat(got.model().settings()).isEqualTo(expected.model().settings());
    assertSame(got.source(), expected.source());
    assertSame(got.target(), expected.target());
    assertThat(got.configuration()).isEqualTo(expected.configuration());
    assertThat(got.training()).isEqualTo(expected.training());
  }

  private static void assertSame(Side got, Side expected) {
    assertThat(got.text()).isEqualTo(expected.text());
    assertThat(got.vocabulary().toText()).isEqualTo(expected.vocabulary().toText());
  }

  private Map<String, byte[]> bytes(Path of) throws IOException {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    try (Stream<Path> list = Files.list(of)) {
      for (Path file : list.sorted().toList()) {
        bytes.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return bytes;
  }

  /** Writes files with a manifest that fits them, as only somebody with bad intentions would. */
  private void forge(Map<String, byte[]> files) throws IOException {
    Map<String, Seal> seals = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
      CRC32C crc = new CRC32C();
      crc.update(file.getValue());
      seals.put(file.getKey(), new Seal(file.getValue().length, crc.getValue()));
    }
    Files.write(folder.resolve(Manifest.NAME), new Manifest(seals).toBytes());
  }

  private void forge(String name, FileContent content) {
    Map<String, FileContent> contents =
        new LinkedHashMap<>(ModelFolder.contents(TinyModels.gru(1)));
    contents.put(name, content);
    new FolderWriter(Disk.REAL).write(folder, contents);
  }

  private void forgeWeights(Map<String, Tensor> weights) {
    forge("weights.safetensors", out -> SafetensorsWriter.write(out, weights, Map.of()));
  }

  private void forgeToml(String from, String to) {
    String toml = new ModelToml("", Saved.of(TinyModels.gru(1))).toText();
    assertThat(toml).contains(from);
    forge("model.toml", FileContent.of(toml.replace(from, to)));
  }

  private void assertRefused(String... parts) {
    assertThatThrownBy(() -> ModelFolder.load(folder))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContainingAll(parts)
        .message()
        .doesNotContain("\n");
  }

  static Stream<ModelSettings> everyKindOfModel() {
    return Stream.of(
        TinyModels.GRU,
        new ModelSettings(
            CellKind.LSTM,
            AttentionKind.BILINEAR,
            3,
            4,
            5,
            6,
            7,
            2,
            3,
            0.25f,
            false,
            false,
            WeightInitialiser.UNIFORM,
            1e-7f),
        new ModelSettings(
            CellKind.GRU,
            AttentionKind.DOT,
            3,
            4,
            8,
            6,
            3,
            1,
            2,
            0,
            true,
            false,
            WeightInitialiser.XAVIER_NORMAL,
            0.1f));
  }

  @ParameterizedTest
  @MethodSource("everyKindOfModel")
  void whatIsSavedIsLoaded(ModelSettings settings) {
    SavedModel saved = TinyModels.of(settings, TinyModels.FRENCH, TinyModels.ENGLISH, 7);
    ModelFolder.save(folder, saved);
    assertSame(ModelFolder.load(folder), saved);
  }

  @Test
  void theFolderHoldsTheseFiles() throws IOException {
    ModelFolder.save(folder, TinyModels.gru(7));
    assertThat(bytes(folder).keySet())
        .containsExactly(
            "manifest.json", "model.toml", "source.vocab", "target.vocab", "weights.safetensors");
  }

  @Test
  void oneVocabularyForBothSidesIsOneFileAndOneObject() throws IOException {
    ModelSettings shared =
        new ModelSettings(
            CellKind.LSTM,
            AttentionKind.ADDITIVE,
            3,
            4,
            5,
            6,
            3,
            1,
            1,
            0.1f,
            true,
            true,
            WeightInitialiser.XAVIER_UNIFORM,
            0.05f);
    SavedModel saved = TinyModels.of(shared, TinyModels.FRENCH, TinyModels.FRENCH, 7);
    ModelFolder.save(folder, saved);
    SavedModel loaded = ModelFolder.load(folder);
    assertSame(loaded, saved);
    assertThat(loaded.source().vocabulary()).isSameAs(loaded.target().vocabulary());
    assertThat(bytes(folder).keySet())
        .containsExactly("manifest.json", "model.toml", "shared.vocab", "weights.safetensors");
  }

  @Test
  void theSameModelIsSavedAsTheSameBytes() throws IOException {
    Path other = parent.resolve("other");
    ModelFolder.save(folder, TinyModels.gru(7));
    ModelFolder.save(other, TinyModels.gru(7));
    assertThat(bytes(folder)).containsExactlyEntriesOf(bytes(other));
    ModelFolder.save(other, ModelFolder.load(folder));
    assertThat(bytes(folder)).containsExactlyEntriesOf(bytes(other));
  }

  @Test
  void theWeightsFollowTheLayoutRulesOfThePythonLibrary() throws IOException {
    SavedModel saved = TinyModels.gru(7);
    ModelFolder.save(folder, saved);
    Map<String, IndependentSafetensors.Entry> entries =
        IndependentSafetensors.read(Files.readAllBytes(folder.resolve("weights.safetensors")));
    assertThat(entries.keySet())
        .containsExactlyInAnyOrderElementsOf(saved.model().weights().keySet());
    saved
        .model()
        .weights()
        .forEach((name, weight) ->
            assertThat(entries)
                .hasEntrySatisfying(
                    name, entry -> assertThat(entry.values()).isEqualTo(weight.toArray())));
  }

  @Test
  void theConfigurationComesFirstAndIsValidTomlTogetherWithTheRest() throws IOException {
    ModelFolder.save(folder, TinyModels.gru(7));
    String toml = Files.readString(folder.resolve("model.toml"));
    assertThat(toml).startsWith(TinyModels.CONFIGURATION).contains("\n[saved]\n");
    TomlDocument document = TomlDocument.read(folder.resolve("model.toml"));
    assertThat(document.has("data")).isTrue();
    assertThat(document.without("saved").has("saved")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "a = 1",
        "a = 1\n\n\n",
        "text = '''\n[saved]\n# What follows was written with the weights\n'''\n",
        "# no keys, 😀\r\n"
      })
  void aConfigurationComesBackAsItWasUpToItsLastLineBreak(String configuration) {
    SavedModel some = TinyModels.gru(1);
    ModelFolder.save(
        folder,
        new SavedModel(some.model(), some.source(), some.target(), configuration, some.training()));
    String expected =
        configuration.isEmpty() || configuration.endsWith("\n")
            ? configuration
            : configuration + "\n";
    assertThat(ModelFolder.load(folder).configuration()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a = ", "[saved]\n", "saved = 1\n", "a = 1\na = 2\n"})
  void aConfigurationThatCannotStandInTheFileIsTheCallersMistake(String configuration) {
    SavedModel some = TinyModels.gru(1);
    SavedModel wrong =
        new SavedModel(some.model(), some.source(), some.target(), configuration, some.training());
    assertThatThrownBy(() -> ModelFolder.save(folder, wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("configuration");
    assertThat(folder).doesNotExist();
  }

  @Test
  void theSummaryComesBackWithAllOrNoneOfItsNumbers() {
    SavedModel some = TinyModels.gru(1);
    TrainingSummary full =
        new TrainingSummary(
            Long.MIN_VALUE,
            10,
            4530,
            Optional.of(1.0 / 3),
            Optional.of(29.3),
            Optional.of(Instant.parse("2026-11-25T10:15:30.123456789Z")));
    assertThat(full.perplexity()).contains(Math.exp(1.0 / 3));
    for (TrainingSummary summary : List.of(full, TrainingSummary.untrained(-3))) {
      ModelFolder.save(
          folder, new SavedModel(some.model(), some.source(), some.target(), "", summary));
      assertThat(ModelFolder.load(folder).training()).isEqualTo(summary);
    }
  }

  @Test
  void aTrainingGoesOnFromWhatWasSavedWithTheModel() throws IOException {
    SavedModel saved = TinyModels.gru(7);
    TrainingState state = TinyModels.state(saved, 8);
    ModelFolder.save(folder, saved, state);
    Resumable resumed = ModelFolder.resume(folder);
    assertSame(resumed.model(), saved);
    assertThat(resumed.state().progress()).isEqualTo(state.progress());
    assertSameTensors(resumed.state().moments(), state.moments());
    assertSame(ModelFolder.load(folder), saved);
    assertThat(bytes(folder)).containsKeys("progress.toml", "optimiser.safetensors");
  }

  @Test
  void aTrainingAtItsVeryBeginningIsSavedAsWell() {
    SavedModel saved = TinyModels.gru(7);
    TrainingState state = new TrainingState(Progress.start(1e-3f), Map.of());
    ModelFolder.save(folder, saved, state);
    assertThat(ModelFolder.resume(folder).state()).isEqualTo(state);
  }

  @Test
  void aFinishedModelReplacesOneThatCouldGoOn() {
    ModelFolder.save(folder, TinyModels.gru(7), TinyModels.state(TinyModels.gru(7), 8));
    ModelFolder.save(folder, TinyModels.gru(9));
    assertSame(ModelFolder.load(folder), TinyModels.gru(9));
    assertThatThrownBy(() -> ModelFolder.resume(folder))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("no state of a training");
  }

  @Test
  void whetherAFolderCanTakeAModelIsKnownBeforeTheTraining() throws IOException {
    assertThatCode(() -> ModelFolder.requireSavable(folder)).doesNotThrowAnyException();
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("thesis.tex"), "x");
    assertThatThrownBy(() -> ModelFolder.requireSavable(folder))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("will not be overwritten");
  }

  @Test
  void partsThatDoNotFitTogetherAreTheCallersMistake() {
    SavedModel some = TinyModels.gru(1);
    assertThatThrownBy(
            () -> new SavedModel(some.model(), some.target(), some.target(), "", some.training()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("source vocabulary: expected 11 tokens")
        .hasMessageContaining("got 9");
    assertThatThrownBy(
            () -> new SavedModel(some.model(), some.source(), some.source(), "", some.training()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("target vocabulary: expected 9 tokens");
  }

  @Test
  void aSharedTableNeedsOneVocabulary() {
    ModelSettings shared =
        new ModelSettings(
            CellKind.GRU,
            AttentionKind.ADDITIVE,
            3,
            4,
            5,
            6,
            7,
            1,
            1,
            0,
            false,
            true,
            WeightInitialiser.XAVIER_UNIFORM,
            0.05f);
    Vocabulary other = TinyModels.vocabulary("a", "b", "c", "d", "e");
    assertThatThrownBy(() -> TinyModels.of(shared, other, TinyModels.ENGLISH, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one vocabulary for both sides");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertRefused(folder.toString(), "there is no such folder", "train a model first");
    folder = parent.resolve("not").resolve("there");
    assertRefused(folder.toString(), "there is no such folder");
  }

  @Test
  void aFileInsteadOfAFolderIsNamedAndTheFolderAroundItProposed() throws IOException {
    ModelFolder.save(folder, TinyModels.gru(7));
    Path model = folder;
    folder = model.resolve("weights.safetensors");
    assertRefused(folder.toString(), "is a file; a model is a folder", "did you mean " + model);
    folder = Files.writeString(parent.resolve("notes"), "x");
    assertRefused("is a file; a model is a folder", "check the path");
  }

  @Test
  void aFolderWithoutManifestIsNoModelAndOneInsideItIsProposed() throws IOException {
    Files.createDirectory(folder);
    assertRefused(folder.toString(), "is not a Dragoman model folder (it has no manifest.json)");
    ModelFolder.save(folder.resolve("best"), TinyModels.gru(7));
    assertRefused("did you mean " + folder.resolve("best") + "?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.toml",
        "source.vocab",
        "target.vocab",
        "weights.safetensors",
        "progress.toml",
        "optimiser.safetensors"
      })
  void aFileThatIsMissingCutLongerChangedOrAFolderIsNamed(String name) throws IOException {
    ModelFolder.save(folder, TinyModels.gru(7), TinyModels.state(TinyModels.gru(7), 8));
    Path file = folder.resolve(name);
    byte[] whole = Files.readAllBytes(file);

    Files.delete(file);
    assertRefused(file.toString(), "is missing", "copy the model folder again");

    Files.createDirectory(file);
    assertRefused(file.toString(), "is no file");
    Files.delete(file);

    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertRefused(
        file.toString(),
        "is cut: expected " + whole.length + " bytes, got " + whole.length / 2,
        "copy the model folder again");

    Files.write(file, java.util.Arrays.copyOf(whole, whole.length + 1));
    assertRefused("is too long: expected " + whole.length + " bytes, got " + (whole.length + 1));

    byte[] changed = whole.clone();
    changed[whole.length / 3] ^= 1;
    Files.write(file, changed);
    assertRefused(file.toString(), "was changed after it was saved", "expected CRC32C ", ", got ");

    Files.write(file, whole);
    assertThatCode(() -> ModelFolder.load(folder)).doesNotThrowAnyException();
  }

  @Test
  void theChecksumIsTheCastagnoliOne() throws IOException {
    Map<String, FileContent> files = Map.of("check.txt", FileContent.of("123456789"));
    new FolderWriter(Disk.REAL).write(folder, files);
    assertThat(folder.resolve("manifest.json")).content().contains("\"crc32c\": \"e3069283\"");
  }

  @Test
  void aManifestOfMegabytesIsNotReadToItsEnd() throws IOException {
    Files.createDirectory(folder);
    Files.write(folder.resolve("manifest.json"), new byte[3 << 20]);
    assertRefused("manifest.json", "more than 1048576 bytes");
  }

  @Test
  void aNewerFormatIsRefusedAsNewer() throws IOException {
    ModelFolder.save(folder, TinyModels.gru(7));
    Path manifest = folder.resolve("manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replace("\"format\": 1", "\"format\": 2"));
    assertRefused(
        manifest.toString(), "written by a newer Dragoman: format 2, this one reads up to 1");
  }

  @Test
  void aNewerFormatInTheConfigurationAloneIsRefusedAsWell() {
    forgeToml("format = 1", "format = 2");
    assertRefused("model.toml", "written by a newer Dragoman: format 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.toml", "source.vocab", "target.vocab", "weights.safetensors"})
  void aManifestThatForgetsAFileIsRefused(String name) {
    Map<String, FileContent> contents =
        new LinkedHashMap<>(ModelFolder.contents(TinyModels.gru(1)));
    contents.remove(name);
    new FolderWriter(Disk.REAL).write(folder, contents);
    assertRefused("manifest.json", "does not list " + name);
  }

  @Test
  void otherFilesInTheFolderDoNotMatter() throws IOException {
    ModelFolder.save(folder, TinyModels.gru(7));
    Files.writeString(folder.resolve("README"), "mine");
    assertSame(ModelFolder.load(folder), TinyModels.gru(7));
  }

  @Test
  void aWeightThatIsMissingIsNamed() {
    Map<String, Tensor> weights = new LinkedHashMap<>(TinyModels.gru(1).model().weights());
    weights.remove("readout.weight");
    forgeWeights(weights);
    assertRefused("weights.safetensors", "lacks the weight readout.weight [7, 16]", "model.toml");
  }

  @Test
  void aWeightOfAnotherShapeIsNamed() {
    Map<String, Tensor> weights = new LinkedHashMap<>(TinyModels.gru(1).model().weights());
    weights.put("readout.weight", Tensor.zeros(16, 7));
    forgeWeights(weights);
    assertRefused("weight readout.weight", "expected shape [7, 16]", "got [16, 7]");
  }

  @Test
  void aWeightTooManyIsNamed() {
    Map<String, Tensor> weights = new LinkedHashMap<>(TinyModels.gru(1).model().weights());
    weights.put("encoder.layer2.forward.inputBias", Tensor.zeros(12));
    forgeWeights(weights);
    assertRefused("holds the weight \"encoder.layer2.forward.inputBias\"", "model.toml");
  }

  @Test
  void aVocabularyOfAnotherSizeThanItsTableIsNamed() {
    forge("target.vocab", FileContent.of(TinyModels.FRENCH.toText()));
    assertRefused("target.vocab", "has 11 tokens", "table targetEmbedding", "has 9 rows");
  }

  @Test
  void aFileThatIsNoVocabularyIsNamedWithItsLine() {
    forge("source.vocab", FileContent.of("<pad>\t0\n<unk>\t0\nbos\t0\n"));
    assertRefused(folder.resolve("source.vocab").toString(), "line 3");
  }

  @Test
  void aConfigurationOfAnotherModelIsNamedByWhatDoesNotFit() {
    forgeToml("encoder-size = 4", "encoder-size = 40");
    assertRefused("weights.safetensors", "expected shape [120, 3] as in model.toml, got [12, 3]");
  }

  @Test
  void aConfigurationOfAModelFarTooLargeIsRefusedWithoutMemory() {
    forgeToml("encoder-size = 4", "encoder-size = 1_900_000_000");
    assertRefused("model.toml", "too large for this machine");
    forgeToml("encoder-layers = 1", "encoder-layers = 2_000_000_000");
    assertRefused("too few for a model of 2000000000 layers");
  }

  @Test
  void aConfigurationThatCannotBeReadIsNamedWithItsLine() {
    forgeToml("cell = \"gru\"", "cell = \"grue\"");
    assertRefused(folder.resolve("model.toml").toString(), "line", "cell", "gru");
    forgeToml("attention-size = 6", "attention-size = 0");
    assertRefused("model.toml", "attention-size");
    forgeToml("[saved", "[kept");
    assertRefused("model.toml", "has no section [saved]");
    forgeToml("finished = \"\"", "finished = \"yesterday\"");
    assertRefused("model.toml", "yesterday");
    forge("model.toml", FileContent.of(new byte[] {'#', (byte) 0xE9, '\n'}));
    assertRefused("model.toml", "no valid UTF-8");
    forge("model.toml", FileContent.of("no toml at all"));
    assertRefused("model.toml");
  }

  @Test
  void progressThatCannotBeReadIsNamed() {
    Map<String, FileContent> contents =
        new LinkedHashMap<>(ModelFolder.contents(TinyModels.gru(1)));
    contents.putAll(StateFiles.contents(TinyModels.state(TinyModels.gru(1), 2)));
    contents.put("progress.toml", FileContent.of("updates = -3\n"));
    new FolderWriter(Disk.REAL).write(folder, contents);
    assertThatThrownBy(() -> ModelFolder.resume(folder))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContainingAll("progress.toml", "updates", "-3");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverIsChangedInAFolderItIsLoadedAsItWasOrRefused(long seed) throws IOException {
    SavedModel saved = TinyModels.gru(7);
    ModelFolder.save(folder, saved);
    SplittableRandom random = new SplittableRandom(seed);
    List<Map.Entry<String, byte[]>> files = List.copyOf(bytes(folder).entrySet());
    for (int i = 0; i < 150; i++) {
      Map.Entry<String, byte[]> file = files.get(random.nextInt(files.size()));
      Path path = folder.resolve(file.getKey());
      Files.write(path, Mutations.mutate(file.getValue(), random));
      try {
        assertSame(ModelFolder.load(folder), saved);
      } catch (CheckpointException e) {
        assertThat(e.getMessage()).contains(folder.toString()).doesNotContain("\n");
      }
      Files.write(path, file.getValue());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void whateverIsForgedInAFolderItIsLoadedOrRefused(long seed) throws IOException {
    ModelFolder.save(folder, TinyModels.gru(7));
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, byte[]> valid = bytes(folder);
    valid.remove(Manifest.NAME);
    List<String> names = List.copyOf(valid.keySet());
    int refused = 0;
    for (int i = 0; i < 150; i++) {
      Map<String, byte[]> forged = new LinkedHashMap<>(valid);
      forged.computeIfPresent(
          names.get(random.nextInt(names.size())),
          (name, bytes) -> Mutations.mutate(bytes, random));
      forge(forged);
      try {
        ModelFolder.load(folder);
      } catch (CheckpointException e) {
        refused++;
        assertThat(e.getMessage()).contains(folder.toString()).doesNotContain("\n");
      }
    }
    assertThat(refused).isBetween(50, 149);
  }

  @Test
  void whoLoadsWhileATrainerSavesFindsOneOfItsModels() throws Exception {
    SavedModel[] models = {TinyModels.gru(0), TinyModels.gru(1)};
    ModelFolder.save(folder, models[0]);
    Thread trainer =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 1; i <= 30; i++) {
                ModelFolder.save(folder, models[i % 2]);
              }
            });
    int loads = 0;
    while (trainer.isAlive()) {
      SavedModel loaded = ModelFolder.load(folder);
      assertSame(loaded, models[(int) loaded.training().seed()]);
      loads++;
    }
    trainer.join();
    assertThat(loads).isPositive();
    assertSame(ModelFolder.load(folder), models[0]);
  }

  @Test
  void aModelOfUnevenSizesAndManyTokensIsReadBack() {
    StringBuilder text = new StringBuilder();
    Specials.NAMES.forEach(name -> text.append(name).append("\t0\n"));
    for (int i = 0; i < 30_000; i++) {
      text.append('w').append(i).append("\t").append(30_000 - i).append('\n');
    }
    Vocabulary large = Vocabulary.parse("large", text.toString().getBytes(StandardCharsets.UTF_8));
    SavedModel saved = TinyModels.of(TinyModels.GRU, large, TinyModels.ENGLISH, 3);
    ModelFolder.save(folder, saved);
    assertSame(ModelFolder.load(folder), saved);
  }

  @Test
  void textSettingsOfBothSidesAreKeptApart() {
    SavedModel saved = TinyModels.gru(7);
    ModelFolder.save(folder, saved);
    SavedModel loaded = ModelFolder.load(folder);
    assertThat(loaded.source().text()).isEqualTo(new TextSettings(true, false, Tokenization.WORDS));
    assertThat(loaded.target().text()).isEqualTo(new TextSettings(false, true, Tokenization.PEER));
    assertThat(loaded.model().weights())
        .hasEntrySatisfying(
            "sourceEmbedding", table -> assertThat(table.shape()).isEqualTo(Shape.of(11, 3)));
  }
}
