package dev.dragoman.word2vec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The words of vectors that lie apart from them, one a line. */
final class TokenLines {

  private TokenLines() {}

  static void write(WordVectors vectors, Path file) {
    vectors.words().forEach(TokenLines::requireWritable);
    WholeFile.write(
        file,
        out -> {
          for (String word : vectors.words()) {
            out.write(VectorFileWriter.utf8(word + "\n"));
          }
        });
  }

  static void requireWritable(String word) {
    if (word.isEmpty() || word.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t')) {
      throw new Word2VecException(
          "the word '"
              + word.strip()
              + "' is empty or has a tab or line break in it; files of words cannot hold it");
    }
  }

  static List<String> read(Path file) {
    List<String> words = new ArrayList<>();
    try (TextLines lines = TextLines.open(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        words.add(line);
      }
    }
    return words;
  }
}
