package dev.dragoman.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.settings.SampleSettings.Adam;
import dev.dragoman.settings.SampleSettings.Cell;
import dev.dragoman.settings.SampleSettings.Data;
import dev.dragoman.settings.SampleSettings.Frozen;
import dev.dragoman.settings.SampleSettings.Optimiser;
import dev.dragoman.settings.SampleSettings.SgdOptimiser;
import dev.dragoman.settings.SampleSettings.Training;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomlRoundTripTest {
  private static final Settings<SampleSettings> SETTINGS = Settings.of(SampleSettings.defaults());

  record Texts(String text, Optional<String> perhaps, List<String> many) {}

  record Numbers(float single, double real, long whole, Optional<Float> perhaps) {}

  private static final Settings<Texts> TEXTS =
      Settings.of(new Texts("a", Optional.of("b"), List.of("c")));
  private static final Settings<Numbers> NUMBERS =
      Settings.of(new Numbers(1f, 2.0, 3L, Optional.of(4f)));

  @Test
  void negativeZeroIsWrittenAndReadAsZero() {
    Numbers negative = new Numbers(-0f, -0.0, 3L, Optional.of(-0f));
    String toml = NUMBERS.toToml(negative);
    assertThat(toml).doesNotContain("-0");
    Numbers zero = new Numbers(0f, 0.0, 3L, Optional.of(0f));
    assertThat(NUMBERS.bind(TomlDocument.parse("n", toml))).isEqualTo(zero);
    assertThat(NUMBERS.bind(TomlDocument.parse("n", "real = -0.0\nsingle = -0.0\nperhaps = -0.0")))
        .isEqualTo(zero);
    assertThat(NUMBERS.bind(Flags.of(Map.of("real", "-0.0"))).real()).isEqualTo(0.0);
  }

  @Test
  void aWrittenFileExplainsItself() {
    assertThat(SETTINGS.toToml(SampleSettings.defaults()))
        .isEqualTo(
            """
            # What the experiment is called
            name = "sample"
            # Where every random choice begins
            seed = 1

            # What is trained
            [training]
            # Stop after this many updates (updates; at least 1)
            max-updates = 1000
            # Step size (above 0, at most 1)
            learning-rate = 0.001
            # Share of units switched off (at least 0, below 1)
            dropout = 0.2
            # Shuffle each epoch
            shuffle = true
            # Recurrent cell (gru, lstm, layer-norm-gru)
            cell = "gru"
            # Longest norm of all gradients together (above 0)
            clip-norm = 1.0

            # Rule of the updates
            [training.optimiser]
            # adam, sgd, frozen
            kind = "adam"
            # Memory of the gradient (at least 0, below 1)
            beta1 = 0.9
            # Decay (at least 0)
            decay = 0.0

            # Which text goes in
            [data]
            # Source sentences
            source = ""
            # Languages
            languages = ["fr", "en"]
            # Bucket widths (at least 1)
            widths = []
            # Shortest sentence
            min-length = 1
            # Longest sentence
            max-length = 50
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aWrittenRecordReadsBackEqual(int seed) {
    SampleSettings settings = drawn(new Random(seed));
    String toml = SETTINGS.toToml(settings);
    assertThat(SETTINGS.bind(TomlDocument.parse("x", toml))).isEqualTo(settings);
    assertThat(SETTINGS.toToml(settings)).isEqualTo(toml);
  }

  private static SampleSettings drawn(Random random) {
    Optimiser optimiser =
        switch (random.nextInt(3)) {
          case 0 -> new Adam(random.nextFloat(), random.nextFloat());
          case 1 -> new SgdOptimiser(random.nextFloat(), random.nextFloat());
          default -> new Frozen();
        };
    return new SampleSettings(
        text(random),
        random.nextLong(),
        new Training(
            1 + random.nextInt(Integer.MAX_VALUE),
            1 - random.nextFloat(),
            random.nextDouble(),
            random.nextBoolean(),
            List.of(Cell.values()).get(random.nextInt(3)),
            random.nextBoolean() ? Optional.empty() : Optional.of(1e9 * random.nextDouble()),
            optimiser),
        new Data(
            random.nextBoolean() ? Optional.empty() : Optional.of("x" + text(random)),
            IntStream.range(0, random.nextInt(9)).mapToObj(i -> text(random)).toList(),
            IntStream.range(0, random.nextInt(90)).mapToObj(i -> 1 + i).toList(),
            1,
            2));
  }

  private static String text(Random random) {
    int[] codePoints =
        random
            .ints(random.nextInt(20), 0, 0x110000)
            .map(any -> random.nextBoolean() ? any % 128 : any)
            .filter(codePoint -> Character.getType(codePoint) != Character.SURROGATE)
            .toArray();
    return new String(codePoints, 0, codePoints.length);
  }

  @Test
  void everyCharacterSurvives() {
    StringBuilder all = new StringBuilder();
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      if (codePoint < 0xD800 || codePoint > 0xDFFF) {
        all.appendCodePoint(codePoint);
      }
      if (codePoint % 4096 == 4095) {
        assertTextSurvives(all.toString());
        all.setLength(0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\"",
        "'",
        "\\",
        "\\n",
        "\n",
        "\r\n",
        "\t",
        "\u0000",
        "\u007f",
        "none",
        "\"\"\"",
        "# no comment",
        "[section]",
        "a = 1",
        "é",
        "e\u0301",
        "😀",
        "\uFEFFx",
        "\u2028",
        "שלום",
        "${x}"
      })
  void anyTextSurvives(String text) {
    assertTextSurvives(text);
  }

  private static void assertTextSurvives(String text) {
    Optional<String> perhaps = Optional.of(text).filter(any -> !any.isEmpty());
    Texts texts = new Texts(text, perhaps, List.of(text, text));
    assertThat(TEXTS.bind(TomlDocument.parse("x", TEXTS.toToml(texts)))).isEqualTo(texts);
  }

  @Test
  void textThatTomlCannotHoldIsRefused() {
    assertThatThrownBy(() -> TEXTS.toToml(new Texts("\uD800", Optional.empty(), List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("text: expected text, got half a surrogate pair in \"\\uD800\"");
    assertThatThrownBy(() -> TEXTS.toToml(new Texts("", Optional.of(""), List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("perhaps: expected text or nothing");
  }

  @Test
  void numbersAreWrittenAsShortAsPeopleWould() {
    assertThat(NUMBERS.toToml(new Numbers(1e-4f, 1e-10, -5L, Optional.empty())))
        .isEqualTo("single = 0.0001\nreal = 1.0e-10\nwhole = -5\nperhaps = \"none\"\n");
    assertThat(NUMBERS.toToml(new Numbers(0.1f, 123456789.0, 0L, Optional.of(3e20f))))
        .isEqualTo("single = 0.1\nreal = 123456789.0\nwhole = 0\nperhaps = 3.0e20\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 12, 13})
  void everyFiniteNumberSurvives(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      float single = Float.intBitsToFloat(random.nextInt());
      double real = Double.longBitsToDouble(random.nextLong());
      if (Float.isFinite(single) && Double.isFinite(real)) {
        assertNumbersSurvive(single, real, random.nextLong());
      }
    }
    assertNumbersSurvive(Float.MIN_VALUE, Double.MIN_VALUE, Long.MIN_VALUE);
    assertNumbersSurvive(Float.MAX_VALUE, -Double.MAX_VALUE, Long.MAX_VALUE);
  }

  private static void assertNumbersSurvive(float single, double real, long whole) {
    Numbers numbers = new Numbers(single, real, whole, Optional.of(single));
    assertThat(NUMBERS.bind(TomlDocument.parse("x", NUMBERS.toToml(numbers)))).isEqualTo(numbers);
  }

  @Test
  void numbersThatAreNotFiniteAreRefused() {
    assertThatThrownBy(() -> NUMBERS.toToml(new Numbers(Float.NaN, 1, 1, Optional.empty())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("single: expected a finite number, got NaN");
  }
}
