package dev.dragoman.house;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A room of the house: a package below {@code dev.dragoman}, with what it may import.
 *
 * @param name the package's last name
 * @param floor higher floors import lower ones; the engine is below nmt, nmt below app
 * @param imports the rooms that it may import
 */
record Room(String name, int floor, Set<String> imports) {
  private static final String ROOT = "dev.dragoman.";
  private static final int ENGINE = 0;
  private static final int NMT = 10;
  private static final int APP = 20;

  private static final List<Room> BELOW_THE_COMMAND_LINE =
      List.of(
          room("kernels", ENGINE),
          room("tensor", ENGINE + 1, "kernels"),
          room("autograd", ENGINE + 2, "tensor"),
          room("text", NMT),
          room("vocab", NMT),
          room("metrics", NMT),
          room("grammar", NMT),
          room("settings", NMT),
          room("history", NMT),
          room("data", NMT + 2, "text, vocab, tensor"),
          room("projection", NMT + 2, "tensor"),
          room("layers", NMT + 3, "autograd, tensor"),
          room("model", NMT + 4, "layers, autograd, tensor"),
          room("word2vec", NMT + 4, "text, vocab, tensor"),
          room("search", NMT + 5, "model, tensor"),
          room("checkpoint", NMT + 5, "model, text, vocab, metrics, settings, tensor"),
          room("translate", NMT + 6, "text, vocab, model, search, checkpoint, settings, tensor"),
          room(
              "inspect",
              NMT + 7,
              "translate, model, text, vocab, grammar, word2vec, checkpoint, history, projection, tensor"),
          room(
              "training",
              NMT + 7,
              "data, model, autograd, tensor, translate, metrics, checkpoint, history"),
          room("serve", APP + 8, "translate, inspect"),
          room("draw", APP + 8, "inspect, projection"),
          room(
              "report",
              APP + 9,
              "draw, inspect, translate, checkpoint, model, autograd, text, vocab, grammar, word2vec, projection, tensor"),
          room(
              "config",
              APP + 9,
              "settings, text, vocab, data, layers, model, word2vec, search, translate, training"));

  /** The plan, as the table in {@code docs/house.md} has it. */
  static final List<Room> HOUSE = withCommandLine(BELOW_THE_COMMAND_LINE);

  /** Whose annotations (not its other types) every room may wear. */
  static final String ANNOTATIONS_FOR_ALL = "settings";

  private static Room room(String name, int floor) {
    return new Room(name, floor, Set.of());
  }

  private static Room room(String name, int floor, String imports) {
    return new Room(name, floor, Set.of(imports.split(", ")));
  }

  private static List<Room> withCommandLine(List<Room> below) {
    Set<String> allButKernels =
        below.stream().map(Room::name).filter(not("kernels"::equals)).collect(toUnmodifiableSet());
    return Stream.concat(below.stream(), Stream.of(new Room("cli", APP + 10, allButKernels)))
        .toList();
  }

  static Optional<Room> named(String name) {
    return HOUSE.stream().filter(room -> room.name.equals(name)).findFirst();
  }

  /** The last name of the room's package in which a class lies, whether the plan has it or not. */
  static String nameOf(JavaClass type) {
    String below = type.getPackageName().substring(ROOT.length());
    int end = below.indexOf('.');
    return end < 0 ? below : below.substring(0, end);
  }

  static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith(ROOT);
  }

  /** The package pattern of these rooms, with their sub-packages. */
  static String[] packages(String... names) {
    return List.of(names).stream().map(name -> ROOT + name + "..").toArray(String[]::new);
  }

  boolean mayUse(JavaClass type) {
    String other = nameOf(type);
    return other.equals(name)
        || imports.contains(other)
        || (other.equals(ANNOTATIONS_FOR_ALL) && type.isAnnotation());
  }
}
