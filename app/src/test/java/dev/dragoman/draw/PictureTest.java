package dev.dragoman.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dragoman.inspect.AttentionMap;
import dev.dragoman.inspect.PlacedToken;
import dev.dragoman.inspect.PlacedTokens;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PictureTest {
  private static final String NASTY = "<b>&\"'\u0000]]>🙂";

  /** Two words that look at three, one of them full of special characters. */
  static AttentionMap map() {
    return new AttentionMap(
        tokens("la", NASTY, "</s>"),
        tokens("the", "queen"),
        new float[][] {{0.9f, 0.06f, 0.04f}, {0.01f, 0.97f, 0.02f}});
  }

  private static PlacedTokens tokens(String... words) {
    StringBuilder text = new StringBuilder();
    List<PlacedToken> tokens = new ArrayList<>();
    for (String word : words) {
      tokens.add(new PlacedToken(word, word, text.length(), text.length() + word.length()));
      text.append(word).append(' ');
    }
    return new PlacedTokens(text.toString(), tokens);
  }

  @Test
  void attentionAsSvgIsWellFormedAndSaysEveryCell() throws Exception {
    Document svg = Xml.parse(Svg.file(AttentionPicture.of(map())));
    assertThat(svg.getDocumentElement().getNamespaceURI()).isNull();
    assertThat(svg.getDocumentElement().getAttribute("xmlns"))
        .isEqualTo("http://www.w3.org/2000/svg");
    assertThat(Xml.count(svg, "title")).isEqualTo(6);
    assertThat(Xml.text(svg, "title", 1)).isEqualTo("the looks at <b>&\"'\uFFFD]]>🙂: 6 %");
    assertThat(Xml.text(svg, "title", 4)).endsWith(": 97 %");
  }

  @Test
  void attentionAsPngIsDarkWhereTheModelLooked() throws Exception {
    Picture picture = AttentionPicture.of(map());
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.file(picture)));
    assertThat(image.getWidth()).isEqualTo(2 * picture.width());
    Picture.Box looked = box(picture, 4);
    Picture.Box passed = box(picture, 3);
    assertThat(blueness(image, looked)).isGreaterThan(100);
    assertThat(blueness(image, passed)).isLessThan(10);
  }

  private static Picture.Box box(Picture picture, int number) {
    return (Picture.Box)
        picture.shapes().stream().filter(Picture.Box.class::isInstance).toList().get(number);
  }

  /** How much more blue than red a cell has near its corner. */
  private static int blueness(BufferedImage image, Picture.Box box) {
    int colour = image.getRGB((int) (2 * box.x()) + 10, (int) (2 * box.y()) + 10);
    return (colour & 0xff) - (colour >> 16 & 0xff);
  }

  @Test
  void aPageIsWellFormedFetchesNothingAndRunsNothing() throws Exception {
    Page page =
        new Page(
            NASTY,
            "lead",
            List.of(
                Section.of("one", NASTY, AttentionTable.of(map())),
                Section.of("two", "Two", Svg.inline(chart(1, 0.01).picture()))));
    Document html = Xml.parse(page.html());
    assertThat(Xml.count(html, "script")).isZero();
    assertThat(Xml.hasAttribute(html, "src")).isFalse();
    assertThat(Xml.text(html, "h2", 0)).isEqualTo("<b>&\"'\uFFFD]]>🙂");
    assertThat(Xml.count(html, "td")).isEqualTo(7);
    assertThat(page.html())
        .contains("prefers-color-scheme:dark", "@media print", "content:\"\"")
        .doesNotContain("@import", "url(");
  }

  @Test
  void theTokenisersMarksAreDrawnWithSignsThatEveryFontHas() throws Exception {
    Chart chart = new Chart("«￭ ▁?", "￭-￭", Chart.Scale.LINEAR, chart(1, 2).series());
    String svg = Svg.file(chart.picture());
    assertThat(svg).contains("«· _?", "·-·").doesNotContain("￭", "▁");
    Chart plain = new Chart("«· _?", "·-·", Chart.Scale.LINEAR, chart(1, 2).series());
    assertThat(Png.file(chart.picture())).isEqualTo(Png.file(plain.picture()));
    assertThat(Glyphs.legend(List.of("a", "«￭")))
        .isEqualTo(" · beside a token joins it to its neighbour.");
    assertThat(Glyphs.legend(List.of("￭-￭", "▁?"))).contains("·", "; _ is a blank");
    assertThat(Glyphs.legend(List.of("a", "b"))).isEmpty();
  }

  @Test
  void aMarkedPointOfAChartHasItsNameBesideIt() throws Exception {
    List<Picture.Point> points = List.of(new Picture.Point(1, 1), new Picture.Point(3, 2));
    Chart chart =
        new Chart(
            "Way",
            "seen",
            Chart.Scale.LINEAR,
            Chart.Scale.LINEAR,
            List.of(
                new Chart.Series(
                    "", Ink.FIRST, Chart.Stroke.DOTS, points, List.of("here", "there"))),
            List.of(new Chart.Mark(points.get(1), "there")));
    Document svg = Xml.parse(Svg.file(chart.picture()));
    assertThat(Xml.text(svg, "title", 0)).isEqualTo("here 1.000 at seen 1");
    assertThat(chart.picture().shapes())
        .filteredOn(Picture.Label.class::isInstance)
        .extracting(label -> ((Picture.Label) label).text())
        .contains("there")
        .doesNotContain("here");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Chart.Series("", Ink.FIRST, Chart.Stroke.DOTS, points, List.of("one")))
        .withMessageContaining("one for each of 2 points");
  }

  @Test
  void sectionsAreReachedByLinks() throws Exception {
    Page page = new Page("t", "l", List.of(Section.of("one", "One"), Section.of("two", "Two")));
    Document html = Xml.parse(page.html());
    assertThat(Xml.text(html, "a", 1)).isEqualTo("Two");
    assertThat(page.html()).contains("href=\"#two\"", "<section id=\"two\">");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Section.of("Not an id", "t"))
        .withMessageContaining("'Not an id'");
  }

  private static Chart chart(double... values) {
    List<Picture.Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(new Picture.Point(i, values[i]));
    }
    return new Chart(
        "Loss",
        "update",
        Chart.Scale.LOGARITHMIC,
        List.of(new Chart.Series("training", Ink.FIRST, Chart.Stroke.DOTTED, points)));
  }

  @Test
  void aLogarithmicAxisGivesEqualRatiosEqualRoom() {
    List<Double> heights =
        chart(100, 10, 1).picture().shapes().stream()
            .filter(Picture.Dot.class::isInstance)
            .map(dot -> ((Picture.Dot) dot).y())
            .toList();
    assertThat(heights).hasSize(3);
    assertThat(heights.get(1) - heights.get(0))
        .isPositive()
        .isCloseTo(heights.get(2) - heights.get(1), within());
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-9);
  }

  @Test
  void everyShapeOfAChartLiesOnThePicture() {
    for (Chart chart :
        List.of(
            chart(3),
            chart(5, 5),
            chart(1e-8, 1e9),
            chart(Double.NaN, 2, Double.POSITIVE_INFINITY, 1),
            chart(0, -1),
            chart(),
            chart(new double[5000]))) {
      Picture picture = chart.picture();
      for (Picture.Shape shape : picture.shapes()) {
        if (shape instanceof Picture.Line line) {
          assertThat(line.points())
              .allMatch(point -> point.x() >= 0 && point.x() <= picture.width())
              .allMatch(point -> point.y() >= 0 && point.y() <= picture.height());
        }
      }
    }
  }

  @Test
  void longNamesAreCutAndThePictureStaysInBounds() {
    PlacedTokens longWord = tokens("x".repeat(300));
    Picture picture =
        AttentionPicture.of(new AttentionMap(longWord, longWord, new float[][] {{1}}));
    assertThat(picture.width()).isLessThan(300);
    assertThat(picture.shapes())
        .filteredOn(Picture.Label.class::isInstance)
        .anyMatch(label -> ((Picture.Label) label).text().endsWith("…"));
  }
}
