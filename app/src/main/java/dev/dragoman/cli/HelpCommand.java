package dev.dragoman.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code dragoman help}: tells about a command as its {@code --help} does. */
@Command(
    name = "help",
    helpCommand = true,
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    header = "Tells about a command, as its --help does.",
    synopsisHeading = "%nUsage: ")
final class HelpCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description = "The command, as in 'help train' or 'help model show'; none for all of them.")
  private List<String> names = List.of();

  HelpCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    CommandLine command = spec.root().commandLine();
    for (String name : names) {
      command = below(command, name);
    }
    Output out = surroundings.console().out();
    out.print(command.getUsageMessage(out.terminal().ansi()));
    return ExitCode.DONE;
  }

  private static CommandLine below(CommandLine command, String name) {
    @Nullable CommandLine named = command.getSubcommands().get(name);
    if (named == null) {
      throw new UnmatchedArgumentException(command, List.of(name));
    }
    return named;
  }
}
