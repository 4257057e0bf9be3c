package dev.dragoman.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dragoman} itself, which only leads to its commands. */
@Command(
    name = "dragoman",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Version.class,
    sortOptions = false,
    header = "Trains attention translators, translates with them, looks inside.",
    synopsisHeading = "%nUsage: ",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Begin with 'dragoman quickstart'. 'dragoman help COMMAND' tells about a command.",
      "Exit codes: 0 done, 1 the job failed, 2 wrong usage or input."
    })
@SuppressWarnings("UnusedVariable") // picocli writes the fields and acts on them itself
final class RootCommand {
  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and exit.")
  private boolean version;
}
