package dev.dragoman.cli;

import java.util.List;

/** Lessons as the command line calls them. */
final class LessonWord extends Words<Lesson> {
  LessonWord() {
    super(List.of(Lesson.values()));
  }
}
