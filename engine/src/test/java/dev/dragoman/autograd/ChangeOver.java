package dev.dragoman.autograd;

import dev.dragoman.tensor.Backend;
import dev.dragoman.tensor.Packed;
import dev.dragoman.tensor.Products;
import dev.dragoman.tensor.Tensor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Multiplies in a JVM of its own that was asked to begin with plain loops, until it computes with
 * vectors. What was packed for plain loops stays usable, and is packed anew for vectors.
 */
final class ChangeOver {
  private static final int ROWS = 32;
  private static final int INNER = 600;
  private static final int COLUMNS = 517;

  private static final long LIMIT_NANOS = 120_000_000_000L;

  private ChangeOver() {}

  /** What a JVM of its own says: the kernels at both ends, and whether they agree. */
  static String inAJvmOfItsOwn() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of(
            "-Ddragoman.kernels=scalar-first",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            ChangeOver.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  public static void main(String[] arguments) {
    SplittableRandom random = new SplittableRandom(1);
    Tensor left = uniform(random, ROWS, INNER);
    Parameter weight = new Parameter("weight", uniform(random, COLUMNS, INNER));
    Packs packs = new Packs();
    Packed plain = packs.transpose(weight, weight.value());
    Tensor expected = product(left, plain);
    String before = word(Backend.name());
    boolean same = packs.transpose(weight, weight.value()).equals(plain);
    long end = System.nanoTime() + LIMIT_NANOS;
    while (plain.isCurrent() && System.nanoTime() < end) {
      same &= agree(expected, product(left, packs.transpose(weight, weight.value())));
    }
    Packed packed = packs.transpose(weight, weight.value());
    same &= agree(expected, product(left, plain)) && agree(expected, product(left, packed));
    String after = word(Backend.name()) + (packed.isCurrent() ? "" : " but packed for others");
    System.out.println(before + ", " + after + ", " + (same ? "same bits" : "other bits"));
  }

  private static Tensor product(Tensor left, Packed right) {
    Tensor out = Tensor.zeros(ROWS, COLUMNS);
    Products.multiplyInto(left, right, out);
    return out;
  }

  private static boolean agree(Tensor expected, Tensor got) {
    return Arrays.equals(expected.data(), got.data());
  }

  private static String word(String name) {
    return name.startsWith("vector") ? "vector" : name;
  }

  private static Tensor uniform(SplittableRandom random, int rows, int columns) {
    Tensor tensor = Tensor.zeros(rows, columns);
    for (int i = 0; i < tensor.size(); i++) {
      tensor.data()[i] = (float) random.nextDouble(-1, 1);
    }
    return tensor;
  }
}
