package dev.dragoman.word2vec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Analogy questions as in questions-words.txt: lines {@code : section}, and lines of four words.
 *
 * @param sections names in the file's order
 * @param questions in the file's order
 * @param invalidLines numbers of lines that are neither, empty ones not counted
 */
record AnalogyFile(List<String> sections, List<Question> questions, List<Integer> invalidLines) {

  private static final int WORDS = 4;

  /** Words a, b, c and the expected fourth, and the index of the section. */
  record Question(int section, List<String> words) {}

  static AnalogyFile read(Path file) {
    AnalogyFile read = new AnalogyFile(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (TextLines lines = TextLines.open(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        read.add(line, lines);
      }
    }
    if (read.questions.isEmpty()) {
      throw new Word2VecException(
          file + ": no analogy questions in it; expected lines of four words in sections ': name'");
    }
    return read;
  }

  private void add(String line, TextLines lines) {
    List<String> words = TextLines.split(line);
    if (line.startsWith(":")) {
      sections.add(line.substring(1).strip());
    } else if (!words.isEmpty() && sections.isEmpty()) {
      throw new Word2VecException(
          lines.where()
              + ": expected a section's name, such as ': family', before the first question, got '"
              + VectorFileReader.shortened(line)
              + "'");
    } else if (words.size() == WORDS) {
      questions.add(new Question(sections.size() - 1, words));
    } else if (!words.isEmpty()) {
      invalidLines.add(lines.number());
    }
  }
}
