package dev.dragoman.grammar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The built-in corpus. */
public final class BuiltInCorpus {

  private BuiltInCorpus() {}

  /** Pairs. */
  public static List<GeneratedPair> generate(long seed, int size) {
    Grammar grammar = new Grammar(Lexicon.load(), new Choice(new Random(seed)));
    Set<String> seen = new HashSet<>();
    List<GeneratedPair> pairs = new ArrayList<>();
    while (pairs.size() < size) {
      GeneratedPair pair = grammar.sentence();
      if (seen.add(pair.source())) {
        pairs.add(pair);
      }
    }
    return pairs;
  }
}
