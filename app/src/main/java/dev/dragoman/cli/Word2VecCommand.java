package dev.dragoman.cli;

import picocli.CommandLine.Command;

/** {@code dragoman word2vec}: leads to what can be done with word vectors of plain text. */
@Command(
    name = "word2vec",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    header = "Trains word vectors from plain text, and says how good they are.",
    synopsisHeading = "%nUsage: ")
final class Word2VecCommand {}
