package dev.dragoman.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dragoman.inspect.WordGroups;
import dev.dragoman.inspect.WordMap;
import dev.dragoman.projection.Layout;
import dev.dragoman.projection.ProjectionMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class WordMapPictureTest {
  private static final String NASTY = "</script>]]><b>&\"'";

  private static WordMap map(int count, boolean apart) {
    SplittableRandom random = new SplittableRandom(4);
    double[] x = new double[count];
    double[] y = new double[count];
    List<WordMap.Word> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(
          new WordMap.Word(i == 1 ? NASTY : "word" + i, i, OptionalLong.of(3L * count - 2L * i)));
      x[i] = apart ? random.nextGaussian() : 2;
      y[i] = apart ? random.nextGaussian() : 2;
    }
    Layout layout = new Layout(x, y);
    return new WordMap(
        "the source table",
        ProjectionMethod.TSNE,
        words,
        List.of(new WordMap.Frame("update 0", layout), new WordMap.Frame("the model", layout)),
        0,
        0,
        OptionalDouble.of(0.9));
  }

  private static List<Picture.Label> names(Picture picture) {
    return picture.shapes().stream()
        .filter(Picture.Label.class::isInstance)
        .map(Picture.Label.class::cast)
        .filter(label -> label.text().startsWith("word") || label.text().equals(NASTY))
        .toList();
  }

  @Test
  void namesCoverNoNamesAndAllThatWereChosenAreThere() {
    WordMap map = map(900, true);
    Picture picture =
        WordMapPicture.of(map, WordGroups.byFrequency(map), Set.of("word899", "word450", NASTY));
    List<Picture.Label> names = names(picture);
    assertThat(names).hasSizeGreaterThan(100);
    assertThat(names).extracting(Picture.Label::text).contains("word899", "word450", NASTY);
    for (Picture.Label one : names) {
      assertThat(one.x()).isBetween(0.0, (double) picture.width());
      assertThat(one.y()).isBetween(60.0, (double) picture.height());
      for (Picture.Label other : names) {
        assertThat(one.equals(other) || !meet(one, other))
            .as(one.text() + " and " + other.text())
            .isTrue();
      }
    }
  }

  private static boolean meet(Picture.Label a, Picture.Label b) {
    return a.x() < b.x() + Lettering.width(b.text(), b.size())
        && b.x() < a.x() + Lettering.width(a.text(), a.size())
        && a.y() - 0.7 * a.size() < b.y()
        && b.y() - 0.7 * b.size() < a.y();
  }

  @Test
  void pointsInOnePlaceAndASinglePointStandOnThePicture() throws Exception {
    for (int count : new int[] {1, 2, 30}) {
      WordMap map = map(count, false);
      Picture picture = WordMapPicture.of(map, WordGroups.byFrequency(map), Set.of());
      assertThat(Svg.file(picture)).doesNotContain("NaN", "Infinity");
      Xml.parse(Svg.file(picture));
    }
  }

  @Test
  void mapsSideBySideShareTheirControlsAndNameTheSameWords() throws Exception {
    WordMap map = map(40, true);
    Node.Element pair =
        WordMapFigure.pair(
            List.of(map, map), WordGroups.byFrequency(map), List.of("word7", NASTY, "absent"));
    Page page = new Page("t", "l", List.of(Section.of("map", "Maps", pair)));
    Document html = Xml.parse(page.html());
    assertThat(Xml.count(html, "canvas")).isEqualTo(2);
    assertThat(Xml.count(html, "input")).as("one search for both").isEqualTo(1);
    assertThat(Xml.count(html, "script")).isEqualTo(1);
    assertThat(page.html().split("data-named=\"1 7\"", -1)).hasSize(3);
  }

  @Test
  void aPageWithoutAMapHasNoProgram() throws Exception {
    Page page = new Page("t", "l", List.of(Section.of("one", "One", Node.element("p", "text"))));
    assertThat(Xml.count(Xml.parse(page.html()), "script")).isZero();
  }

  @Test
  void aPageWithAMapIsWellFormedWhateverItsWordsAre() throws Exception {
    WordMap map = map(40, true);
    Page page =
        new Page(
            "t",
            "l",
            List.of(
                Section.of(
                    "map",
                    "Map",
                    WordMapFigure.of(map, WordGroups.byFrequency(map), List.of(NASTY), "never"))));
    Document html = Xml.parse(page.html());
    assertThat(Xml.count(html, "script")).isEqualTo(1);
    assertThat(page.html().split("</script", -1)).hasSize(2);
    assertThat(page.html()).contains("update 0\t").doesNotContain("<b>", "never");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Node.Script("a ]]> b"))
        .withMessageContaining("script");
  }
}
