package dev.dragoman.vocab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Token ⇄ id. Ids 0 to 3 are the special tokens ({@link Specials}), the others follow by falling
 * count in the training text, tokens of equal count by code points. Immutable.
 *
 * <p>The display name of a special token is not a token: where a text has {@code </s>} written in
 * it, that is an unknown word and cannot end a sentence.
 *
 * <p>As a file: one entry a line in the order of the ids, the token, a tab and its count, in UTF-8
 * with {@code \n} at the end of each line. The count of {@code <unk>} is how many running tokens of
 * the training text found no entry. A file without counts, one token a line, is read as well; the
 * counts are then 0.
 */
public final class Vocabulary {

  private static final Comparator<Map.Entry<String, Long>> BY_FALLING_COUNT =
      Map.Entry.<String, Long>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey(Vocabulary::compareCodePoints));

  private final List<String> tokens;
  private final long[] counts;
  private final Map<String, Integer> ids;

  private Vocabulary(List<String> tokens, long[] counts) {
    this.tokens = List.copyOf(tokens);
    this.counts = counts;
    this.ids = HashMap.newHashMap(tokens.size());
    for (int id = Specials.COUNT; id < tokens.size(); id++) {
      ids.put(tokens.get(id), id);
    }
  }

  /** The most frequent tokens of a text, as the settings say. */
  public static Vocabulary build(TokenCounts counts, VocabularySettings settings) {
    List<Map.Entry<String, Long>> kept =
        counts.asMap().entrySet().stream()
            .filter(entry -> entry.getValue() >= settings.minCount())
            .filter(entry -> !Specials.NAMES.contains(entry.getKey()))
            .sorted(BY_FALLING_COUNT)
            .limit(settings.maxSize() == 0 ? Long.MAX_VALUE : settings.maxSize() - Specials.COUNT)
            .toList();
    List<String> tokens = new ArrayList<>(Specials.NAMES);
    long[] countOf = new long[Specials.COUNT + kept.size()];
    for (Map.Entry<String, Long> entry : kept) {
      requireToken(entry.getKey());
      countOf[tokens.size()] = entry.getValue();
      tokens.add(entry.getKey());
    }
    countOf[Specials.UNK] = counts.total() - Arrays.stream(countOf).sum();
    return new Vocabulary(tokens, countOf);
  }

  /** How many entries there are, the special tokens included. */
  public int size() {
    return tokens.size();
  }

  /** All tokens in the order of their ids, beginning with the names of the special ones. */
  public List<String> tokens() {
    return tokens;
  }

  /** The id of a token, {@link Specials#UNK} if it is not in the vocabulary. */
  public int id(String token) {
    return ids.getOrDefault(token, Specials.UNK);
  }

  /** Whether the token has an id of its own. */
  public boolean contains(String token) {
    return ids.containsKey(token);
  }

  /** The token of an id, the display name of a special one. */
  public String token(int id) {
    return tokens.get(requireId(id));
  }

  /** How often the token occurred in the training text; for UNK, all tokens that have no entry. */
  public long count(int id) {
    return counts[requireId(id)];
  }

  /** The ids of a sentence, without BOS and EOS. */
  public int[] encode(List<String> sentence) {
    int[] encoded = new int[sentence.size()];
    for (int i = 0; i < encoded.length; i++) {
      encoded[i] = id(sentence.get(i));
    }
    return encoded;
  }

  /** The tokens of these ids, one for each. */
  public List<String> decode(int... encoded) {
    return Arrays.stream(encoded).mapToObj(this::token).toList();
  }

  /** The share of running tokens that have no entry, from 0 to 1; 0 for no tokens at all. */
  public double unknownRate(Iterable<List<String>> sentences) {
    long all = 0;
    long unknown = 0;
    for (List<String> sentence : sentences) {
      all += sentence.size();
      unknown += sentence.stream().filter(token -> !contains(token)).count();
    }
    return all == 0 ? 0 : (double) unknown / all;
  }

  /** The file as text. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    for (int id = 0; id < size(); id++) {
      text.append(tokens.get(id)).append('\t').append(counts[id]).append('\n');
    }
    return text.toString();
  }

  /**
   * Writes the file.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    Files.writeString(file, toText(), StandardCharsets.UTF_8);
  }

  /**
   * Reads and verifies a file.
   *
   * @throws IOException if it cannot be read
   * @throws VocabularyException if it is not a vocabulary
   */
  public static Vocabulary read(Path file) throws IOException {
    return parse(file.toString(), Files.readAllBytes(file));
  }

  /**
   * Reads and verifies the bytes of a file.
   *
   * @param name what errors call the file
   * @param utf8 its content
   * @throws VocabularyException if it is not a vocabulary
   */
  public static Vocabulary parse(String name, byte[] utf8) {
    VocabularyFile file = VocabularyFile.parse(name, utf8);
    return new Vocabulary(file.tokens(), file.counts());
  }

  @Override
  public String toString() {
    return "Vocabulary[" + size() + " entries]";
  }

  /**
   * Tokens must survive the file: not empty, no white space that ends lines or columns, no half of
   * a surrogate pair. No tokenizer of ours makes such a token.
   */
  private static void requireToken(String token) {
    if (token.isEmpty() || token.codePoints().anyMatch(Vocabulary::isForbidden)) {
      throw new IllegalArgumentException(
          "token '"
              + VocabularyFile.visible(token)
              + "': expected a token without tabs, line breaks or broken surrogates, and not an"
              + " empty one; split the text at white space first");
    }
  }

  static boolean isForbidden(int codePoint) {
    return switch (codePoint) {
      case '\t', '\n', 0x0B, '\f', '\r', 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029 -> true;
      default -> codePoint >= 0xD800 && codePoint <= 0xDFFF;
    };
  }

  private int requireId(int id) {
    if (id < 0 || id >= size()) {
      throw new IndexOutOfBoundsException(
          "id " + id + " is outside the vocabulary: expected 0 to " + (size() - 1));
    }
    return id;
  }

  private static int compareCodePoints(String left, String right) {
    return Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
  }
}
