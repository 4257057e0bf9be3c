package dev.dragoman.data;

import java.util.List;

/** FNV-1a over the characters of a sentence: the same on every machine. */
final class SentenceHash {
  private static final long BASIS = 0xCBF29CE484222325L;
  private static final long PRIME = 0x100000001B3L;

  private SentenceHash() {}

  /** Of the tokens with single blanks between them. */
  static long of(List<String> tokens) {
    long hash = BASIS;
    for (int token = 0; token < tokens.size(); token++) {
      String characters = tokens.get(token);
      if (token > 0) {
        hash = (hash ^ ' ') * PRIME;
      }
      for (int i = 0; i < characters.length(); i++) {
        hash = (hash ^ characters.charAt(i)) * PRIME;
      }
    }
    return hash;
  }
}
