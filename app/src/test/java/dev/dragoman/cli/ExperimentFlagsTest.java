package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.settings.Setting;
import dev.dragoman.settings.Settings;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class ExperimentFlagsTest {
  record Sample(Optional<String> out, Corpus corpus, Training training) {}

  record Corpus(@Setting(value = "Source", file = true) Optional<String> source) {}

  record Training(
      int epochs, long maxUpdates, int threads, long seed, boolean shuffle, Order order) {}

  enum Order {
    BY_LENGTH,
    RANDOM
  }

  private static final Settings<Sample> SETTINGS =
      Settings.of(
          new Sample(
              Optional.empty(),
              new Corpus(Optional.empty()),
              new Training(10, 0, 1, 1, false, Order.RANDOM)));

  private static Sample parse(String... arguments) {
    ExperimentFlags flags = new ExperimentFlags(SETTINGS.keys());
    CommandSpec command = CommandSpec.create().name("sample");
    flags.addTo(command);
    new CommandLine(command).parseArgs(arguments);
    return SETTINGS.bind(flags.given(name -> "located " + name));
  }

  @Test
  void everyKeyIsAnOptionByItsDottedNameWithOrWithoutAnEqualsSign() {
    assertThat(parse("--training.max-updates", "200", "--training.seed=7").training())
        .isEqualTo(new Training(10, 200, 1, 7, false, Order.RANDOM));
    assertThat(parse("--training.order", "by-length").training().order())
        .isEqualTo(Order.BY_LENGTH);
    assertThat(parse("--out", "o").out()).contains("o");
    assertThat(parse("--training.seed", "-5").training().seed()).isEqualTo(-5);
  }

  @Test
  void shortNamesSetTheSameKeys() {
    assertThat(
            parse("--epochs", "2", "--max-updates=3", "--threads", "4", "--seed", "5").training())
        .isEqualTo(new Training(2, 3, 4, 5, false, Order.RANDOM));
  }

  @Test
  void anErrorNamesTheShortNameIfThatWasUsed() {
    assertThatThrownBy(() -> parse("--epochs", "many"))
        .hasMessage("--epochs: expected a whole number, got \"many\"");
  }

  @Test
  void aSwitchNeedsNoValueButMayHaveOne() {
    assertThat(parse("--training.shuffle").training().shuffle()).isTrue();
    assertThat(parse("--training.shuffle", "--epochs", "1").training().shuffle()).isTrue();
    assertThat(parse("--training.shuffle", "false").training().shuffle()).isFalse();
    assertThat(parse("--training.shuffle=true").training().shuffle()).isTrue();
  }

  @Test
  void namesOfFilesAreLocatedAndOtherTextsAreNot() {
    assertThat(parse("--source", "a").corpus().source()).contains("located a");
    assertThat(parse("--corpus.source", "a").corpus().source()).contains("located a");
    assertThat(parse("--out", "a").out()).contains("a");
  }

  @Test
  void withoutFlagsThereAreNone() {
    ExperimentFlags flags = new ExperimentFlags(SETTINGS.keys());
    flags.addTo(CommandSpec.create());
    assertThat(flags.given(UnaryOperator.identity()).given()).isEmpty();
  }
}
