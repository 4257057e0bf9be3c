package dev.dragoman.cli;

import picocli.CommandLine.Command;

/** {@code dragoman embeddings}: leads to what can be seen in a table of embeddings. */
@Command(
    name = "embeddings",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    header = "Looks at what embeddings have learnt; exports and imports them.",
    synopsisHeading = "%nUsage: ")
final class EmbeddingsCommand {}
