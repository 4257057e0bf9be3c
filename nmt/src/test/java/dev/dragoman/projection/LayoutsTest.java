package dev.dragoman.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.tensor.Tensor;
import dev.dragoman.tensor.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Layouts of all methods. */
class LayoutsTest {
  private static final int CLOUDS = 30;

  private static Layout layout(ProjectionMethod method, Tensor rows, long seed, int threads) {
    try (Workers workers = new Workers(threads)) {
      return new Projector(method, seed, workers, ProjectionListener.none())
          .project(List.of(rows))
          .layouts()
          .getFirst();
    }
  }

  private static double trust(Tensor rows, Layout layout) {
    try (Workers workers = new Workers(1)) {
      return Trustworthiness.of(rows, layout, 8, workers, ProjectionListener.none()).orElseThrow();
    }
  }

  /** Thirty clouds that lie about at right angles to one another: no plane can show them all. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "PCA")
  void cloudsStayApartAndNeighboursNearWhereAPlaneMustFail(ProjectionMethod method) {
    Tensor rows = Directions.of(Clouds.of(600, 40, CLOUDS, 0.45, 8));
    Layout plane = layout(ProjectionMethod.PCA, rows, 1, 1);
    Layout layout = layout(method, rows, 1, 1);
    assertThat(Clouds.together(plane, CLOUDS)).isLessThan(0.7);
    assertThat(Clouds.together(layout, CLOUDS)).isGreaterThan(0.99);
    assertThat(trust(rows, layout)).isGreaterThan(0.93).isGreaterThan(trust(rows, plane) + 0.05);
  }

  @Test
  void aLayoutIsLaidOverAnotherOfAsManyPointsOnly() {
    Layout three = new Layout(new double[] {0, 1, 0}, new double[] {0, 0, 2});
    Layout mirrored = new Layout(new double[] {5, 3, 5}, new double[] {5, 5, 9});
    Layout laid = mirrored.turnedOver(three);
    assertThat(laid.x()).containsExactly(three.x(), within(1e-12));
    assertThat(laid.y()).containsExactly(three.y(), within(1e-12));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> three.turnedOver(new Layout(new double[2], new double[2])))
        .withMessage("layout: expected 2 points, got 3");
  }

  @Test
  void trustworthinessIsOneForTheRowsThemselvesAndAHalfByLot() {
    Tensor rows = Clouds.of(400, 2, 400, 1, 3);
    double[] x = new double[400];
    double[] y = new double[400];
    SplittableRandom random = new SplittableRandom(9);
    double[] lotX = random.doubles(400).toArray();
    double[] lotY = random.doubles(400).toArray();
    for (int i = 0; i < 400; i++) {
      x[i] = rows.get(i, 0);
      y[i] = rows.get(i, 1);
    }
    assertThat(trust(rows, new Layout(x, y))).isEqualTo(1);
    assertThat(trust(rows, new Layout(lotX, lotY))).isCloseTo(0.5, within(0.03));
  }

  @ParameterizedTest
  @EnumSource
  void oneSeedGivesTheSameBytesForOneThreadAndTwo(ProjectionMethod method) {
    Tensor rows = Clouds.of(560, 19, 5, 0.7, 4);
    Layout one = layout(method, rows, 3, 1);
    assertThat(layout(method, rows, 3, 2)).isEqualTo(one);
    if (method != ProjectionMethod.PCA) {
      assertThat(layout(method, rows, 4, 1)).isNotEqualTo(one);
    }
  }

  @ParameterizedTest
  @EnumSource
  void fewRowsEqualRowsAndRowsOfZerosHavePlacesToo(ProjectionMethod method) {
    float[] row = {1, 2, 3};
    List<float[]> rows = new ArrayList<>();
    for (int n = 1; n <= 7; n++) {
      rows.add(row);
      Layout layout = layout(method, Clouds.rows(rows.toArray(float[][]::new)), 1, 1);
      assertThat(layout.size()).isEqualTo(n);
    }
    assertThat(layout(method, Clouds.rows(row, new float[3]), 1, 1).size()).isEqualTo(2);
    assertThat(layout(method, Tensor.zeros(80, 3), 1, 1).size()).isEqualTo(80);
    Tensor twice = Clouds.of(90, 6, 45, 0, 2);
    Layout layout = layout(method, twice, 1, 1);
    double apart = 0;
    double spread = 0;
    for (int i = 0; i < 45; i++) {
      apart += Math.hypot(layout.x()[i] - layout.x()[i + 45], layout.y()[i] - layout.y()[i + 45]);
      spread += Math.hypot(layout.x()[i] - layout.centre()[0], layout.y()[i] - layout.centre()[1]);
    }
    assertThat(apart).as("way between twins").isLessThan(0.3 * spread);
  }

  @ParameterizedTest
  @EnumSource
  void rowsThatHoldNoNumbersAreRefusedByTheirNumber(ProjectionMethod method) {
    Tensor rows = Clouds.rows(new float[] {1, 2}, new float[] {3, Float.NaN}, new float[] {1, 1});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> layout(method, rows, 1, 1))
        .withMessageContaining("row 1: expected finite numbers, got NaN");
  }

  @ParameterizedTest
  @EnumSource
  void momentsCanBeCompared(ProjectionMethod method) {
    Tensor last = Clouds.of(300, 16, 6, 0.3, 5);
    Tensor before = last.copy();
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < before.size(); i++) {
      before.data()[i] += (float) (0.05 * random.nextGaussian());
    }
    try (Workers workers = new Workers(2)) {
      List<Layout> layouts =
          new Projector(method, 1, workers, ProjectionListener.none())
              .project(List.of(before, last))
              .layouts();
      double moved = 0;
      double spread = 0;
      for (int i = 0; i < 300; i++) {
        Layout a = layouts.get(0);
        Layout b = layouts.get(1);
        moved += Math.hypot(a.x()[i] - b.x()[i], a.y()[i] - b.y()[i]) / 300;
        spread += Math.hypot(b.x()[i], b.y()[i]) / 300;
      }
      assertThat(moved).isPositive().isLessThan(0.2 * spread);
      assertThat(layouts.get(1)).isEqualTo(layout(method, last, 1, 1));
    }
  }

  @Test
  void momentsOfDifferentShapesAreRefused() {
    try (Workers workers = new Workers(1)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() ->
              new Projector(ProjectionMethod.PCA, 1, workers, ProjectionListener.none())
                  .project(List.of(Tensor.zeros(3, 2), Tensor.zeros(4, 2))))
          .withMessage("moments: expected [4, 2] in all, got [3, 2]");
    }
  }

  @ParameterizedTest
  @CsvSource({"5", "12", "29"})
  void affinitiesHaveThePerplexityThatIsAskedFor(double perplexity) {
    Tensor rows = Clouds.of(200, 9, 3, 0.4, 7);
    try (Workers workers = new Workers(1)) {
      NearestNeighbours near = NearestNeighbours.of(rows, 90, workers, ProjectionListener.none());
      double[] given = Perplexity.conditional(near, perplexity, workers);
      for (int row = 0; row < 200; row++) {
        double sum = 0;
        double entropy = 0;
        for (int i = row * 90; i < (row + 1) * 90; i++) {
          sum += given[i];
          entropy -= given[i] > 0 ? given[i] * Math.log(given[i]) : 0;
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(Math.exp(entropy)).isCloseTo(perplexity, within(1e-4));
      }
      SparseRows joint = Perplexity.affinities(near, perplexity, workers);
      assertThat(java.util.Arrays.stream(joint.values()).sum()).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void membershipsAddUpToTheLogarithmOfTheirNumberAndTheNearestIsSure() {
    Tensor rows = Clouds.of(200, 9, 3, 0.4, 7);
    try (Workers workers = new Workers(1)) {
      NearestNeighbours near = NearestNeighbours.of(rows, 16, workers, ProjectionListener.none());
      double[] memberships = FuzzyGraph.memberships(near);
      for (int row = 0; row < 200; row++) {
        double sum = 0;
        for (int i = 0; i < 16; i++) {
          sum += memberships[row * 16 + i];
        }
        assertThat(sum).isCloseTo(4, within(1e-6));
        assertThat(memberships[row * 16]).isEqualTo(1);
      }
      SparseRows graph = FuzzyGraph.of(near);
      for (int row = 0; row < 200; row++) {
        for (int at = graph.begin()[row]; at < graph.begin()[row + 1]; at++) {
          assertThat(at(graph, graph.columns()[at], row)).isEqualTo(graph.values()[at]);
          assertThat(graph.values()[at]).isBetween(0.0, 1.0);
        }
      }
    }
  }

  private static double at(SparseRows rows, int row, int column) {
    for (int at = rows.begin()[row]; at < rows.begin()[row + 1]; at++) {
      if (rows.columns()[at] == column) {
        return rows.values()[at];
      }
    }
    return 0;
  }

  /** The values that the paper's own program gives for its usual distance are about these. */
  @Test
  void theMembershipCurveOfTheUsualDistanceIsTheKnownOne() {
    MembershipCurve curve = MembershipCurve.of(0.1);
    assertThat(curve.a()).isCloseTo(1.577, within(0.005));
    assertThat(curve.b()).isCloseTo(0.895, within(0.005));
  }

