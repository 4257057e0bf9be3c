package dev.dragoman.cli;

import dev.dragoman.settings.Flags;
import dev.dragoman.settings.Flags.Flag;
import dev.dragoman.settings.SettingKey;
import java.util.List;
import java.util.Locale;
import java.util.Stack;
import java.util.function.UnaryOperator;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** Every key of the experiment as an option, by its dotted name and for some by a short one. */
final class ExperimentFlags {
  private final List<SettingKey> keys;
  private Flags given = Flags.none();

  ExperimentFlags(List<SettingKey> keys) {
    this.keys = keys;
  }

  /**
   * What the command line gave.
   *
   * @param fileNames what becomes of a value that names a file
   */
  Flags given(UnaryOperator<String> fileNames) {
    return new Flags(given.given().stream().map(flag -> located(flag, fileNames)).toList());
  }

  private Flag located(Flag flag, UnaryOperator<String> fileNames) {
    boolean isFile = keys.stream().anyMatch(key -> key.isFile() && key.key().equals(flag.key()));
    return isFile ? new Flag(flag.label(), flag.key(), fileNames.apply(flag.text())) : flag;
  }

  void addTo(CommandSpec command) {
    for (ShortFlag flag : ShortFlag.ALL) {
      keys.stream()
          .filter(key -> key.key().equals(flag.key()))
          .forEach(key -> command.addOption(shortOption(flag, key)));
    }
    keys.stream()
        .filter(key -> command.findOption(nameOf(key)) == null)
        .forEach(key -> command.addOption(dottedOption(key)));
  }

  /** Whether an option is a dotted one, which help lists apart from the others. */
  static boolean isDotted(OptionSpec option) {
    return option.longestName().contains(".");
  }

  private static String nameOf(SettingKey key) {
    return "--" + key.key();
  }

  private OptionSpec shortOption(ShortFlag flag, SettingKey key) {
    return option(flag.name(), key)
        .paramLabel(flag.valueLabel())
        .description(flag.description())
        .build();
  }

  private OptionSpec dottedOption(SettingKey key) {
    return option(nameOf(key), key).paramLabel(label(key)).build();
  }

  private static String label(SettingKey key) {
    return key.isFile() ? "FILE" : key.type().toUpperCase(Locale.ROOT);
  }

  private OptionSpec.Builder option(String name, SettingKey key) {
    OptionSpec.Builder option =
        OptionSpec.builder(name).type(String.class).arity("1").setter(recording(name, key));
    if (key.isSwitch()) {
      option.arity("0..1").parameterConsumer(new SwitchValue());
    }
    if (!key.choices().isEmpty()) {
      option.completionCandidates(key.choices());
    }
    return option;
  }

  private ISetter recording(String name, SettingKey key) {
    return new ISetter() {
      @Override
      public <T> T set(T value) {
        if (value instanceof String text) {
          given = given.with(name, key.key(), text);
        }
        return value;
      }
    };
  }

  /** A switch may stand alone; a file or option after it is none of its business. */
  private static final class SwitchValue implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
      boolean alone =
          arguments.isEmpty()
              || arguments.peek().startsWith("-")
              || arguments.peek().endsWith(".toml");
      option.setValue(alone ? "true" : arguments.pop());
    }
  }
}
