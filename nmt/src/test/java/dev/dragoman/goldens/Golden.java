package dev.dragoman.goldens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.tensor.Ids;
import dev.dragoman.tensor.Shape;
import dev.dragoman.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads the golden files: values computed by PyTorch 1.13 in float32 with the script make_goldens.py, seed 20261123. The system property
 * {@code dragoman.goldens} names another folder of files of the same form.
 */
public final class Golden {
  /** What the goldens are held to, relative to the largest value of each array. */
  public static final double TOLERANCE = 1e-5;

  private Golden() {}

  /** A golden file. */
  public static JsonNode read(String name) {
    String folder = System.getProperty("dragoman.goldens", "");
    try (InputStream in =
        folder.isEmpty()
            ? Golden.class.getResourceAsStream("/goldens/" + name + ".json")
            : Files.newInputStream(Path.of(folder, name + ".json"))) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
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

  /** Compares element by element, relative to the largest expected magnitude (at least 1e-3); names the worst element. */
  public static void assertClose(String name, Tensor got, JsonNode expected) {
    assertClose(name, got, expected, 1e-3);
  }

  /**
   * As above, for weights after several Adam updates: relative to the largest magnitude or 1. Adam divides by the gradient's own size, so
   * rounding noise in an element whose gradient is nearly zero becomes a visible move; PyTorch's float32 weights in the {@code seq2seq}
   * golden themselves lie 2.1e-5 of the largest magnitude away from the same computation in double precision.
   */
  public static void assertCloseAfterUpdates(String name, Tensor got, JsonNode expected) {
    assertClose(name, got, expected, 1);
  }

  private static void assertClose(String name, Tensor got, JsonNode expected, double leastScale) {
    Tensor want = tensor(expected);
    assertThat(got.size()).as(name + ": size").isEqualTo(want.size());
    float[] a = got.toArray();
    float[] b = want.toArray();
    double scale = leastScale;
    for (float value : b) {
      scale = Math.max(scale, Math.abs(value));
    }
    int worst = 0;
    for (int i = 1; i < a.length; i++) {
      if (!(Math.abs(a[i] - b[i]) <= Math.abs(a[worst] - b[worst]))) {
        worst = i;
      }
    }
    if (a.length > 0) {
      assertThat(Math.abs(a[worst] - b[worst]) / scale)
          .as("%s[%d]: expected %s, got %s", name, worst, b[worst], a[worst])
          .isLessThanOrEqualTo(TOLERANCE);
    }
  }
}
