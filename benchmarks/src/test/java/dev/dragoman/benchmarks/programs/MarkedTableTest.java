package dev.dragoman.benchmarks.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedTableTest {
  private static final List<String> PAGE =
      List.of(
          "before",
          "<!-- compare:train -->",
          "| | rate |",
          "|---|---|",
          "| old | 1 |",
          "| kept | 2 |",
          "<!-- end -->",
          "after");

  private static MarkedTable table(String name) {
    MarkedTable table = new MarkedTable(name, List.of("", "rate"));
    table.add(List.of("old", "3"));
    table.add(List.of("new", "4"));
    return table;
  }

  @Test
  void aRowTakesThePlaceOfTheOneOfItsNameAndTheOthersStay() {
    assertThat(table("train").merged(PAGE, "page"))
        .containsExactly(
            "before",
            "<!-- compare:train -->",
            "|  | rate |",
            "|---|---|",
            "| old | 3 |",
            "| kept | 2 |",
            "| new | 4 |",
            "<!-- end -->",
            "after");
  }

  @Test
  void writingTwiceIsWritingOnce() {
    List<String> once = table("train").merged(PAGE, "page");
    assertThat(table("train").merged(once, "page")).isEqualTo(once);
  }

  @Test
  void anEmptyPlaceIsFilled() {
    assertThat(table("x").merged(List.of("<!-- compare:x -->", "<!-- end -->"), "page"))
        .containsExactly(
            "<!-- compare:x -->",
            "|  | rate |",
            "|---|---|",
            "| old | 3 |",
            "| new | 4 |",
            "<!-- end -->");
  }

  @Test
  void aPageWithoutThePlaceIsRefused() {
    assertThatThrownBy(() -> table("decode").merged(PAGE, "page.md"))
        .hasMessageContaining("page.md")
        .hasMessageContaining("<!-- compare:decode -->");
  }

  @Test
  void aRowOfAnotherWidthIsRefused() {
    assertThatThrownBy(() -> table("train").add(List.of("one cell")))
        .hasMessageContaining("expected 2 cells");
  }
}
