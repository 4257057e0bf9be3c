package dev.dragoman.cli;

import dev.dragoman.inspect.Similarity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dragoman embeddings similarity}: how near two words are. */
@Command(
    name = "similarity",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    header = "Says how near two words of one table are.",
    synopsisHeading = "%nUsage: ",
    customSynopsis = "dragoman embeddings similarity A B --model DIR [OPTIONS]")
final class SimilarityCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "A", description = "The one word.")
  private String first;

  @Parameters(index = "1", paramLabel = "B", description = "The other.")
  private String second;

  @Mixin private final TableOptions tables = new TableOptions();

  @Option(
      names = "--json",
      order = 20,
      description = "Write a JSON object: cosine, euclid, dot, ranks.")
  private boolean json;

  SimilarityCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    TableOptions.Asked asked = tables.open(surroundings, List.of(first, second));
    Similarity found = asked.table().similarity(asked.words().get(0), asked.words().get(1));
    surroundings.console().out().print(json ? json(found) : plain(found, asked.table().name()));
    if (!json && !found.first().equals(found.second())) {
      Output out = surroundings.console().out();
      Columns.wrapped(ranks(found), out.terminal().width()).forEach(out::line);
    }
    return ExitCode.DONE;
  }

  private static String ranks(Similarity found) {
    return String.format(
        Locale.ROOT,
        "'%s' is neighbour %,d of '%s', which is its neighbour %,d, of %,d (cosine)",
        found.second(),
        found.rankOfSecond(),
        found.first(),
        found.rankOfFirst(),
        found.neighbours());
  }

  private static String plain(Similarity found, String table) {
    return String.format(
        Locale.ROOT,
        "%s and %s    (%s)\ncosine    %8.4f\ndistance  %8.4f\ndot       %8.4f\n",
        found.first(),
        found.second(),
        table,
        found.cosine(),
        found.distance(),
        found.dot());
  }

  private static String json(Similarity found) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("first", found.first());
    object.put("second", found.second());
    object.put("cosine", found.cosine());
    object.put("euclid", found.distance());
    object.put("dot", found.dot());
    object.put("rankOfSecond", found.rankOfSecond());
    object.put("rankOfFirst", found.rankOfFirst());
    object.put("neighbours", found.neighbours());
    return Json.text(object);
  }
}
