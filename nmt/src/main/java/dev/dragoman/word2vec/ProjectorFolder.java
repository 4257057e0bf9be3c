package dev.dragoman.word2vec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The files of TensorBoard's embedding projector: a row of numbers a line, tabs between them; a row
 * of metadata a line, with a heading only where there is more than one column, as the projector's
 * documentation asks for; and the configurations that name both.
 */
public final class ProjectorFolder {

  private static final String TENSORS = "tensors.tsv";
  private static final String METADATA = "metadata.tsv";
  private static final String CONFIGURATION = "projector_config.pbtxt";
  private static final String CONFIGURATION_STANDING_ALONE = "projector_config.json";

  private ProjectorFolder() {}

  /**
   * A column of the metadata beside the words.
   *
   * @param name its heading
   * @param values one for each vector, without tabs and line breaks
   */
  public record Column(String name, List<String> values) {

    /** Copies the list. */
    public Column {
      values = List.copyOf(values);
    }
  }

  /** Writes vectors with their words and, where they are known, the words' counts. */
  static void write(WordVectors vectors, Path folder) {
    List<String> counts = new ArrayList<>();
    for (int index = 0; index < vectors.count(); index++) {
      OptionalLong count = vectors.occurrences(index);
      if (count.isPresent()) {
        counts.add(Long.toString(count.getAsLong()));
      }
    }
    write(vectors, folder, counts.isEmpty() ? List.of() : List.of(new Column("count", counts)));
  }

  /**
   * Writes vectors with their words and more columns of metadata; a column named {@code
   * __seq_next__} links rows to trajectories.
   *
   * @param folder made where it is missing
   * @throws Word2VecException if it cannot be written
   */
  public static void write(WordVectors vectors, Path folder, List<Column> columns) {
    requireWritable(folder);
    vectors.words().forEach(TokenLines::requireWritable);
    for (Column column : columns) {
      if (column.values.size() != vectors.count()) {
        throw new IllegalArgumentException(
            "column "
                + column.name
                + ": expected "
                + vectors.count()
                + " values, got "
                + column.values.size());
      }
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Word2VecException(folder + ": cannot be made (" + e.getMessage() + ")", e);
    }
    WholeFile.write(
        folder.resolve(TENSORS),
        out -> {
          StringBuilder line = new StringBuilder();
          for (int index = 0; index < vectors.count(); index++) {
            line.setLength(0);
            for (float value : vectors.vector(index)) {
              line.append(line.isEmpty() ? "" : "\t").append(value);
            }
            out.write(VectorFileWriter.utf8(line.append('\n').toString()));
          }
        });
    WholeFile.write(
        folder.resolve(METADATA),
        out -> out.write(VectorFileWriter.utf8(metadata(vectors, columns))));
    String name = folder.toAbsolutePath().normalize().getFileName().toString();
    WholeFile.write(
        folder.resolve(CONFIGURATION),
        out -> out.write(VectorFileWriter.utf8(configuration(name))));
    WholeFile.write(
        folder.resolve(CONFIGURATION_STANDING_ALONE),
        out -> out.write(VectorFileWriter.utf8(configurationStandingAlone(name, vectors))));
  }

  static void requireWritable(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new Word2VecException(
          folder + ": expected a folder for the projector's files, got a file; name a folder");
    }
  }

  private static String metadata(WordVectors vectors, List<Column> columns) {
    StringBuilder text = new StringBuilder();
    if (!columns.isEmpty()) {
      text.append("token");
      columns.forEach(column -> text.append('\t').append(column.name));
      text.append('\n');
    }
    for (int index = 0; index < vectors.count(); index++) {
      text.append(vectors.words().get(index));
      for (Column column : columns) {
        text.append('\t').append(column.values.get(index));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String configuration(String name) {
    return "embeddings {\n  tensor_name: \""
        + escaped(name)
        + "\"\n  tensor_path: \""
        + TENSORS
        + "\"\n  metadata_path: \""
        + METADATA
        + "\"\n}\n";
  }

  private static String configurationStandingAlone(String name, WordVectors vectors) {
    return "{\"embeddings\": [{\"tensorName\": \""
        + escaped(name)
        + "\", \"tensorShape\": ["
        + vectors.count()
        + ", "
        + vectors.size()
        + "], \"tensorPath\": \""
        + TENSORS
        + "\", \"metadataPath\": \""
        + METADATA
        + "\"}]}\n";
  }

  private static String escaped(String name) {
    return name.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  static boolean isOne(Path folder) {
    return Files.isDirectory(folder) && Files.exists(folder.resolve(TENSORS));
  }

  static WordVectors read(Path folder, int limit) {
    List<String> rows = TokenLines.read(folder.resolve(METADATA));
    boolean heading = !rows.isEmpty() && rows.getFirst().indexOf('\t') >= 0;
    List<String> words =
        rows.stream().skip(heading ? 1 : 0).map(row -> row.split("\t", 2)[0]).toList();
    Path file = folder.resolve(TENSORS);
    VectorRows vectors = new VectorRows(file.toString(), 0);
    try (TextLines lines = TextLines.open(file)) {
      for (String line = lines.next();
          line != null && vectors.count() < limit;
          line = lines.next()) {
        String where = file + ", line " + lines.number();
        if (vectors.count() == words.size()) {
          throw new Word2VecException(
              where + ": there are only " + words.size() + " words in " + folder.resolve(METADATA));
        }
        add(vectors, words.get(vectors.count()), line, where);
      }
    }
    if (vectors.count() < Math.min(limit, words.size())) {
      throw new Word2VecException(
          file
              + ": expected "
              + words.size()
              + " lines, one for each word of "
              + METADATA
              + ", got "
              + vectors.count());
    }
    return vectors.finish();
  }

  private static void add(VectorRows vectors, String word, String line, String where) {
    String[] fields = line.strip().split("\t", -1);
    if (!vectors.sizeIsKnown()) {
      vectors.setSize(fields.length, where);
    }
    if (fields.length != vectors.size()) {
      throw new Word2VecException(
          where + ": expected " + vectors.size() + " numbers, got " + fields.length);
    }
    vectors.begin(word, where);
    for (String field : fields) {
      try {
        vectors.add(Float.parseFloat(field), where);
      } catch (NumberFormatException e) {
        throw new Word2VecException(
            where + ": expected a number, got '" + VectorFileReader.shortened(field) + "'", e);
      }
    }
  }
}
