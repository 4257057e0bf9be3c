package dev.dragoman.benchmarks.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PyTorch's scripts, wherever they lie.
 *
 * @param scripts folder with {@code attention_peer_fused.py} in it
 * @param data folder that {@code prepare.py} wrote
 * @param python what runs them
 */
record Peer(Path scripts, Path data, String python) {
  private static final String FUSED = "attention_peer_fused.py";
  private static final String TUTORIAL = "tutorial_peer.py";

  /** The peer in a folder, which holds the scripts itself or in a folder named pytorch. */
  static Peer in(Path folder, Path data, String python) {
    for (Path scripts : List.of(folder, folder.resolve("pytorch"))) {
      if (Files.isReadable(scripts.resolve(FUSED))) {
        return new Peer(scripts, data, python);
      }
    }
    throw new IllegalArgumentException(
        folder
            + ": no "
            + FUSED
            + " in it nor in "
            + folder.resolve("pytorch")
            + "; give the peers' folder, or leave --peers out");
  }

  Run bench(int threads, int warm, int steps) throws IOException {
    return fused(threads, "bench", "--warm", number(warm), "--steps", number(steps));
  }

  Run decode(Path model, DecodingJob job, Path out) throws IOException {
    return fused(
        job.threads(),
        "decode",
        "--model",
        model.toString(),
        "--beam",
        number(job.beam()),
        "--batch",
        number(job.batch()),
        "--n",
        number(job.sentences()),
        "--out",
        out.toString());
  }

  void export(Path model, Path weights) throws IOException {
    fused(1, "export", "--model", model.toString(), "--out", weights.toString());
  }

  Run tutorial(int threads, int epochs) throws IOException {
    return script(threads, TUTORIAL, data.toString(), number(epochs), number(threads));
  }

  private Run fused(int threads, String command, String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of(command, "--threads", number(threads)));
    all.addAll(List.of(options));
    return script(threads, FUSED, all.toArray(String[]::new));
  }

  private Run script(int threads, String name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(python, scripts.resolve(name).toString()));
    command.addAll(List.of(arguments));
    return Run.of(command, environment(threads), "");
  }

  private Map<String, String> environment(int threads) throws IOException {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PEER_DATA", data.toString());
    environment.put("OMP_NUM_THREADS", number(threads));
    if (System.getenv("LD_LIBRARY_PATH") == null) {
      openBlas().ifPresent(folder -> environment.put("LD_LIBRARY_PATH", folder.toString()));
    }
    return environment;
  }

  /** Debian's OpenBLAS with OpenMP: with the other one two threads are slower than one. */
  private static Optional<Path> openBlas() throws IOException {
    Path libraries = Path.of("/usr/lib");
    if (!Files.isDirectory(libraries)) {
      return Optional.empty();
    }
    try (Stream<Path> found = Files.list(libraries)) {
      return found
          .map(each -> each.resolve("openblas-openmp"))
          .filter(each -> Files.exists(each.resolve("libopenblas.so.0")))
          .findFirst();
    }
  }

  private static String number(int value) {
    return Integer.toString(value);
  }
}
