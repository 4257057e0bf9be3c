package dev.dragoman.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A page of the tour: its snippets, each with what the page says that it prints.
 *
 * @param name the file's name
 * @param snippets in the order of the page
 */
record Walk(String name, List<Snippet> snippets) {
  private static final String FENCE = "```";
  private static final String JAVA = FENCE + "java";
  private static final String TEXT = FENCE + "text";

  /**
   * A fenced block of Java.
   *
   * @param line where its first line stands in the file, from 1
   * @param code what is run
   * @param printed the fenced block of text that follows it; empty where none does before the next
   *     snippet
   */
  record Snippet(int line, String code, String printed) {}

  static Walk read(Path file) throws IOException {
    return parse(String.valueOf(file.getFileName()), Files.readString(file));
  }

  static Walk parse(String name, String markdown) {
    List<Snippet> snippets = new ArrayList<>();
    Iterator<String> lines = markdown.lines().iterator();
    int line = 0;
    while (lines.hasNext()) {
      String opening = lines.next();
      line++;
      if (!opening.startsWith(FENCE)) {
        continue;
      }
      String content = upToTheClosingFence(lines);
      if (opening.equals(JAVA)) {
        snippets.add(new Snippet(line + 1, content, ""));
      } else if (opening.equals(TEXT)) {
        addPrinted(name, line, snippets, content);
      }
      line += (int) content.lines().count() + 1;
    }
    return new Walk(name, List.copyOf(snippets));
  }

  private static String upToTheClosingFence(Iterator<String> lines) {
    StringBuilder content = new StringBuilder();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.equals(FENCE)) {
        return content.toString();
      }
      content.append(line).append('\n');
    }
    throw new IllegalArgumentException("a fence is not closed: expected a line " + FENCE);
  }

  private static void addPrinted(String name, int line, List<Snippet> snippets, String printed) {
    if (snippets.isEmpty() || !snippets.getLast().printed().isEmpty()) {
      throw new IllegalArgumentException(
          "%s:%d: a block of text follows no snippet that it could be the output of; where it is none, leave the word text out"
              .formatted(name, line));
    }
    Snippet snippet = snippets.removeLast();
    snippets.add(new Snippet(snippet.line(), snippet.code(), printed));
  }
}
