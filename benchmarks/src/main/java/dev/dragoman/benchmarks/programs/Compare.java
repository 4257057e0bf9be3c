package dev.dragoman.benchmarks.programs;

import dev.dragoman.config.Experiment;
import dev.dragoman.metrics.Bleu;
import dev.dragoman.metrics.BleuSettings;
import dev.dragoman.metrics.BleuTokenizer;
import dev.dragoman.model.Arithmetic;
import dev.dragoman.settings.Flags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchmarks/compare}: Dragoman and a peer in turn, with the machine's peak beside them. */
@Command(
    name = "benchmarks/compare",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description = {
      "Runs Dragoman and PyTorch in turn and prints medians (least-most), ratios and the machine's"
          + " own peak.",
      "Without --peers Dragoman runs alone.%n"
    })
public final class Compare implements Callable<Integer> {
  /** What the goals of training are a share of; the full count of the arithmetic is larger. */
  private static final double GOALS_TRAINING_OPERATIONS = 57e6;

  private static final Path MULTI30K = Path.of("experiments/multi30k-en-de.toml");
  private static final Path TUTORIAL = Path.of("experiments/pytorch-tutorial.toml");
  private static final String SENTENCE = "a man is riding a bike down the street .\n";
  private static final String RATE = "median (\\d+) tok/s";
  private static final String PEAK_MEMORY = "peak rss (\\d+) MB";
  private static final String DECODED = "sent/s, (\\d+) tok/s";
  private static final String INDEXED = "pairs made in ([0-9.]+) s";
  private static final String EPOCH = "(\\d+) target tokens/s";

  @Parameters(paramLabel = "WHAT", arity = "1..*", description = "Any of ${COMPLETION-CANDIDATES}.")
  private List<What> what;

