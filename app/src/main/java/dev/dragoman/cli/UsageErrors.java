package dev.dragoman.cli;

import dev.dragoman.settings.NearestName;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * A command line that cannot be understood: one line that says why, and what was probably meant.
 */
final class UsageErrors implements IParameterExceptionHandler {
  private final Console console;

  UsageErrors(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandSpec command = wrong.getCommandLine().getCommandSpec();
    if (isCommandMissing(wrong, command)) {
      console.explain(wrong.getCommandLine().getUsageMessage(console.err().terminal().ansi()));
      return ExitCode.WRONG_INPUT;
    }
    String complaint = complaint(wrong, command, List.of(arguments));
    String advice = complaint.endsWith("?") ? "" : "; see '" + helpOf(command) + "'";
    console.complain(complaint + advice);
    return ExitCode.WRONG_INPUT;
  }

  /** Who names no command wants to know which there are. */
  private static boolean isCommandMissing(ParameterException wrong, CommandSpec command) {
    return !command.subcommands().isEmpty() && wrong.getClass().equals(ParameterException.class);
  }

  private static String helpOf(CommandSpec command) {
    return command.qualifiedName() + " --help";
  }

  /** Of a misspelt and therefore missing option, the misspelling is the better complaint. */
  private static String complaint(
      ParameterException wrong, CommandSpec command, List<String> arguments) {
    return switch (wrong) {
      case UnmatchedArgumentException unmatched -> unknown(unmatched.getUnmatched(), command);
      case MissingParameterException missing ->
          arguments.stream()
              .filter(argument -> isUnknownOption(argument, command))
              .findFirst()
              .map(option -> unknownOption(option, command))
              .orElseGet(() -> uncapitalised(missing));
      default -> uncapitalised(wrong);
    };
  }

  private static boolean isUnknownOption(String argument, CommandSpec command) {
    return argument.startsWith("--")
        && argument.length() > 2
        && command.findOption(nameOf(argument)) == null;
  }

  private static String nameOf(String option) {
    return option.split("=", 2)[0];
  }

  private static String uncapitalised(ParameterException wrong) {
    String message = String.valueOf(wrong.getMessage()).strip();
    String tidy = message.replaceAll("\\.$", "");
    return tidy.isEmpty() ? tidy : Character.toLowerCase(tidy.charAt(0)) + tidy.substring(1);
  }

  private static String unknown(List<String> unmatched, CommandSpec command) {
    String first = unmatched.getFirst();
    return unmatched.stream()
        .filter(argument -> argument.startsWith("-"))
        .findFirst()
        .map(option -> unknownOption(option, command))
        .orElseGet(() -> unknownArgument(first, command));
  }

  private static String unknownOption(String argument, CommandSpec command) {
    String option = nameOf(argument);
    List<String> known =
        command.optionsMap().keySet().stream().map(UsageErrors::withoutDashes).toList();
    String said = "unknown option '" + option + "' of " + command.qualifiedName();
    return NearestName.to(withoutDashes(option), known)
        .map(near -> said + "; did you mean '" + withDashes(near) + "'?")
        .orElse(said);
  }

  private static String withoutDashes(String option) {
    return option.replaceFirst("^-+", "");
  }

  private static String withDashes(String name) {
    return (name.length() == 1 ? "-" : "--") + name;
  }

  private static String unknownArgument(String argument, CommandSpec command) {
    if (command.subcommands().isEmpty()) {
      return "unexpected argument '" + argument + "'";
    }
    Optional<String> near = NearestName.to(argument, command.subcommands().keySet());
    String known = String.join(", ", command.subcommands().keySet());
    return "unknown command '"
        + argument
        + "'; "
        + near.map(name -> "did you mean '" + name + "'?").orElse("there are " + known);
  }
}
