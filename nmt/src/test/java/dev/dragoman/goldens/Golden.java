package dev.dragoman.goldens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.autograd.Parameter;
import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads the golden files: values computed by PyTorch 1.13 in float32 with the script
 * make_goldens.py, seed 20261123. The system property {@code dragoman.goldens} names another folder
 * of files of the same form.
 */
public final class Golden {
  /** What the goldens are held to, relative to the largest value of each array. */
  public static final double TOLERANCE = 1e-5;

  /** Arrays whose largest value is below this are compared as if it were this. */
  private static final double LEAST_SCALE = 1e-3;

  private Golden() {}

  /** A golden file. */
  public static JsonNode read(String name) {
    String folder = System.getProperty("dragoman.goldens", "");
    try (InputStream in =
        folder.isEmpty()
            ? Golden.class.getResourceAsStream("/goldens/" + name + ".json")
            : Files.newInputStream(inFolder(folder, name + ".json"))) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A relative folder is one of the project's root: tests run in the folder of their module. */
  private static Path inFolder(String folder, String file) {
    Path root = Path.of(System.getProperty("basedir", ""), "..");
    Path path = root.resolve(folder).resolve(file).normalize();
    if (!Files.isRegularFile(path)) {
      throw new IllegalStateException(
          "golden file %s is missing: dragoman.goldens names a folder of files from make_goldens.py"
              .formatted(path));
    }
    return path;
  }

  /** The cases of a golden file, by name. */
  static Stream<Named<JsonNode>> cases(String file) {
    return read(file).get("cases").valueStream().map(golden -> Named.of(nameOf(golden), golden));
  }

  private static String nameOf(JsonNode golden) {
    return golden.has("name")
        ? golden.get("name").stringValue()
        : "label smoothing " + golden.get("label_smoothing");
  }

  /** Overwrites a parameter with an array of the same size. */
  static void fill(Parameter parameter, JsonNode array) {
    Tensor given = tensor(array);
    assertThat(given.size()).as(parameter.name()).isEqualTo(parameter.value().size());
    parameter.value().copyFrom(given.reshape(parameter.value().shape().axes()));
    parameter.changed();
  }

  /** The shape of an array. */
  public static Shape shape(JsonNode array) {
    JsonNode axes = array.get("shape");
    int[] extents = new int[axes.size()];
    for (int i = 0; i < extents.length; i++) {
      extents[i] = axes.get(i).intValue();
    }
    return Shape.of(extents);
  }

  /** An array of floats. */
  public static Tensor tensor(JsonNode array) {
    JsonNode values = array.get("values");
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values.get(i).doubleValue();
    }
    return Tensor.of(shape(array), floats);
  }

  /** An array of integers. */
  public static Ids ids(JsonNode array) {
    JsonNode values = array.get("values");
    int[] ids = new int[values.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = values.get(i).intValue();
    }
    return new Ids(ids, shape(array));
  }

  /**
   * Compares element by element, relative to the largest expected magnitude (at least 1e-3); names
   * the element that is furthest off.
   */
  public static void assertClose(String name, Tensor got, JsonNode expected) {
    assertClose(name, got, tensor(expected), new double[got.size()]);
  }

  /** As above, against one entry of the expected array's first axis. */
  static void assertClose(String name, Tensor got, JsonNode expected, int entry) {
    assertClose(name, got, tensor(expected).select(entry), new double[got.size()]);
  }

  /** As above, with an allowance added to the bound of each element. */
  static void assertClose(String name, Tensor got, JsonNode expected, double[] allowance) {
    assertClose(name, got, tensor(expected), allowance);
  }

  private static void assertClose(String name, Tensor got, Tensor want, double[] allowance) {
    assertThat(got.size()).as(name + ": size").isEqualTo(want.size());
    float[] a = got.toArray();
    float[] b = want.toArray();
    double bound = TOLERANCE * scale(b);
    int worst = 0;
    double worstShare = 0;
    for (int i = 0; i < a.length; i++) {
      double share = Math.abs((double) a[i] - b[i]) / (bound + allowance[i]);
      if (!(share <= worstShare)) {
        worst = i;
        worstShare = share;
      }
    }
    assertThat(worstShare)
        .as(
            "%s[%d]: expected %s, got %s; its share of the allowed difference",
            name, worst, b[worst], a[worst])
        .isLessThanOrEqualTo(1);
  }

  private static double scale(float[] expected) {
    double scale = LEAST_SCALE;
    for (float value : expected) {
      scale = Math.max(scale, Math.abs(value));
    }
    return scale;
  }
}