  @Option(
      names = "--peers",
      paramLabel = "DIR",
      description = "Folder of the peers' scripts; env PEERS.")
  private Optional<Path> peers = Optional.ofNullable(System.getenv("PEERS")).map(Path::of);

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder that the peers' prepare.py wrote; env PEER_DATA.")
  private Optional<Path> data = Optional.ofNullable(System.getenv("PEER_DATA")).map(Path::of);

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Model that the peer trained (.pt), for decode and start; env PEER_MODEL.")
  private Optional<Path> model = Optional.ofNullable(System.getenv("PEER_MODEL")).map(Path::of);

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "The same, exported; where absent, it is exported from --model.")
  private Optional<Path> weights = Optional.empty();

  @Option(
      names = "--python",
      defaultValue = "/usr/bin/python3",
      description = "Runs the peers (default: ${DEFAULT-VALUE}).")
  private String python;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Turns of each side (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--threads",
      split = ",",
      defaultValue = "1,2",
      description = "Numbers of threads (default: ${DEFAULT-VALUE}).")
  private List<Integer> threads;

  @Option(
      names = "--warm",
      defaultValue = "30",
      description = "Updates before measuring (default: ${DEFAULT-VALUE}).")
  private int warm;

  @Option(
      names = "--steps",
      defaultValue = "100",
      description = "Updates to measure (default: ${DEFAULT-VALUE}).")
  private int steps;

  @Option(
      names = "--epochs",
      defaultValue = "4",
      description =
          "Epochs of the tutorial's job; the first does not count (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--beam",
      split = ",",
      defaultValue = "1,5",
      description = "Beams; 1 is greedy (default: ${DEFAULT-VALUE}).")
  private List<Integer> beams;

  @Option(
      names = "--batch",
      split = ",",
      defaultValue = "32,1",
      description = "Sentences translated together (default: ${DEFAULT-VALUE}).")
  private List<Integer> batches;

  @Option(
      names = "--n",
      defaultValue = "1000",
      description = "Sentences to translate (default: ${DEFAULT-VALUE}).")
  private int sentences;

  @Option(
      names = "--copies",
      defaultValue = "20",
      description = "Copies of the corpus for growth (default: ${DEFAULT-VALUE}).")
  private int copies;

  @Option(
      names = "--jvm",
      defaultValue = "",
      paramLabel = "OPTS",
      description = "Options of our JVM besides the launcher's, e.g. -Xmx1g.")
  private String jvm;

  @Option(
      names = "--write",
      paramLabel = "PAGE",
      description = "Write the rows into this page's tables: docs/performance.md.")
  private Optional<Path> page = Optional.empty();

  private final Machine machine = new Machine();

  /** Its options are set afterwards. */
  public Compare() {}

  /** Compares and prints. */
  public static void main(String[] arguments) {
    Program.run(new Compare(), arguments);
  }

  @Override
  public Integer call() throws IOException {
    for (What each : what) {
      Program.out().println(each.label() + ": " + String.join(" | ", each.header()));
      fill(each, new MarkedTable(each.label(), each.header()));
    }
    return 0;
  }

  private void fill(What each, MarkedTable table) throws IOException {
    switch (each) {
      case CEILING -> ceiling(table);
      case TRAIN -> train(table);
      case TUTORIAL -> tutorial(table);
      case DECODE -> decode(table);
      case START -> start(table);
      case MEMORY -> memory(table);
      case GROWTH -> growth(table);
    }
  }

  /** Shows a row and writes it at once, so that nothing is lost if the next one takes too long. */
  private void row(MarkedTable table, List<String> cells) throws IOException {
    table.add(cells);
    if (page.isPresent()) {
      table.writeInto(page.get());
    }
    Program.out().println("  " + String.join(" | ", cells));
  }

  private PreparedText text() {
    return new PreparedText(
        data.orElseThrow(() ->
            new IllegalArgumentException(
                "no text: give the folder that the peers' prepare.py wrote with --data DIR or"
                    + " PEER_DATA")));
  }

  private String dataFolder() {
    return text().folder().toString();
  }

  private Optional<Peer> peer() {
    return peers.map(folder -> Peer.in(folder, text().folder(), python));
  }

  private Ours ours() throws IOException {
    return Ours.asTheLauncherDoes(jvm);
  }

  private static String on(int count) {
    return count == 1 ? "1 thread" : count + " threads";
  }

  /** Both in turn, or Dragoman alone. */
  private Contest contest(
      String name, int threadCount, Contest.Side ours, Optional<Contest.Side> theirs)
      throws IOException {
    return theirs.isPresent()
        ? Contest.of(name, rounds, threadCount, machine, ours, theirs.get())
        : Contest.alone(name, rounds, threadCount, machine, ours);
  }

  private static Arithmetic arithmetic(Path experiment, PreparedText.Job job) throws IOException {
    return Arithmetic.of(
        Experiment.read(Optional.of(experiment), Flags.none()).model(), job.target().size());
  }

  private void ceiling(MarkedTable table) throws IOException {
    PreparedText.Job job = text().multi30k("train");
    Arithmetic arithmetic = arithmetic(MULTI30K, job);
    for (Arithmetic.Part part : arithmetic.parts()) {
      double forward = new Arithmetic(List.of(part)).greedyPerTargetToken(job.counts());
      String per = part.per().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      row(
          table,
          operations(
              part.name(), Program.format("%,d", part.multiplyAdds()), per, forward, 3 * forward));
    }
    row(
        table,
        operations(
            "all",
            "",
            "",
            arithmetic.greedyPerTargetToken(job.counts()),
            arithmetic.trainingPerTargetToken(job.counts())));
    row(
        table,
        operations(
            "all, beam 5", "", "", arithmetic.beamPerTargetToken(job.counts(), 5), Double.NaN));
  }

  private static List<String> operations(
      String name, String multiplyAdds, String per, double forward, double both) {
    return List.of(
        name,
        multiplyAdds,
        per,
        Program.format("%.2f", forward / 1e6),
        Double.isNaN(both) ? "" : Program.format("%.2f", both / 1e6));
  }

  private void train(MarkedTable table) throws IOException {
    PreparedText.Job job = text().multi30k("train");
    double operations = arithmetic(MULTI30K, job).trainingPerTargetToken(job.counts());
    for (int count : threads) {
      List<Double> memory = new ArrayList<>();
      List<Double> peersMemory = new ArrayList<>();
      Contest contest =
          contest(
              "training, " + on(count),
              count,
              () -> rateAndMemory(training(count, warm, steps, List.of()), memory),
              peer().map(peer -> () -> rateAndMemory(peer.bench(count, warm, steps), peersMemory)));
      String besides =
          Program.format(
              "%.0f %% of the peak at 57 MFLOP; peak memory %s",
              100 * contest.share(GOALS_TRAINING_OPERATIONS),
              megabytes(memory) + (peersMemory.isEmpty() ? "" : " and " + megabytes(peersMemory)));
      row(table, contest.cells(0, OptionalDouble.of(operations), besides));
    }
  }

  private static double rateAndMemory(Run run, List<Double> memory) {
    memory.add(run.number(PEAK_MEMORY));
    return run.number(RATE);
  }

  private static String megabytes(List<Double> values) {
    return Program.format("%.0f MB", Spread.of(values).median());
  }

  private Run training(int count, int before, int measured, List<String> more) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--data", dataFolder(), "--threads", Integer.toString(count)));
    arguments.addAll(List.of("--warm", Integer.toString(before)));
    arguments.addAll(List.of("--steps", Integer.toString(measured)));
    arguments.addAll(more);
    return ours().run(TrainingProgram.class, arguments.toArray(String[]::new));
  }

  private void tutorial(MarkedTable table) throws IOException {
    PreparedText.Job job = text().tutorial();
    double operations = arithmetic(TUTORIAL, job).trainingPerTargetToken(job.counts());
    for (int count : threads) {
      double[] wall = new double[1];
      Contest contest =
          contest(
              "tutorial, " + on(count),
              count,
              () -> {
                Run run =
                    ours()
                        .run(
                            TutorialProgram.class,
                            "--data",
                            dataFolder(),
                            "--threads",
                            Integer.toString(count),
                            "--epochs",
                            Integer.toString(epochs));
                wall[0] = run.seconds();
                return afterTheFirst(run);
              },
              peer().map(peer -> () -> afterTheFirst(peer.tutorial(count, epochs))));
      row(
          table,
          contest.cells(
              0,
              OptionalDouble.of(operations),
              Program.format("%d epochs, start to end of the process: %.1f s", epochs, wall[0])));
    }
  }

  /** The median of all epochs but the first. */
  private static double afterTheFirst(Run run) {
    List<Double> rates = run.numbers(EPOCH);
    return Spread.of(rates.size() > 1 ? rates.subList(1, rates.size()) : rates).median();
  }

  private Path peerModel() {
    return model.orElseThrow(() ->
        new IllegalArgumentException(
            "no model of the peer: train one (attention_peer_fused.py train --model FILE) and give"
                + " it with --model FILE"));
  }

  /** The peer's weights as a file that we read. */
  private Path exported(Path folder) throws IOException {
    if (weights.isPresent()) {
      return weights.get();
    }
    Path file = folder.resolve("weights.safetensors");
    if (!Files.exists(file)) {
      peer()
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "no weights: give --weights FILE, or --peers DIR and --model FILE"))
          .export(peerModel(), file);
    }
    return file;
  }

  private void decode(MarkedTable table) throws IOException {
    try (Scratch scratch = Scratch.create()) {
      decode(table, scratch.folder());
    }
  }

  private void decode(MarkedTable table, Path folder) throws IOException {
    PreparedText.Job job = text().multi30k("test_2016_flickr");
    Arithmetic arithmetic = arithmetic(MULTI30K, job);
    for (int beam : beams) {
      for (int batch : batches) {
        for (int count : threads) {
          DecodingJob each = new DecodingJob(count, beam, batch, sentences);
          Contest contest =
              contest(each.toString(), count, () -> decode(each, folder), peerDecode(each, folder));
          double operations = arithmetic.beamPerTargetToken(job.counts(), beam);
          row(table, contest.cells(0, OptionalDouble.of(operations), agreement(folder, job)));
        }
      }
    }
  }

  private double decode(DecodingJob job, Path folder) throws IOException {
    return ours()
        .run(
            DecodingProgram.class,
            "--data",
            dataFolder(),
            "--weights",
            exported(folder).toString(),
            "--threads",
            Integer.toString(job.threads()),
            "--beam",
            Integer.toString(job.beam()),
            "--batch",
            Integer.toString(job.batch()),
            "--n",
            Integer.toString(job.sentences()),
            "--out",
            folder.resolve("ours").toString())
        .number(DECODED);
  }

  private Optional<Contest.Side> peerDecode(DecodingJob job, Path folder) {
    return peer()
        .map(peer -> () -> peer.decode(peerModel(), job, folder.resolve("theirs")).number(DECODED));
  }

  /** How many translations are the same, and BLEU of both over the peer's tokens. */
  private String agreement(Path folder, PreparedText.Job job) throws IOException {
    List<String> ours = Files.readAllLines(folder.resolve("ours"));
    List<String> references =
        job.pairs().subList(0, ours.size()).stream()
            .map(pair -> String.join(" ", pair.target()))
            .toList();
    if (!Files.exists(folder.resolve("theirs"))) {
      return Program.format("BLEU %.2f", bleu(ours, references));
    }
    List<String> theirs = Files.readAllLines(folder.resolve("theirs"));
    int same = 0;
    for (int i = 0; i < ours.size(); i++) {
      same += ours.get(i).equals(theirs.get(i)) ? 1 : 0;
    }
    return Program.format(
        "the same %.1f %% of %,d; BLEU %.2f and %.2f",
        100.0 * same / ours.size(), ours.size(), bleu(ours, references), bleu(theirs, references));
  }

  private static double bleu(List<String> hypotheses, List<String> references) {
    return new Bleu(BleuSettings.defaults().withTokenizer(BleuTokenizer.NONE))
        .corpus(hypotheses, List.of(references))
        .score();
  }

  private void start(MarkedTable table) throws IOException {
    try (Scratch scratch = Scratch.create()) {
      start(table, scratch.folder());
    }
  }

  private void start(MarkedTable table, Path folder) throws IOException {
    Path saved = folder.resolve("model");
    PeerModel.read(exported(folder), text().multi30k("test_2016_flickr"), MULTI30K).save(saved);
    ours()
        .launcher(
            SENTENCE,
            "translate",
            "--model",
            saved.toString()); // builds what is stale, fills the disk's cache
    DecodingJob one = new DecodingJob(2, 5, 1, 1);
    Contest contest =
        contest(
            "one sentence, cold, beam 5",
            1,
            () -> ours().launcher(SENTENCE, "translate", "--model", saved.toString()).seconds(),
            peer()
                .filter(known -> model.isPresent())
                .map(peer ->
                    () -> peer.decode(peerModel(), one, folder.resolve("theirs")).seconds()));
    row(
        table,
        contest.cells(
            2, OptionalDouble.empty(), "the peer's process translates the sentence twice"));
  }

  /** What our training says besides. */
  private static String more(Run run) {
    return run.output()
        .lines()
        .filter(line -> line.startsWith("first update"))
        .findFirst()
        .orElse("");
  }

  private void memory(MarkedTable table) throws IOException {
    for (int count : threads) {
      String[] more = {""};
      Contest contest =
          contest(
              "training, " + on(count),
              count,
              () -> {
                Run run = training(count, warm, steps, List.of());
                more[0] = more(run);
                return run.number(PEAK_MEMORY);
              },
              peer().map(peer -> () -> peer.bench(count, warm, steps).number(PEAK_MEMORY)));
      row(table, contest.cells(0, OptionalDouble.empty(), more[0]));
    }
  }

  private void growth(MarkedTable table) throws IOException {
    try (Scratch scratch = Scratch.create()) {
      PreparedText.Job job = text().multi30k("train");
      List<String> one = indexed(job, 1, scratch.folder());
      List<String> many = indexed(job, copies, scratch.folder());
      String size =
          Program.format(
              "%,d pairs, %,d MB of text",
              (long) copies * job.pairs().size(), Files.size(Path.of(many.get(1))) >> 20);
      String made = Program.format("indexed in %.1f s", training(1, 0, 1, many).number(INDEXED));
      training(1, 0, 1, one);
      for (int count : threads) {
        growth(table, count, one, many, size + "; " + made);
      }
    }
  }

  /** The options for training on an index of so many copies; the corpus is written. */
  private static List<String> indexed(PreparedText.Job job, int times, Path folder)
      throws IOException {
    Path tsv = folder.resolve(times + ".tsv");
    job.write(tsv, times);
    return List.of("--tsv", tsv.toString(), "--index", folder.resolve(times + ".index").toString());
  }

  private void growth(
      MarkedTable table, int count, List<String> one, List<String> many, String size)
      throws IOException {
    String[] more = {""};
    Contest contest =
        Contest.of(
            copies + " copies, " + on(count) + (jvm.isBlank() ? "" : ", " + jvm.strip()),
            rounds,
            count,
            machine,
            () -> {
              Run run = training(count, warm, steps, many);
              more[0] = more(run);
              return run.number(RATE);
            },
            () -> training(count, warm, steps, one).number(RATE));
    row(table, contest.cells(0, OptionalDouble.empty(), size + "; " + more[0]));
  }
}
