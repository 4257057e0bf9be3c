package dev.dragoman.cli;

import dev.dragoman.config.Experiment;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The program's entry point. */
public final class Dragoman {
  private static final int NARROWEST_HELP = 55; // picocli's own limit
  private static final int WIDEST_HELP = 100;

  private Dragoman() {}

  /** Runs the command line and exits with its code. */
  public static void main(String[] arguments) {
    JvmNotice.eraseFrom(System.err);
    Console console = processConsole(System.getProperties());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> leaveTidy(console)));
    Surroundings surroundings = new Surroundings(console, System.getenv(), Path.of(""));
    System.exit(run(surroundings, arguments));
  }

  private static Console processConsole(Properties properties) {
    return new Console(
        System.in,
        new Output(
            "standard output",
            new FileOutputStream(FileDescriptor.out),
            Terminal.of(Terminal.Stream.OUT, properties, System.getenv())),
        new Output(
            "standard error",
            new FileOutputStream(FileDescriptor.err),
            Terminal.of(Terminal.Stream.ERR, properties, System.getenv())));
  }

  /** After Ctrl-C the shell's prompt should not stand behind a live line. */
  private static void leaveTidy(Console console) {
    try {
      console.out().keepLive();
      console.err().keepLive();
    } catch (OutputException readerGone) {
      // Then there is nothing to tidy up.
    }
  }

  /** Runs a command line and returns its exit code; everything it says goes to the console. */
  static int run(Surroundings surroundings, String... arguments) {
    Console console = surroundings.console();
    Failures failures = new Failures(console);
    try {
      CommandLine command = commandLineFor(surroundings, arguments);
      command.setParameterExceptionHandler(new UsageErrors(console));
      command.setExecutionExceptionHandler(failures);
      command.setExecutionStrategy(Failures::runLast);
      return command.execute(arguments);
    } catch (Exception | OutOfMemoryError | StackOverflowError failure) {
      boolean stackTrace = List.of(arguments).contains(CommonOptions.STACK_TRACE);
      return failures.report(failure, stackTrace);
    }
  }

  /**
   * As much of the command as the arguments need: to describe all those below it takes longer than
   * to translate a sentence.
   */
  private static CommandLine commandLineFor(Surroundings surroundings, String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals(TranslateCommand.NAME)) {
      return commandLine(surroundings);
    }
    EarlyModel model = EarlyModel.of(surroundings.workingFolder(), arguments);
    CommandLine command = new CommandLine(new RootCommand());
    command.addSubcommand(new TranslateCommand(surroundings, model::load));
    return completed(command, surroundings.console());
  }

  /** The command with all those below it. */
  static CommandLine commandLine(Surroundings surroundings) {
    CommandLine command = new CommandLine(new RootCommand());
    command.addSubcommand(new QuickstartCommand(surroundings));
    command.addSubcommand(new TrainCommand(surroundings, Experiment.settings()).commandLine());
    command.addSubcommand(new TranslateCommand(surroundings));
    command.addSubcommand(new EvaluateCommand(surroundings));
    command.addSubcommand(
        new CommandLine(new ModelCommand()).addSubcommand(new ModelShowCommand(surroundings)));
    command.addSubcommand(new AttentionCommand(surroundings));
    command.addSubcommand(new ReportCommand(surroundings));
    command.addSubcommand(
        new CommandLine(new EmbeddingsCommand())
            .addSubcommand(new NeighboursCommand(surroundings))
            .addSubcommand(new AnalogyCommand(surroundings))
            .addSubcommand(new SimilarityCommand(surroundings))
            .addSubcommand(new HistoryCommand(surroundings))
            .addSubcommand(new MapCommand(surroundings))
            .addSubcommand(new ExportCommand(surroundings))
            .addSubcommand(new ImportCommand(surroundings))
            .addSubcommand(new CompareCommand(surroundings)));
    command.addSubcommand(
        new CommandLine(new Word2VecCommand())
            .addSubcommand(new Word2VecTrainCommand(surroundings))
            .addSubcommand(new Word2VecEvaluateCommand(surroundings)));
    command.addSubcommand(new BenchCommand(surroundings));
    command.addSubcommand(new CompletionCommand(surroundings));
    command.addSubcommand(new HelpCommand(surroundings));
    return completed(command, surroundings.console());
  }

  private static CommandLine completed(CommandLine command, Console console) {
    addCommonOptions(command);
    configure(command, console);
    return command;
  }

  private static void addCommonOptions(CommandLine command) {
    if (command.getCommandSpec().findOption("--help") == null) {
      command.addMixin("common", new CommonOptions());
    }
    command.getSubcommands().values().forEach(Dragoman::addCommonOptions);
  }

  private static void configure(CommandLine command, Console console) {
    Terminal terminal = console.out().terminal();
    command.setOut(console.out().writer());
    command.setErr(console.err().writer());
    command.setExpandAtFiles(false);
    command.setUsageHelpWidth(Math.clamp(terminal.width(), NARROWEST_HELP, WIDEST_HELP));
    command.setColorScheme(Help.defaultColorScheme(terminal.ansi()));
  }
}
