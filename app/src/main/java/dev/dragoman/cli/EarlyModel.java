package dev.dragoman.cli;

import dev.dragoman.translate.Translator;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Loads on another thread, while the command line is still being understood, the model that it will
 * probably ask for: the value of the first {@code --model}. A guess that turns out wrong costs
 * nothing but the reading; what went wrong with a right one is heard of when the model is asked
 * for.
 */
final class EarlyModel {
  private static final List<String> OPTIONS =
      List.of(TranslateCommand.MODEL, TranslateCommand.MODEL_IN_SHORT);

  private static final String IN_ONE = TranslateCommand.MODEL + "=";

  private final Optional<Path> folder;
  private final FutureTask<Translator> loading;

  private EarlyModel(Optional<Path> folder) {
    this.folder = folder;
    this.loading = new FutureTask<>(() -> Translator.load(folder.orElseThrow()));
  }

  /**
   * Begins to load, where the arguments name a model.
   *
   * @param workingFolder what the arguments' paths are relative to
   */
  static EarlyModel of(Path workingFolder, String... arguments) {
    EarlyModel model = new EarlyModel(guess(arguments).flatMap(name -> path(workingFolder, name)));
    if (model.folder.isPresent()) {
      Thread.ofPlatform().daemon().name("dragoman-model").start(model.loading);
    }
    return model;
  }

  private static Optional<String> guess(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith(IN_ONE)) {
        return Optional.of(arguments[i].substring(IN_ONE.length()));
      }
      if (OPTIONS.contains(arguments[i]) && i + 1 < arguments.length) {
        return Optional.of(arguments[i + 1]);
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> path(Path workingFolder, String name) {
    try {
      return Optional.of(workingFolder.resolve(name));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  /** The folder that is being loaded. */
  Optional<Path> folder() {
    return folder;
  }

  /** The model in a folder, loaded by now or from now on; throws as {@link Translator#load}. */
  Translator load(Path wanted) {
    if (!folder.equals(Optional.of(wanted))) {
      return Translator.load(wanted);
    }
    try {
      return loading.get();
    } catch (ExecutionException e) {
      throw unchecked(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Translator.load(wanted);
    }
  }

  /** What loading threw: it declares no checked exception. */
  private static RuntimeException unchecked(ExecutionException e) {
    return switch (e.getCause()) {
      case RuntimeException cause -> cause;
      case Error cause -> throw cause;
      case null, default -> new IllegalStateException("the model could not be loaded", e);
    };
  }
}
