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

  private static MarkedTable table() {
    MarkedTable table = new MarkedTable(List.of("", "rate"));
    table.add(List.of("old", "3"));
    table.add(List.of("new", "4"));
    return table;
  }

  @Test
  void aRowTakesThePlaceOfTheOneOfItsNameAndTheOthersStay() {
    assertThat(table().merged(PAGE, "train", "page"))
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
    List<String> once = table().merged(PAGE, "train", "page");
    assertThat(table().merged(once, "train", "page")).isEqualTo(once);
  }

  @Test
  void anEmptyPlaceIsFilled() {
    assertThat(table().merged(List.of("<!-- compare:x -->", "<!-- end -->"), "x", "page"))
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
    assertThatThrownBy(() -> table().merged(PAGE, "decode", "page.md"))
        .hasMessageContaining("page.md")
        .hasMessageContaining("<!-- compare:decode -->");
  }

  @Test
  void aRowOfAnotherWidthIsRefused() {
    assertThatThrownBy(() -> table().add(List.of("one cell")))
        .hasMessageContaining("expected 2 cells");
  }
}
