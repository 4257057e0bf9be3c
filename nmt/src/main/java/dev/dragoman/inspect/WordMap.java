package dev.dragoman.inspect;

import dev.dragoman.projection.Layout;
import dev.dragoman.projection.ProjectionMethod;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The words of a table as points of a plane, at one moment or at several.
 *
 * @param table how messages call the table
 * @param method how vectors became points
 * @param words the words, most frequent first
 * @param frames where they lie, in the order of time; the last is the table itself
 * @param firstShare how much of the vectors' variance lies along the first principal component
 * @param secondShare the same of the second
 * @param trustworthiness how far neighbours on the map are neighbours in the table, 0 to 1, where
 *     there are enough words to say
 */
public record WordMap(
    String table,
    ProjectionMethod method,
    List<Word> words,
    List<Frame> frames,
    double firstShare,
    double secondShare,
    OptionalDouble trustworthiness) {

  /**
   * A word.
   *
   * @param token as it stands in the vocabulary
   * @param id its row
   * @param seen how often it occurred in training, where that is known
   */
  public record Word(String token, int id, OptionalLong seen) {}

  /**
   * A moment.
   *
   * @param moment in words: "update 64"
   * @param layout where the words lie then, in their order
   */
  public record Frame(String moment, Layout layout) {}

  /** Copies the lists and checks that every frame has a place for every word. */
  public WordMap {
    words = List.copyOf(words);
    frames = List.copyOf(frames);
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("map: expected at least one frame");
    }
    for (Frame frame : frames) {
      if (frame.layout().size() != words.size()) {
        throw new IllegalArgumentException(
            "map: expected "
                + words.size()
                + " places, got "
                + frame.layout().size()
                + " at "
                + frame.moment());
      }
    }
  }

  /** Where the words of the table itself lie. */
  public Layout layout() {
    return frames.getLast().layout();
  }

  /** The same with its only moment laid over that of another map of the same words. */
  WordMap turnedOver(WordMap other) {
    Frame now = frames.getLast();
    return new WordMap(
        table,
        method,
        words,
        List.of(new Frame(now.moment(), now.layout().turnedOver(other.layout()))),
        firstShare,
        secondShare,
        trustworthiness);
  }

  /** Whether there are several moments. */
  public boolean hasTime() {
    return frames.size() > 1;
  }

  /** What holds all points of some frames, with both sides longer than nothing. */
  public static Extent extent(List<Frame> frames) {
    double left =
        frames.stream().flatMapToDouble(f -> Arrays.stream(f.layout().x())).min().orElse(0);
    double right =
        frames.stream().flatMapToDouble(f -> Arrays.stream(f.layout().x())).max().orElse(0);
    double low =
        frames.stream().flatMapToDouble(f -> Arrays.stream(f.layout().y())).min().orElse(0);
    double high =
        frames.stream().flatMapToDouble(f -> Arrays.stream(f.layout().y())).max().orElse(0);
    double least = Math.max(Math.max(right - left, high - low) / 1000, 1e-9);
    return new Extent(
        right - left < least ? left - least / 2 : left,
        right - left < least ? left + least / 2 : right,
        high - low < least ? low - least / 2 : low,
        high - low < least ? low + least / 2 : high);
  }

  /** A rectangle of the plane. */
  public record Extent(double left, double right, double low, double high) {
    /** How wide it is. */
    public double width() {
      return right - left;
    }

    /** How high it is. */
    public double height() {
      return high - low;
    }
  }
}
