package dev.dragoman.draw;

import dev.dragoman.inspect.WordGroups;

/** Which ink a group of words has. */
final class WordInks {
  private WordInks() {}

  /** The rest is pale, so that what is told apart stands out. */
  static Ink of(WordGroups groups, int group) {
    return switch (groups.kind()) {
      case ORDERED -> Ink.step(group, groups.names().size());
      case DIFFERENT -> group < 7 ? Ink.series(group) : Ink.MUTED;
    };
  }
}
