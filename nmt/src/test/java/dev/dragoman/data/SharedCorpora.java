package dev.dragoman.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The reference corpora; a test that asks for one is skipped where the folder is absent. */
public final class SharedCorpora {

  private SharedCorpora() {}

  /** A file of the reference data. */
  public static Path file(String name) {
    Path folder = Path.of(System.getProperty("dragoman.data", "../../shared/data"));
    assumeTrue(Files.isDirectory(folder), "the reference data is not at " + folder);
    return folder.resolve(name);
  }

  /** The lines of a file of the reference data. */
  public static List<String> lines(String name) {
    try (LineReader reader = LineReader.open(file(name), InputStream.nullInputStream())) {
      return reader.readAll();
    }
  }

  /** One column, counted from 1, of a file of the reference data. */
  public static List<String> column(String name, int column) {
    return lines(name).stream().map(line -> line.split("\t", -1)[column - 1]).toList();
  }

  /** The pairs of Tatoeba, French as the source. */
  public static Corpus frenchToEnglish() {
    Path file = file("tatoeba-eng-fra/eng-fra.txt.gz");
    return Corpus.read(
        new CorpusSource.TabSeparatedFile(file, 2, 1), InputStream.nullInputStream());
  }
}
