package dev.dragoman.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every snippet of the tour and compares what it prints with the page, character for
 * character.
 */
class TourTest {
  private static final Path TOUR = Path.of("docs", "tour");
  private static final Path FIRST_PAGE = TOUR.resolve("README.md");

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(TOUR)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void printsWhatThePageSays(Path page) throws IOException {
    Walk walk = Walk.read(page);
    assertThat(walk.snippets()).as("snippets of " + page).isNotEmpty();
    verify(walk);
  }

  @Test
  void hasAFirstPageThatLeadsToSevenWalks() throws IOException {
    String firstPage = Files.readString(FIRST_PAGE);
    List<Path> walks = pages().stream().filter(page -> !page.equals(FIRST_PAGE)).toList();
    assertThat(walks).hasSize(7);
    assertThat(walks).allSatisfy(walk -> assertThat(firstPage).contains("](" + walk.getFileName()));
  }

  @Test
  void aWrongNumberIsNoticed() {
    Walk wrong =
        Walk.parse(
            "wrong.md",
            """
            ```java
            int four = 2 + 2;
            System.out.println(four);
            ```
            ```text
            5
            ```
            """);
    assertThatThrownBy(() -> verify(wrong))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("wrong.md:2");
  }

  @Test
  void whatDoesNotCompileIsNoticed() {
    Walk broken = Walk.parse("broken.md", "```java\nint four = \"four\";\n```\n");
    assertThatThrownBy(() -> verify(broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("incompatible types");
  }

  private static void verify(Walk walk) {
    try (Shell shell = new Shell()) {
      for (Walk.Snippet snippet : walk.snippets()) {
        assertThat(shell.run(snippet.code()))
            .as("printed by the snippet at %s:%d", walk.name(), snippet.line())
            .isEqualTo(snippet.printed());
      }
    }
  }
}
