package dev.dragoman.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.settings.SampleSettings.Adam;
import dev.dragoman.settings.SampleSettings.Cell;
import dev.dragoman.settings.SampleSettings.Frozen;
import dev.dragoman.settings.SampleSettings.SgdOptimiser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final Settings<SampleSettings> SETTINGS = Settings.of(SampleSettings.defaults());

  private static SampleSettings read(String toml) {
    return SETTINGS.bind(TomlDocument.parse("x.toml", toml));
  }

  private static SampleSettings read(String toml, String key, String text) {
    return SETTINGS.bind(TomlDocument.parse("x.toml", toml), Flags.of(Map.of(key, text)));
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String toml) {
    return assertThatThrownBy(() -> read(toml)).isInstanceOf(ConfigurationException.class);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertFlagRefused(
      String key, String text) {
    return assertThatThrownBy(() -> read("", key, text)).isInstanceOf(ConfigurationException.class);
  }

  @Test
  void anEmptyFileGivesTheDefaults() {
    assertThat(read("")).isEqualTo(SampleSettings.defaults());
  }

  @Test
  void everyKindOfValueIsRead() {
    SampleSettings read =
        read(
            """
            name = "Größe \\"10\\""
            seed = 9_000_000_000
            [training]
            max-updates = 0x10
            learning-rate = 5e-4
            dropout = 0
            shuffle = false
            cell = "layer-norm-gru"
            clip-norm = "none"
            [training.optimiser]
            kind = "sgd"
            momentum = 0.5
            decay = 0.0
            [data]
            source = "train.fr"
            languages = ["de"]
            widths = [10, 20]
            """);
    assertThat(read.name()).isEqualTo("Größe \"10\"");
    assertThat(read.seed()).isEqualTo(9_000_000_000L);
    assertThat(read.training())
        .isEqualTo(
            new SampleSettings.Training(
                16,
                5e-4f,
                0.0,
                false,
                Cell.LAYER_NORM_GRU,
                Optional.empty(),
                new SgdOptimiser(0.5f, 0f)));
    assertThat(read.data())
        .isEqualTo(
            new SampleSettings.Data(
                Optional.of("train.fr"), List.of("de"), List.of(10, 20), 1, 50));
  }

  @Test
  void dottedKeysAndInlineTablesAreSectionsToo() {
    assertThat(read("training.max-updates = 5\ndata = { max-length = 7 }"))
        .extracting(all -> all.training().maxUpdates(), all -> all.data().maxLength())
        .containsExactly(5, 7);
  }

  @Test
  void aFlagComesBeforeTheFileAndTheFileBeforeTheDefaults() {
    SampleSettings read =
        read("[training]\nmax-updates = 5\ndropout = 0.5", "training.max-updates", "7");
    assertThat(read.training().maxUpdates()).isEqualTo(7);
    assertThat(read.training().dropout()).isEqualTo(0.5);
    assertThat(read.training().learningRate()).isEqualTo(1e-3f);
  }

  @Test
  void aFlagMayPutRightWhatTheFileGotWrongTogether() {
    assertThat(read("[data]\nmin-length = 60", "data.max-length", "70").data().minLength())
        .isEqualTo(60);
  }

  @Test
  void flagsAreReadWithoutQuotes() {
    assertThat(read("", "name", "a \"b\"").name()).isEqualTo("a \"b\"");
    assertThat(read("", "training.cell", "lstm").training().cell()).isEqualTo(Cell.LSTM);
    assertThat(read("", "training.shuffle", "false").training().shuffle()).isFalse();
    assertThat(read("", "training.learning-rate", ".5").training().learningRate()).isEqualTo(.5f);
    assertThat(read("", "training.clip-norm", "none").training().clipNorm()).isEmpty();
    assertThat(read("", "data.source", "").data().source()).isEmpty();
    assertThat(read("", "data.languages", "de, en").data().languages()).containsExactly("de", "en");
    assertThat(read("", "data.languages", "").data().languages()).isEmpty();
    assertThat(read("", "data.languages", "[\"a,b\"]").data().languages()).containsExactly("a,b");
    assertThat(read("", "data.widths", "1_000,2").data().widths()).containsExactly(1000, 2);
    assertThat(read("", "training.optimiser.kind", "frozen").training().optimiser())
        .isEqualTo(new Frozen());
  }

  @Test
  void aMisspeltKeyIsAnErrorThatNamesFileLineAndNearestKey() {
    assertRefused("name = \"a\"\n\n[training]\n# x\nmax-update = 3\n")
        .hasMessage(
            "x.toml, line 5: unknown key 'training.max-update'; did you mean"
                + " 'training.max-updates'?");
  }

  @ParameterizedTest
  @CsvSource({
    "training.maxUpdates, training.max-updates",
    "training.max_updates, training.max-updates",
    "training.learnign-rate, training.learning-rate",
    "trainnig.dropout, training.dropout",
    "training.optimizer.beta1, training.optimiser.beta1",
    "max-updates, training.max-updates",
    "training.seed, seed",
    "training.optimiser.learning-rate, training.learning-rate",
  })
  void theNearestKeyIsWhatWasMeant(String written, String meant) {
    assertFlagRefused(written, "1")
        .hasMessage("--" + written + ": unknown key; did you mean --" + meant + "?");
  }

  @Test
  void whereNoKeyIsNearTheKnownOnesAreListed() {
    assertRefused("[data]\ncolour = 3")
        .hasMessage(
            "x.toml, line 2: unknown key 'data.colour'; known in [data]: source, languages,"
                + " widths, min-length, max-length");
    assertRefused("colour = 3")
        .hasMessageEndingWith("known at the top: name, seed, training, data");
    assertFlagRefused("colour", "3").hasMessage("--colour: unknown key");
  }

  @Test
  void aMisspeltSectionIsNamedAsOne() {
    assertRefused("\n[trainig]\nmax-updates = 3")
        .hasMessage("x.toml, line 2: unknown section [trainig]; did you mean [training]?");
    assertRefused("[training.optimizer]")
        .hasMessageContaining("did you mean [training.optimiser]?");
  }

  @Test
  void aQuotedNameWithADotIsNotADottedKey() {
    assertRefused("\"training.max-updates\" = 3").hasMessageContaining("unknown key");
  }

  @Test
  void valueAndSectionAreNotMixedUp() {
    assertRefused("training = 3")
        .hasMessage(
            "x.toml, line 1: expected a section [training] with keys such as"
                + " training.max-updates, got 3");
    assertRefused("[[training]]\nmax-updates = 1").hasMessageContaining("got the list");
    assertRefused("[name]\nx = 1")
        .hasMessage("x.toml, line 1: name: expected text in quotes, got a section");
    assertFlagRefused("training", "3")
        .hasMessage(
            "--training: is a section; give one of its keys, such as --training.max-updates");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "max-updates = 1.0 | expected a whole number, got 1.0; leave out the decimal point",
        "max-updates = 1.5 | expected a whole number, got 1.5",
        "max-updates = \"5\" | expected a whole number, got \"5\"; leave out the quotes",
        "max-updates = \"many\" | expected a whole number, got \"many\"",
        "max-updates = true | expected a whole number, got true",
        "max-updates = [5] | expected a whole number, got the list [5]",
        "max-updates = 0 | expected a whole number, at least 1, got 0",
        "max-updates = 2147483648 | a whole number of at most 2147483647, got 2147483648",
        "max-updates = -2147483649 | a whole number of at least -2147483648, got -2147483649",
        "max-updates = 1e999999999 | expected a whole number, got 1E+999999999",
        "max-updates = nan | expected a whole number, got nan",
        "learning-rate = nan | expected a finite number, got nan",
        "learning-rate = inf | expected a finite number, got inf",
        "learning-rate = -inf | expected a finite number, got -inf",
        "learning-rate = 1e39 | expected a number of at most 3.4028235e38, got 1E+39",
        "learning-rate = 1e-99 | expected 0 or a number of at least 1.4e-45, got 1E-99",
        "learning-rate = \"0.1\" | expected a number, got \"0.1\"; leave out the quotes",
        "learning-rate = 0 | expected a number, above 0, at most 1, got 0.0",
        "learning-rate = 1979-05-27 | expected a number, got the date or time 1979-05-27",
        "dropout = 1 | expected a number, at least 0, below 1, got 1.0",
        "dropout = 1e400 | expected a number of at most 1.7976931348623157e308",
        "shuffle = \"true\" | expected true or false, got \"true\"; leave out the quotes",
        "shuffle = 1 | expected true or false, got 1",
        "cell = \"GRU\" | expected one of gru, lstm, layer-norm-gru, got \"GRU\"; did you mean"
            + " \"gru\"?",
        "cell = \"rnn\" | expected one of gru, lstm, layer-norm-gru, got \"rnn\"",
        "cell = 3 | expected one of gru, lstm, layer-norm-gru, got 3",
        "clip-norm = \"off\" | expected a number, got \"off\"; or write \"none\" for nothing",
        "clip-norm = -1 | expected a number, above 0, got -1.0",
      })
  void aValueOfTheWrongTypeOrRangeIsRefused(String line, String complaint) {
    String key = line.substring(0, line.indexOf(' '));
    assertRefused("[training]\n" + line)
        .hasMessageStartingWith("x.toml, line 2: training." + key + ": ")
        .hasMessageContaining(complaint);
  }

  @Test
  void listsAreNotSingleValues() {
    assertRefused("[data]\nlanguages = \"fr\"").hasMessageContaining("put square brackets");
    assertRefused("[data]\nlanguages = [1]").hasMessageContaining("expected text in quotes, got 1");
    assertRefused("[data]\nwidths = [4, 0]").hasMessageContaining("at least 1, got 0");
  }

  @ParameterizedTest
  @CsvSource({
    "training.max-updates, 1.0",
    "training.max-updates, 1e3",
    "training.max-updates, 99999999999999999999",
    "training.max-updates, ''",
    "training.max-updates, '0'",
    "training.learning-rate, NaN",
    "training.learning-rate, 0x1p3",
    "training.learning-rate, 1f",
    "training.learning-rate, ''",
    "training.shuffle, 'yes'",
    "training.cell, LSTM",
    "training.optimiser.kind, adamm",
    "data.widths, '1,,2'",
    "data.widths, '[1'",
  })
  void aFlagThatDoesNotFitIsRefusedByItsName(String key, String text) {
    assertFlagRefused(key, text).hasMessageStartingWith("--" + key + ": expected ");
  }

  @Test
  void anErrorNamesTheFlagAsItWasWritten() {
    Flags flags = Flags.none().with("--epochs", "training.max-updates", "x");
    assertThatThrownBy(() -> SETTINGS.bind(flags))
        .hasMessage("--epochs: expected a whole number, got \"x\"");
  }

  @Test
  void twoFlagsForOneKeyAreRefused() {
    Flags flags =
        Flags.of(Map.of("training.max-updates", "1")).with("--n", "training.max-updates", "1");
    assertThatThrownBy(() -> SETTINGS.bind(flags))
        .hasMessage(
            "--training.max-updates and --n both set training.max-updates; give one of them");
  }

  @Test
  void aRecordsOwnCheckIsReportedAtTheKeyItSpeaksOf() {
    assertRefused("[data]\nlanguages = []\nmin-length = 60")
        .hasMessage(
            "x.toml, line 3: data.min-length: minLength: expected at most maxLength 50, got 60");
    assertFlagRefused("data.min-length", "60")
        .hasMessage("--data.min-length: minLength: expected at most maxLength 50, got 60");
  }

  @Test
  void anotherKindTakesItsOwnDefaultsOrAsksForItsKeys() {
    assertThat(read("[training.optimiser]\nkind = \"adam\"\ndecay = 1").training().optimiser())
        .isEqualTo(new Adam(0.9f, 1f));
    assertRefused("[training.optimiser]\nkind = \"sgd\"\ndecay = 1")
        .hasMessage(
            "x.toml, line 2: missing key 'training.optimiser.momentum', which has no default;"
                + " give it in [training.optimiser]");
  }

  @Test
  void aKeyOfAnotherKindIsRefused() {
    assertRefused("[training.optimiser]\nmomentum = 0.1")
        .hasMessage(
            "x.toml, line 2: training.optimiser.momentum: is no setting of kind adam, only of"
                + " sgd; leave it out or change the kind");
  }

  @Test
  void everyKeyIsListedWithTypeDefaultAndDescription() {
    assertThat(SETTINGS.keys())
        .extracting(SettingKey::key)
        .containsExactly(
            "name",
            "seed",
            "training.max-updates",
            "training.learning-rate",
            "training.dropout",
            "training.shuffle",
            "training.cell",
            "training.clip-norm",
            "training.optimiser.kind",
            "training.optimiser.beta1",
            "training.optimiser.decay",
            "training.optimiser.momentum",
            "data.source",
            "data.languages",
            "data.widths",
            "data.min-length",
            "data.max-length");
    assertThat(SETTINGS.keys().get(2))
        .isEqualTo(
            new SettingKey(
                "training.max-updates",
                "whole number",
                Optional.of("1000"),
                "Stop after this many updates",
                "updates",
                "at least 1",
                "",
                List.of(),
                false,
                false));
    assertThat(SETTINGS.keys())
        .filteredOn(key -> key.key().startsWith("training.optimiser"))
        .extracting(SettingKey::remark)
        .containsExactly(
            "Rule of the updates (adam, sgd, frozen)",
            "Memory of the gradient (kind adam; at least 0, below 1)",
            "Decay (kind adam or sgd; at least 0)",
            "Share of the last step that is kept (kind sgd; at least 0, below 1)");
    assertThat(SETTINGS.keys()).filteredOn(SettingKey::isFile).hasSize(1);
  }

  record Unsupported(Object anything) {}

  record OutOfRange(@Setting(value = "x", min = 1) int count) {}

  record Absent(Optional<String> text) {}

  @Test
  void aRecordThatCannotBeSettingsIsRefusedAtOnce() {
    assertThatThrownBy(() -> Settings.of(new Unsupported(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Unsupported.anything: expected int, long");
    assertThatThrownBy(() -> Settings.of(new OutOfRange(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("count: expected a whole number, at least 1, got 0");
    assertThatThrownBy(() -> Settings.of(new Absent(Optional.of(""))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("read as nothing");
  }
}
