package dev.dragoman.cli;

import picocli.CommandLine.Command;

/** {@code dragoman model}: leads to what can be done with a model folder. */
@Command(
    name = "model",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    header = "Looks at model folders.",
    synopsisHeading = "%nUsage: ")
final class ModelCommand {}
