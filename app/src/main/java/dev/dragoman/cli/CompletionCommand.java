package dev.dragoman.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dragoman completion}: a script that lets a shell complete commands and options. */
@Command(
    name = "completion",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    header = "Writes the script with which bash or zsh completes commands.",
    synopsisHeading = "%nUsage: ",
    description = "%nTo try it: source <(dragoman completion bash)")
final class CompletionCommand implements Callable<Integer> {
  /** A shell that can complete. */
  enum Shell {
    bash,
    zsh
  }

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
  private Shell shell;

  CompletionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The script for bash is one for zsh too: there it loads zsh's emulation of bash first. */
  @Override
  public Integer call() {
    String script = AutoComplete.bash(spec.root().name(), spec.root().commandLine());
    surroundings.console().out().print(heading() + script);
    return ExitCode.DONE;
  }

  private String heading() {
    return String.format(
        Locale.ROOT,
        "# Completion of dragoman for %1$s. To load it: source <(dragoman completion %1$s)\n",
        shell);
  }
}
