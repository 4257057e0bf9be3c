package dev.dragoman.inspect;

import dev.dragoman.grammar.BuiltInCorpus;
import dev.dragoman.grammar.Language;
import dev.dragoman.grammar.WordClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The words of a map in a few groups, which get colours.
 *
 * @param title what tells them apart: "times seen"
 * @param kind whether the groups stand in an order
 * @param names one for each group, in order
 * @param of the group of each word of the map
 * @param details what is said of each word besides, perhaps nothing
 */
public record WordGroups(
    String title, Kind kind, List<String> names, List<Integer> of, List<String> details) {
  private static final int FREQUENCIES = 6;
  private static final int STEPS = 5;
  private static final List<Part> PARTS = List.of(Part.values());

  /** Whether groups stand in an order. */
  public enum Kind {
    /** From little to much. */
    ORDERED,
    /** Different in kind; the last ones are the rest. */
    DIFFERENT
  }

  /** Copies the lists and checks that each word has a group. */
  public WordGroups {
    names = List.copyOf(names);
    of = List.copyOf(of);
    details = List.copyOf(details);
    int groups = names.size();
    if (of.stream().anyMatch(group -> group < 0 || group >= groups)
        || details.size() != of.size()) {
      throw new IllegalArgumentException(
          "groups: expected 0 to " + (groups - 1) + " and a detail for each of " + of.size());
    }
  }

  /** Whether it is known how often the words of a map occurred. */
  public static boolean knowsFrequency(WordMap map) {
    return map.words().stream().allMatch(word -> word.seen().isPresent());
  }

  /**
   * By how often a word occurred, at 1, 3, 10, 30, 100 and so on; where nobody knows, by its place
   * in the table, the last ones first, since files begin with frequent words.
   */
  public static WordGroups byFrequency(WordMap map) {
    return knowsFrequency(map) ? byTimesSeen(map) : byPlace(map);
  }

  private static WordGroups byTimesSeen(WordMap map) {
    List<Integer> steps =
        map.words().stream().map(word -> step(word.seen().orElseThrow())).toList();
    int least = Collections.min(steps);
    int most = Collections.max(steps);
    int last = Math.min(most, least + FREQUENCIES - 1);
    List<String> names = new ArrayList<>();
    for (int step = least; step <= last; step++) {
      names.add(
          step == last && most > last
              ? String.format(Locale.ROOT, "%,d and more", begin(step))
              : range(begin(step), begin(step + 1) - 1));
    }
    return new WordGroups(
        "times seen in training",
        Kind.ORDERED,
        names,
        steps.stream().map(step -> Math.min(step, last) - least).toList(),
        nothing(map));
  }

  private static WordGroups byPlace(WordMap map) {
    List<Integer> steps = map.words().stream().map(word -> step(word.id() + 1L)).toList();
    int most = Collections.max(steps);
    int first = Math.max(Collections.min(steps), most - FREQUENCIES + 1);
    List<String> names = new ArrayList<>();
    for (int step = most; step >= first; step--) {
      names.add(range(step == first ? 1 : begin(step), begin(step + 1) - 1));
    }
    return new WordGroups(
        "place in the file",
        Kind.ORDERED,
        names,
        steps.stream().map(step -> most - Math.max(step, first)).toList(),
        nothing(map));
  }

  private static String range(long from, long to) {
    return String.format(Locale.ROOT, "%,d to %,d", from, to);
  }

  private static int step(long number) {
    int step = 0;
    while (step < 36 && begin(step + 1) <= number) {
      step++;
    }
    return step;
  }

  /** 1, 3, 10, 30, 100 … */
  private static long begin(int step) {
    return (step % 2 == 0 ? 1L : 3L) * (long) Math.pow(10, Math.min(18, step / 2));
  }

  /** By how far each row [V] is from where it began, in steps of one length. */
  public static WordGroups byMovement(WordMap map, float[] movement) {
    double most = 0;
    double least = Double.POSITIVE_INFINITY;
    boolean still = false;
    for (WordMap.Word word : map.words()) {
      double moved = movement[word.id()];
      still |= moved == 0;
      most = Math.max(most, moved);
      least = moved > 0 ? Math.min(least, moved) : least;
    }
    List<String> names = new ArrayList<>();
    if (still) {
      names.add("never moved");
    }
    double from = Math.min(least, most);
    double step = (most - from) / STEPS;
    for (int i = 0; i < STEPS && most > 0; i++) {
      names.add(String.format(Locale.ROOT, "%.2f to %.2f", from + i * step, from + (i + 1) * step));
    }
    int first = still ? 1 : 0;
    List<Integer> of = new ArrayList<>();
    List<String> details = new ArrayList<>();
    for (WordMap.Word word : map.words()) {
      double moved = movement[word.id()];
      int above = step > 0 ? Math.clamp((long) ((moved - from) / step), 0, STEPS - 1) : 0;
      of.add(moved == 0 ? 0 : first + above);
      details.add(moved == 0 ? "never moved" : String.format(Locale.ROOT, "moved %.2f", moved));
    }
    return new WordGroups("distance from the start", Kind.ORDERED, names, of, details);
  }

  /** By what the built-in grammar knows of them. */
  public static WordGroups byPart(WordMap map, BuiltInCorpus grammar, Language language) {
    List<Integer> of = new ArrayList<>();
    List<String> details = new ArrayList<>();
    for (WordMap.Word word : map.words()) {
      Optional<WordClass> known = grammar.wordClass(language, word.token());
      of.add(PARTS.indexOf(known.map(Part::of).orElse(Part.UNKNOWN)));
      details.add(known.map(WordGroups::described).orElse(""));
    }
    List<String> names = new ArrayList<>();
    boolean unknown = of.contains(PARTS.indexOf(Part.UNKNOWN));
    for (Part part : PARTS) {
      if (part != Part.UNKNOWN || unknown) {
        names.add(part.words);
      }
    }
    return new WordGroups("kind of word", Kind.DIFFERENT, names, of, details);
  }

  private static String described(WordClass known) {
    String part = known.partOfSpeech().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return part.equals(known.label()) ? part : part + " (" + known.label() + ")";
  }

  private static List<String> nothing(WordMap map) {
    return map.words().stream().map(word -> "").toList();
  }

  /** What a map says of a word besides its name. */
  public static String seen(OptionalLong times) {
    return times.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "seen %,d %s",
            times.getAsLong(),
            times.getAsLong() == 1 ? "time" : "times");
  }

  /** What a map tells apart by colour. */
  private enum Part {
    PEOPLE("person"),
    THING("thing"),
    COUNTRY("country, capital"),
    TIME("time"),
    VERB("verb"),
    ADJECTIVE("adjective"),
    ADVERB("adverb"),
    SMALL("small word"),
    UNKNOWN("not in the grammar");

    private final String words;

    Part(String words) {
      this.words = words;
    }

    static Part of(WordClass known) {
      return switch (known) {
        case ROYALTY, PERSON, KIN, FRIEND, PROFESSION, BEING, NAME -> PEOPLE;
        case COUNTRY, CAPITAL -> COUNTRY;
        case TIME, DAY, MONTH, WHEN -> TIME;
        case MANNER, DEGREE -> ADVERB;
        default ->
            switch (known.partOfSpeech()) {
              case NOUN, PROPER_NOUN -> THING;
              case VERB -> VERB;
              case ADJECTIVE -> ADJECTIVE;
              default -> SMALL;
            };
      };
    }
  }
}