  @Test
  void aLayoutThatWasTurnedMirroredEnlargedAndMovedIsLaidBack() {
    Layout onto = new Layout(new double[] {0, 3, 1, -2}, new double[] {1, 0, 4, -1});
    double[] x = new double[4];
    double[] y = new double[4];
    for (int i = 0; i < 4; i++) {
      double mirrored = -onto.y()[i];
      x[i] = 7 + 3 * Math.cos(2) * onto.x()[i] - 3 * Math.sin(2) * mirrored;
      y[i] = -3 + 3 * Math.sin(2) * onto.x()[i] + 3 * Math.cos(2) * mirrored;
    }
    Layout back = Procrustes.aligned(new Layout(x, y), onto);
    for (int i = 0; i < 4; i++) {
      assertThat(back.x()[i]).isCloseTo(onto.x()[i], within(1e-9));
      assertThat(back.y()[i]).isCloseTo(onto.y()[i], within(1e-9));
    }
  }

  @Test
  void progressEndsWhereTheWorkDoes() {
    List<String> heard = new ArrayList<>();
    try (Workers workers = new Workers(2)) {
      new Projector(
              ProjectionMethod.TSNE,
              1,
              workers,
              (work, done, all) -> {
                if (done == all) {
                  heard.add(work);
                }
              })
          .project(List.of(Clouds.of(40, 3, 2, 1, 1), Clouds.of(40, 3, 2, 1, 2)));
    }
    assertThat(heard)
        .containsExactly(
            "snapshot 1 of 2: neighbours",
            "snapshot 1 of 2: t-SNE",
            "snapshot 2 of 2: neighbours",
            "snapshot 2 of 2: t-SNE");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TSneSettings(0.5, 0.5, 1, 1, 1))
        .withMessage("perplexity: expected at least 1, got 0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TSneSettings(5, 0.9, 1, 1, 1))
        .withMessage("theta: expected 0 to 0.7, got 0.9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UmapSettings(1, 0.1, 1, 1, 1))
        .withMessage("neighbours: expected at least 2, got 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UmapSettings(5, Double.NaN, 1, 1, 1))
        .withMessageContaining("min distance");
  }
}
