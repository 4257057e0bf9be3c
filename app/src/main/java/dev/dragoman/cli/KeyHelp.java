package dev.dragoman.cli;

import dev.dragoman.settings.SettingKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What help says about the experiment's keys: their names in short, or everything about each. */
final class KeyHelp {
  private static final String SECTION = "experimentKeys";
  private static final String INDENT = "  ";

  private final List<SettingKey> keys;

  KeyHelp(List<SettingKey> keys) {
    this.keys = keys;
  }

  /** Replaces the dotted options in the command's help by one compact section. */
  void addTo(CommandLine command) {
    List<String> order = new ArrayList<>(command.getHelpSectionKeys());
    order.add(order.indexOf(UsageMessageSpec.SECTION_KEY_OPTION_LIST) + 1, SECTION);
    command.setHelpSectionKeys(order);
    command
        .getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, KeyHelp::optionsWithoutDots);
    command
        .getHelpSectionMap()
        .put(SECTION, help -> compact(help.commandSpec().usageMessage().width()));
  }

  private static String optionsWithoutDots(Help help) {
    List<OptionSpec> plain =
        help.commandSpec().options().stream()
            .filter(option -> !ExperimentFlags.isDotted(option))
            .toList();
    return help.optionListExcludingGroups(plain);
  }

  /** The names of all keys, by section. */
  String compact(int width) {
    StringBuilder text =
        new StringBuilder(
            "\nEvery key of the experiment is an option too, by its dotted name, as in\n");
    text.append("--").append(example()).append(" VALUE; --help-keys tells about each:\n");
    keysBySection().forEach((section, names) -> text.append(compactSection(section, names, width)));
    return text.toString();
  }

  private String example() {
    return keys.stream()
        .map(SettingKey::key)
        .filter(key -> key.contains("."))
        .findFirst()
        .orElse("KEY");
  }

  private Map<String, List<String>> keysBySection() {
    Map<String, List<String>> bySection = new LinkedHashMap<>();
    for (SettingKey key : keys) {
      int dot = key.key().lastIndexOf('.');
      bySection
          .computeIfAbsent(key.key().substring(0, dot + 1), section -> new ArrayList<>())
          .add(key.key().substring(dot + 1));
    }
    return bySection;
  }

  /** "--training. epochs seed": the section once, then its keys; those of no section in full. */
  private static String compactSection(String section, List<String> names, int width) {
    String line =
        section.isEmpty()
            ? "--" + String.join(" --", names)
            : "--" + section + " " + String.join(" ", names);
    return INDENT + hanging(line, width);
  }

  /** Every key with type, default, description and range. */
  String full(int width) {
    StringBuilder text = new StringBuilder();
    for (SettingKey key : keys) {
      String first = "--" + key.key() + " " + type(key) + shownDefault(key);
      text.append(hanging(first, width)).append(INDENT).append(hanging(key.remark(), width));
    }
    return text.toString();
  }

  /** Words to choose from are listed in the remark. */
  private static String type(SettingKey key) {
    return key.choices().isEmpty() || key.isSwitch() ? key.type() : "word";
  }

  private static String shownDefault(SettingKey key) {
    return key.defaultValue().map(value -> "  [default: " + value + "]").orElse("");
  }

  private static String hanging(String line, int width) {
    String next = "\n" + INDENT.repeat(2);
    return String.join(next, Columns.wrapped(line, width - next.length())) + "\n";
  }
}
