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
public record AnalogyFile(
    List<String> sections, List<Question> questions, List<Integer> invalidLines) {

  private static final int WORDS = 4;

  /**
   * A question.
   *
   * @param section the index of its section
   * @param words a, b, c and the expected fourth
   */
  public record Question(int section, List<String> words) {

    /** Copies the list. */
    public Question {
      words = List.copyOf(words);
    }
  }

  /** Copies the lists. */
  public AnalogyFile {
    sections = List.copyOf(sections);
    questions = List.copyOf(questions);
    invalidLines = List.copyOf(invalidLines);
  }

  /**
   * Reads a file.
   *
   * @throws Word2VecException if it cannot be read or has no questions
   */
  public static AnalogyFile read(Path file) {
    List<String> sections = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    List<Integer> invalidLines = new ArrayList<>();
    try (TextLines lines = TextLines.open(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        add(line, lines, sections, questions, invalidLines);
      }
    }
    if (questions.isEmpty()) {
      throw new Word2VecException(
          file + ": no analogy questions in it; expected lines of four words in sections ': name'");
    }
    return new AnalogyFile(sections, questions, invalidLines);
  }

  private static void add(
      String line,
      TextLines lines,
      List<String> sections,
      List<Question> questions,
      List<Integer> invalidLines) {
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
