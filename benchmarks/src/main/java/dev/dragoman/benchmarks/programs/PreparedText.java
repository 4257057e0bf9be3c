package dev.dragoman.benchmarks.programs;

import dev.dragoman.data.EncodedPairs;
import dev.dragoman.data.SentencePair;
import dev.dragoman.data.TokenizedPair;
import dev.dragoman.model.Arithmetic;
import dev.dragoman.vocab.TokenCounts;
import dev.dragoman.vocab.Vocabulary;
import dev.dragoman.vocab.VocabularySettings;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text that the peers' {@code prepare.py} wrote: Multi30k as tokens with its vocabularies, and
 * the pairs of PyTorch's tutorial.
 *
 * @param folder where it lies
 */
record PreparedText(Path folder) {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  PreparedText {
    if (!Files.isReadable(folder.resolve("train.tok.en"))) {
      throw new IllegalArgumentException(
          folder
              + ": no train.tok.en in it; give the folder that the peers' prepare.py wrote with"
              + " --data DIR or PEER_DATA");
    }
  }

  /** Pairs and both vocabularies. */
  record Job(List<TokenizedPair> pairs, Vocabulary source, Vocabulary target) {
    /** The pairs as ids. */
    EncodedPairs encoded() {
      return EncodedPairs.encode(pairs, source, target);
    }

    /**
     * Writes the pairs several times over, each copy with a source word of its own in front, so
     * that no two sentences are the same.
     */
    void write(Path tsv, int copies) throws IOException {
      try (BufferedWriter out = Files.newBufferedWriter(tsv)) {
        for (int copy = 0; copy < copies; copy++) {
          for (TokenizedPair pair : pairs) {
            out.write("copy" + copy + " " + pair.text().source() + "\t" + pair.text().target());
            out.write('\n');
          }
        }
      }
    }

    /** How much text it is. */
    Arithmetic.Counts counts() {
      long source = 0;
      long target = 0;
      long pairsOfTokens = 0;
      for (TokenizedPair pair : pairs) {
        long s = pair.source().size() + 1L;
        long t = pair.target().size() + 1L;
        source += s;
        target += t;
        pairsOfTokens += s * t;
      }
      return new Arithmetic.Counts(pairs.size(), source, target, pairsOfTokens);
    }
  }

  /** Multi30k, English to German: {@code train}, {@code val} or {@code test_2016_flickr}. */
  Job multi30k(String split) throws IOException {
    List<String> sources = Files.readAllLines(folder.resolve(split + ".tok.en"));
    List<String> targets = Files.readAllLines(folder.resolve(split + ".tok.de"));
    List<TokenizedPair> pairs = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      pairs.add(pair(sources.get(i), targets.get(i)));
    }
    return new Job(pairs, vocabulary("en"), vocabulary("de"));
  }

  private Vocabulary vocabulary(String language) throws IOException {
    return Vocabulary.read(folder.resolve("vocab." + language));
  }

  /** The tutorial's pairs, French to English, with every word in the vocabularies. */
  Job tutorial() throws IOException {
    List<TokenizedPair> pairs = new ArrayList<>();
    TokenCounts source = new TokenCounts();
    TokenCounts target = new TokenCounts();
    for (String line : Files.readAllLines(folder.resolve("tutorial.tsv"))) {
      String[] sides = line.split("\t", -1);
      TokenizedPair pair = pair(sides[0], sides[1]);
      pairs.add(pair);
      source.add(pair.source());
      target.add(pair.target());
    }
    VocabularySettings all = new VocabularySettings(1, 0);
    return new Job(pairs, Vocabulary.build(source, all), Vocabulary.build(target, all));
  }

  private static TokenizedPair pair(String source, String target) {
    return new TokenizedPair(new SentencePair(source, target), tokens(source), tokens(target));
  }

  private static List<String> tokens(String line) {
    String stripped = line.strip();
    return stripped.isEmpty() ? List.of() : List.of(BLANKS.split(stripped));
  }
}
